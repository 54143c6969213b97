import { sum } from 'simple-statistics';

import { ageWeight } from '../ledger/foldHours';
import { clickWeights } from './clickWeights';
import { conformalSpread } from './conformalSpread';
import { momentVariances, type SpendVariances } from './momentVariances';
import { normalHazard } from '../statistics/normalHazard';
import type { Roughness } from '../statistics/periodicKernel';
import { METHOD } from './method';
import { type SmoothHours, smoothHours } from './smoothHours';
import type { SpendHour } from './spendSeries';
import { unconstrainedHours } from './unconstrainedHours';

/**
 * Model of an hour's spend at the current bid:
 *
 * log(spend per hour + floor) = level + hour + weekday + cell + elasticity * log multiplier + day + drift + noise
 *
 * `day` is one normal effect for a whole day, `drift` an AR(1) process from hour to hour, `noise` is independent.
 */
export interface SpendModel extends SpendVariances {
	/** Added before the logarithm, major units: 2% of a mean hour, so that the logarithm of an idle hour is finite. */
	readonly floor: number;
	/** Logarithm of the current multiplier, the last one reported; 0 is the neutral bid. */
	readonly logMultiplier: number;
	/** Elasticity of spend to bids: spend grows with the bid to this power. */
	readonly elasticity: number;
	/** (168) expected log spend by hour of week at the current multiplier. */
	readonly logSpend: readonly number[];
	/** (168) variance of that expectation due to limited data on the hour. */
	readonly logSpendVariance: readonly number[];
	/** Factor on the deviations of forecasts that calibrates their intervals: see `conformalSpread`. */
	readonly spread: number;
	/** Days of evidence. */
	readonly days: number;
}

/** Prior of a day's traffic: neighbouring hours are similar, night and noon differ by about a factor of two. */
const trafficPrior = (): Roughness => ({ scale: 0.7, length: METHOD.hourLength, own: 0.2, level: 4 });

/** Variance of log spend in one hour, which sets the precision of hourly means. */
const HOUR_VARIANCE = 0.06;

/**
 * Fits the spend model by ridge regression, its variances by the method of moments.
 *
 * Prior weights are in hours of evidence: an effect observed n times is shrunk by n / (n + prior). Hours are weighted by age and
 * expected clicks.
 *
 * @param series     hours in order of time, the current one included; only complete ones are used for learning
 * @param isOrdinary whether a local date is used for learning
 * @returns null without any spend
 */
export function fitSpendModel(series: readonly SpendHour[], isOrdinary: (date: string) => boolean): SpendModel | null {
	const ordinary = series.filter(({ date }) => isOrdinary(date));
	const hours = unconstrainedHours(ordinary).filter(({ complete }) => complete);
	const total = sum(hours.map(({ spend }) => spend));
	if (total <= 0) return null;
	const floor = (0.02 * total) / hours.length;
	const currentLogMultiplier = unconstrainedHours(series).findLast(
		({ complete, spend }) => complete && spend > 0,
	)!.logMultiplier;
	const { elasticity } = METHOD;
	const atCurrentBid = hours.map(
		({ spend, hours: length, logMultiplier }) =>
			Math.log(spend / length + floor) - elasticity * (logMultiplier - currentLogMultiplier),
	);
	const untilMs = hours.at(-1)!.startMs;
	const byClicks = clickWeights(hours);
	const weights = hours.map(
		({ startMs }, position) => byClicks[position]! * ageWeight(startMs, untilMs, METHOD.halfLifeDays),
	);
	let effects = fitEffects(hours, atCurrentBid, weights);
	for (let pass = 1; pass < METHOD.passes; pass++) {
		effects = fitEffects(hours, uncapped(hours, atCurrentBid, effects), weights);
	}
	const variances = momentVariances(hours, effects.residuals);
	return {
		...variances,
		spread: conformalSpread(effects.leftOut, variances.totalVariance),
		floor,
		logMultiplier: currentLogMultiplier,
		elasticity,
		logSpend: effects.fitted,
		logSpendVariance: effects.fitted.map((_, cell) => effects.hourVariance[cell % 24]!),
		days: new Set(hours.map(({ date }) => date)).size,
	};
}

