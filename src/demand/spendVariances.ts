import { HOUR_MS } from '../time/durations';
import { METHOD } from './method';
import type { SpendEvidence } from './spendEvidence';
import type { FittedHours, SpendDispersion, SpendEffects } from './spendEffects';
import { DRIFT_CORRELATION, type SpendModel } from './spendModel';

/** Lower bound of variances: spend is never steadier, even if a short history fits perfectly. */
const MIN_VARIANCE = 0.002;

/** Upper bound of relative variances: a few hours that nearly cancel say that a factor varies beyond any number, and no traffic does. */
const MAX_VARIANCE = 10;

/** Prior variances, as observed in real ad traffic. */
export const PRIOR_DAY = 0.01;
const PRIOR_DRIFT = 0.02;
const PRIOR_TOTAL = 0.035;

/** Without evidence, the drift is this multiple of what the hours of a day share. */
const USUAL_DRIFT = 1.6;

/** Mean correlation of two hours of a day under the drift: 2 * sum of (24 - k) 0.6^k over 24 * 23. */
const WITHIN_DAY = 0.117;

/** The weight of a day is half where what its hours share is known with this variance. */
const DAY_KNOWN_TO = 0.1;

/** Lower bound of the unit, relative to a mean hour. */
const MIN_UNIT = 1e-4;

/** What an effect of an hour of the week has at most taken up of one hour's residual. */
const MAX_LEVERAGE = 0.5;

/** Variances as the model has them, and as the next pass of the fit uses them. */
export interface SpendVariances {
	readonly dispersion: SpendDispersion;
	readonly model: Pick<SpendModel, 'unit' | 'dayVariance' | 'driftVariance' | 'noiseVariance'>;
}

/**
 * Variance components by moments of relative residuals e = (ratio - 1) / sqrt(1 - leverage):
 *
 * E[e^2] = unit / mean + total; of two hours of a day E[e e'] = day + 0.117 drift, of neighbours day + 0.6 drift
 *
 * @param meanSpend of an hour
 */
export function spendVariances(
	evidence: SpendEvidence,
	fitted: FittedHours,
	{ cellInformation }: SpendEffects,
	before: SpendDispersion,
	meanSpend: number,
): SpendVariances {
	const errors = fitted.ratios.map((ratio, position) => {
		const information = cellInformation[evidence.cells[position]!]! + METHOD.cellPrecision;
		return (ratio - 1) / Math.sqrt(1 - Math.min(MAX_LEVERAGE, fitted.weights[position]! / information));
	});
	const first = unitAndTotal(errors, fitted.means, evidence.ages, before, meanSpend);
	const { unit, total } = unitAndTotal(errors, fitted.means, evidence.ages, first, meanSpend);
	const { shared, drift } = sharedVariances(evidence, errors, fitted.means, { unit, total });
	const day = bounded(shared - WITHIN_DAY * drift);
	return {
		dispersion: { unit, total, day },
		model: {
			unit,
			dayVariance: Math.log(1 + day),
			driftVariance: Math.log(1 + drift),
			noiseVariance: Math.max(MIN_VARIANCE, Math.log(1 + Math.max(0, total - day - drift))),
		},
	};
}

const bounded = (variance: number): number => Math.max(MIN_VARIANCE, Math.min(variance, MAX_VARIANCE));

type UnitAndTotal = Pick<SpendDispersion, 'unit' | 'total'>;

/** e^2 = unit / mean + total by weighted least squares, both positive; the variance of e^2 is about 2 v^2 + (unit / mean)^3. */
function unitAndTotal(
	errors: readonly number[],
	means: readonly number[],
	ages: readonly number[],
	before: UnitAndTotal,
	meanSpend: number,
): UnitAndTotal {
	const prior = METHOD.totalPriorHours / (2 * PRIOR_TOTAL ** 2);
	let xx = 0;
	let x1 = 0;
	let xy = 0;
	let one = prior;
	let y1 = prior * PRIOR_TOTAL;
	errors.forEach((error, position) => {
		const x = 1 / means[position]!;
		const perClick = before.unit * x;
		const weight = ages[position]! / ((perClick + before.total) ** 2 + 0.5 * perClick ** 3);
		xx += weight * x * x;
		x1 += weight * x;
		one += weight;
		xy += weight * x * error ** 2;
		y1 += weight * error ** 2;
	});
	const minTotal = 3 * MIN_VARIANCE;
	const minUnit = MIN_UNIT * meanSpend;
	const determinant = xx * one - x1 * x1;
	const free =
		determinant > 0
			? { unit: (xy * one - y1 * x1) / determinant, total: (xx * y1 - x1 * xy) / determinant }
			: { unit: 0, total: 0 };
	const withTotal = free.total < minTotal ? { unit: (xy - minTotal * x1) / xx, total: minTotal } : free;
	const { unit, total } =
		withTotal.unit > minUnit ? withTotal : { unit: minUnit, total: Math.max(minTotal, (y1 - minUnit * x1) / one) };
	return { unit, total: Math.min(total, MAX_VARIANCE) };
}

/** What any two hours of a day share, and the drift by what neighbours share beyond that. */
function sharedVariances(
	{ hours, days, dayCount, ages }: SpendEvidence,
	errors: readonly number[],
	means: readonly number[],
	{ unit, total }: UnitAndTotal,
): { shared: number; drift: number } {
	const precisions = means.map((mean) => 1 / (unit / mean + total));
	const sums = Array.from({ length: dayCount }, () => ({
		error: 0,
		errorSquares: 0,
		precision: 0,
		squares: 0,
		age: 0,
	}));
	let nearProducts = 0;
	let nearWeights = 0;
	errors.forEach((error, position) => {
		const precision = precisions[position]!;
		const day = sums[days[position]!]!;
		day.error += precision * error;
		day.errorSquares += (precision * error) ** 2;
		day.precision += precision;
		day.squares += precision ** 2;
		day.age = ages[position]!;
		const isNear =
			position > 0 &&
			days[position - 1] === days[position] &&
			hours[position]!.startMs - hours[position - 1]!.startMs <= HOUR_MS;
		if (!isNear) return;
		nearProducts += precision * precisions[position - 1]! * error * errors[position - 1]!;
		nearWeights += precision * precisions[position - 1]!;
	});
	let products = METHOD.dayPriorDays * (PRIOR_DAY + WITHIN_DAY * PRIOR_DRIFT);
	let weights = METHOD.dayPriorDays;
	for (const { error, errorSquares, precision, squares, age } of sums) {
		const pairs = precision ** 2 - squares;
		if (!(pairs > 0)) continue;
		const weight = age * (DAY_KNOWN_TO / (DAY_KNOWN_TO + 1 / precision)) ** 2;
		products += (weight * (error ** 2 - errorSquares)) / pairs;
		weights += weight;
	}
	const shared = products / weights;
	const beyond = nearWeights > 0 ? nearProducts / nearWeights - shared : 0;
	const evidence = nearWeights * total ** 2;
	const prior = METHOD.driftPriorPairs;
	const drift =
		((evidence * beyond) / (DRIFT_CORRELATION - WITHIN_DAY) + prior * USUAL_DRIFT * shared) / (evidence + prior);
	return { shared, drift: bounded(drift) };
}
