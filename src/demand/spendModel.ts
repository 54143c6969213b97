import type { SpendHour } from './spendSeries';

/**
 * What an hour spends at the bid in force: quasi-Poisson, with a log link.
 *
 * E[spend]   = m = exp(level + hour + weekday + cell) per hour
 * Var[spend] = unit * m + (day + drift + noise) * m^2
 *
 * The first part is the noise of counts: an hour of few clicks is a noisy hour. `day` is one factor for a whole day, `drift` an AR(1) process
 * from hour to hour, `noise` is independent. These are log-normal factors with mean 1, so a variance v of a logarithm goes with a mean of -v / 2.
 *
 * An hour without spend is evidence like any other: there is no logarithm of a spend, so nothing is added to it and no mean is inflated by the
 * variance of a logarithm.
 *
 * @see P. McCullagh, J. A. Nelder, Generalized Linear Models, 2nd edition, 1989, chapter 9
 */
export interface SpendModel {
	/** (168) expected spend per hour by hour of week at the current multiplier, major units. */
	readonly spend: readonly number[];
	/** About the cost of a click, major units: the variance of counts over their mean. */
	readonly unit: number;
	/** Variances of log factors. */
	readonly dayVariance: number;
	readonly driftVariance: number;
	readonly noiseVariance: number;
	/** Correlation of the drift from one hour to the next. */
	readonly driftCorrelation: number;
	/** Variances of what was learned, on a log scale: (168) by hour of week, (7) by weekday, and of the level. */
	readonly hourVariance: readonly number[];
	readonly weekdayVariance: readonly number[];
	readonly levelVariance: number;
	/** Logarithm of the current multiplier, the last one reported; 0 is the neutral bid. */
	readonly logMultiplier: number;
	/** Log of what the daily budgets in force now let campaigns spend, as of an hour; absent where they are not known. */
	readonly logBudget?: number;
	/** Elasticity of spend to bids: spend grows with the bid to this power. */
	readonly elasticity: number;
	/** Days of evidence. */
	readonly days: number;
}

/** Correlation of the drift of neighbouring hours, as observed in real ad traffic. */
export const DRIFT_CORRELATION = 0.6;

/** Expected spend per hour at an hour of the week at the current multiplier, without data from the day itself, major units. */
export const expectedSpend = ({ spend }: SpendModel, hourOfWeek: number): number => spend[hourOfWeek]!;

/** The hour of the week of an hour: 24 * weekday + hour of the day. */
export const cellOf = ({ weekday, localHour }: Pick<SpendHour, 'weekday' | 'localHour'>): number =>
	24 * weekday + localHour;

/** Expected spend of an hour of its length at the bid and the daily budgets of the model, without data from the day itself, major units. */
export const usualIn = (model: SpendModel, hour: Pick<SpendHour, 'weekday' | 'localHour' | 'hours'>): number =>
	hour.hours * expectedSpend(model, cellOf(hour));

/**
 * Degrees of freedom with which the variances of spend are known: half the days they were learned from, because late days count more and a day has few
 * independent hours. With fewer than ten, a log-normal hour would hardly have a mean; from eight weeks on no more is learned.
 */
export const freedomOf = ({ days }: SpendModel): number => Math.max(10, Math.min(Math.floor(days / 2), 28));

/** Log of the factor on an hour's spend of the bid and the daily budgets in force then, relative to those of the model. */
export const leverEffect = (
	{ elasticity, logMultiplier, logBudget }: Pick<SpendModel, 'elasticity' | 'logMultiplier' | 'logBudget'>,
	hour: Pick<SpendHour, 'logMultiplier' | 'logBudget'>,
): number =>
	elasticity * (hour.logMultiplier - logMultiplier) +
	(logBudget === undefined || hour.logBudget === undefined ? 0 : hour.logBudget - logBudget);