/** Standard deviation of log spend about its expectation, used to extrapolate beyond caps. */
const CENSORED_DEVIATION = 0.3;

/**
 * Expected log spend of hours without their caps: the demand of a capped hour exceeds its spend, so it enters as the mean of a normal
 * distribution truncated below at that spend.
 *
 * @see J. Tobin, Econometrica 26, 1958
 */
const uncapped = (hours: readonly SpendHour[], logs: readonly number[], { cells, fitted }: Effects): number[] =>
	logs.map((log, position) => {
		if (!hours[position]!.capped) return log;
		const expected = fitted[cells[position]!]!;
		const at = (log - expected) / CENSORED_DEVIATION;
		return expected + CENSORED_DEVIATION * normalHazard(at);
	});

interface Effects {
	/** (hours) hour of the week. */
	readonly cells: readonly number[];
	/** (168) */
	readonly fitted: readonly number[];
	/** (hours) */
	readonly residuals: readonly number[];
	/** (hours) residuals relative to a fit of the hour of week without that hour. */
	readonly leftOut: readonly number[];
	/** (24) posterior variance of the hour effects. */
	readonly hourVariance: readonly number[];
}

/** Fits hour of day, weekday and cell effects, each given the others and relative to the mean. */
function fitEffects(hours: readonly SpendHour[], logs: readonly number[], weights: readonly number[]): Effects {
	const cells = hours.map(({ weekday, localHour }) => weekday * 24 + localHour);
	const level = sum(logs.map((log, position) => weights[position]! * log)) / sum([...weights]);
	const byWeekday = new Float64Array(7);
	const byCell = new Float64Array(168);
	let byHour: SmoothHours = { mean: new Float64Array(24), variance: new Float64Array(24) };
	const fittedAt = (cell: number) =>
		level + byHour.mean[cell % 24]! + byWeekday[Math.floor(cell / 24)]! + byCell[cell]!;
	const unexplained = (groups: number, groupOf: (cell: number) => number) => {
		const sums = new Float64Array(groups);
		const counts = new Float64Array(groups);
		cells.forEach((cell, position) => {
			sums[groupOf(cell)]! += weights[position]! * (logs[position]! - fittedAt(cell));
			counts[groupOf(cell)]! += weights[position]!;
		});
		return { sums, counts };
	};
	const shrink = (effect: Float64Array, prior: number, groupOf: (cell: number) => number) => {
		const { sums, counts } = unexplained(effect.length, groupOf);
		effect.forEach((value, group) => {
			effect[group] = (sums[group]! + value * counts[group]!) / (counts[group]! + prior);
		});
		return counts;
	};
	for (let round = 0; round < 3; round++) {
		const { sums, counts } = unexplained(24, (cell) => cell % 24);
		const seen = sums.map((sum, hour) => (counts[hour]! > 0 ? sum / counts[hour]! + byHour.mean[hour]! : 0));
		byHour = smoothHours(
			seen,
			counts.map((count) => count / HOUR_VARIANCE),
			trafficPrior(),
		);
		shrink(byWeekday, METHOD.weekdayPriorHours, (cell) => Math.floor(cell / 24));
	}
	const cellWeights = shrink(byCell, METHOD.cellPriorHours, (cell) => cell);
	const residuals = cells.map((cell, position) => logs[position]! - fittedAt(cell));
	return {
		cells,
		fitted: Array.from({ length: 168 }, (_, cell) => fittedAt(cell)),
		residuals,
		leftOut: residuals.map((residual, position) => {
			const leverage = weights[position]! / (cellWeights[cells[position]!]! + METHOD.cellPriorHours);
			return residual / (1 - leverage);
		}),
		hourVariance: [...byHour.variance],
	};
}

/** Expected spend per hour at an hour of the week at the current multiplier, without data from the day itself, major units. */
export function expectedSpend(model: SpendModel, hourOfWeek: number): number {
	const noise = model.noiseVariance[hourOfWeek % 24]!;
	const variance = model.logSpendVariance[hourOfWeek]! + model.dayVariance + model.driftVariance + noise;
	return Math.max(0, Math.exp(model.logSpend[hourOfWeek]! + variance / 2) - model.floor);
}
