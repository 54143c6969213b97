import { ageWeight } from '../ledger/foldHours';
import { conformalSpread } from './conformalSpread';
import { momentVariances, type SpendVariances } from './momentVariances';
import { normalHazard } from '../statistics/normalHazard';
import { regressElasticity, USUAL_ELASTICITY } from './elasticity';
import type { Roughness } from '../statistics/periodicKernel';
import { type SmoothHours, smoothHours } from './smoothHours';
import type { SpendHour } from './spendSeries';

/**
 * How much an hour spends at the bid in force:
 *
 * log(spend per hour + floor) = level + hour + weekday + cell + elasticity * log multiplier + day + drift + noise
 *
 * `day` is one normal effect for a whole day, `drift` an AR(1) process from hour to hour, `noise` is independent.
 */
export interface SpendModel extends SpendVariances {
	/** Added before the logarithm, major units: two hundredths of a mean hour, so that idle hours count as small. */
	readonly floor: number;
	/** Logarithm of the multiplier in force, the last one reported: 0 is the neutral bid. */
	readonly logMultiplier: number;
	/** Spend answers bids with this power. */
	readonly elasticity: number;
	/** (168) expected log spend by hour of week at the multiplier in force. */
	readonly logSpend: readonly number[];
	/** (168) variance of that expectation, from how little was seen of the hour. */
	readonly logSpendVariance: readonly number[];
	/** By how much forecasts widen the deviations, so that their intervals hold what they promise: see `conformalSpread`. */
	readonly spread: number;
	/** Days of evidence. */
	readonly days: number;
}

/** What is believed of a day's traffic: neighbouring hours are alike, night and noon differ by about a factor of two. */
const TRAFFIC: Roughness = { scale: 0.7, length: 1, own: 0.2, level: 4 };

/** Variance of log spend in one hour, for how much a few hours say. */
const HOUR_VARIANCE = 0.06;

/** Hours' worth of belief that a weekday, an hour of week are like the average. */
const WEEKDAY_BELIEF = 8;
const CELL_BELIEF = 3;

/** Demand changes faster than what a click is worth. */
const HALF_LIFE_DAYS = 28;

/** An hour with so many clicks weighs half as much as one with very many. */
const HALF_WEIGHT_CLICKS = 10;

/**
 * Fits the spend model by ridge regression, its variances by the method of moments.
 *
 * Belief is in hours of evidence: an effect seen n times is shrunk by n / (n + belief). Hours weigh by their age and by their clicks.
 *
 * @param series     complete and running hours in order of time; only complete ones are learned from
 * @param isOrdinary whether a local date teaches what is usual
 * @returns null without any spend to learn from
 */
export function fitSpendModel(series: readonly SpendHour[], isOrdinary: (date: string) => boolean): SpendModel | null {
	const ordinary = series.filter(({ date }) => isOrdinary(date));
	const hours = unconstrained(ordinary).filter(({ complete }) => complete);
	const total = hours.reduce((sum, { spend }) => sum + spend, 0);
	if (total <= 0) return null;
	const floor = (0.02 * total) / hours.length;
	const untilMs = hours.at(-1)!.startMs;
	const logs = hours.map(({ spend, hours: length }) => Math.log(spend / length + floor));
	const weights = hours.map(
		({ startMs, clicks }) =>
			ageWeight(startMs, untilMs, HALF_LIFE_DAYS) * (clicks === null ? 1 : clicks / (clicks + HALF_WEIGHT_CLICKS)),
	);
	const inForce = unconstrained(series).findLast(({ complete, spend }) => complete && spend > 0)!.logMultiplier;
	const bids = hours.map(({ logMultiplier }) => logMultiplier - inForce);

	let elasticity = USUAL_ELASTICITY;
	let atBidInForce = logs.map((log, position) => log - elasticity * bids[position]!);
	let effects = fitEffects(hours, atBidInForce, weights);
	for (let pass = 1; pass < PASSES; pass++) {
		elasticity = regressElasticity(hours, effects.residuals, bids, weights, elasticity);
		atBidInForce = logs.map((log, position) => log - elasticity * bids[position]!);
		effects = fitEffects(hours, uncapped(hours, atBidInForce, effects), weights);
	}
	const variances = momentVariances(hours, effects.residuals);
	return {
		...variances,
		spread: conformalSpread(effects.leftOut, variances.totalVariance),
		floor,
		logMultiplier: inForce,
		elasticity,
		logSpend: effects.fitted,
		logSpendVariance: effects.fitted.map((_, cell) => effects.hourVariance[cell % 24]!),
		days: new Set(hours.map(({ date }) => date)).size,
	};
}

/** Each pass refines the elasticity, and what capped hours would have spent. */
const PASSES = 3;

/** Standard deviation of log spend around its expectation, for what caps have hidden. */
const HIDDEN_DEVIATION = 0.3;

/**
 * What hours would have spent without their caps: a capped hour is known to exceed what it spent, so it counts as the mean of a normal
 * distribution above that.
 *
 * @see J. Tobin, Econometrica 26, 1958
 */
const uncapped = (hours: readonly SpendHour[], logs: readonly number[], { cells, fitted }: Effects): number[] =>
	logs.map((log, position) => {
		if (!hours[position]!.capped) return log;
		const expected = fitted[cells[position]!]!;
		const at = (log - expected) / HIDDEN_DEVIATION;
		return expected + HIDDEN_DEVIATION * normalHazard(at);
	});

/**
 * Hours in which demand decided what was spent. A day that spent as much as any other and then nothing more had run out of money: the
 * hour in which it did and those after it say little of their demand.
 */
function unconstrained(series: readonly SpendHour[]): readonly SpendHour[] {
	const days = new Map<string, { spend: number; lastSpentMs: number }>();
	for (const { date, spend, startMs } of series) {
		const day = days.get(date) ?? { spend: 0, lastSpentMs: startMs };
		days.set(date, { spend: day.spend + spend, lastSpentMs: spend > 0 ? startMs : day.lastSpentMs });
	}
	const most = Math.max(...[...days.values()].map(({ spend }) => spend));
	return series.filter(({ date, startMs, localHour }) => {
		const { spend, lastSpentMs } = days.get(date)!;
		return spend < EXHAUSTED_SHARE * most || startMs < lastSpentMs || (startMs === lastSpentMs && localHour === 23);
	});
}

/** Days that run out end alike, but for what a platform spends late. */
const EXHAUSTED_SHARE = 0.99;

interface Effects {
	/** (hours) hour of the week. */
	readonly cells: readonly number[];
	/** (168) */
	readonly fitted: readonly number[];
	/** (hours) */
	readonly residuals: readonly number[];
	/** (hours) residuals had the hour of week been learned without them. */
	readonly leftOut: readonly number[];
	/** (24) variance of the hours' effects. */
	readonly hourVariance: readonly number[];
}

/** Hour of day, weekday and cell, one given the others; all relative to the mean. */
function fitEffects(hours: readonly SpendHour[], logs: readonly number[], weights: readonly number[]): Effects {
	const cells = hours.map(({ weekday, localHour }) => weekday * 24 + localHour);
	const weight = weights.reduce((sum, value) => sum + value, 0);
	const level = logs.reduce((sum, log, position) => sum + weights[position]! * log, 0) / weight;
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
	const shrink = (effect: Float64Array, belief: number, groupOf: (cell: number) => number) => {
		const { sums, counts } = unexplained(effect.length, groupOf);
		effect.forEach((value, group) => {
			effect[group] = (sums[group]! + value * counts[group]!) / (counts[group]! + belief);
		});
		return counts;
	};
	for (let round = 0; round < 3; round++) {
		const { sums, counts } = unexplained(24, (cell) => cell % 24);
		const seen = sums.map((sum, hour) => (counts[hour]! > 0 ? sum / counts[hour]! + byHour.mean[hour]! : 0));
		byHour = smoothHours(
			seen,
			counts.map((count) => count / HOUR_VARIANCE),
			TRAFFIC,
		);
		shrink(byWeekday, WEEKDAY_BELIEF, (cell) => Math.floor(cell / 24));
	}
	const cellWeights = shrink(byCell, CELL_BELIEF, (cell) => cell);
	const residuals = cells.map((cell, position) => logs[position]! - fittedAt(cell));
	return {
		cells,
		fitted: Array.from({ length: 168 }, (_, cell) => fittedAt(cell)),
		residuals,
		leftOut: residuals.map((residual, position) => {
			const leverage = weights[position]! / (cellWeights[cells[position]!]! + CELL_BELIEF);
			return residual / (1 - leverage);
		}),
		hourVariance: [...byHour.variance],
	};
}

/** Expected spend per hour at an hour of the week at the multiplier in force, before anything is known of the day, major units. */
export function expectedSpend(model: SpendModel, hourOfWeek: number): number {
	const noise = model.noiseVariance[hourOfWeek % 24]!;
	const variance = model.logSpendVariance[hourOfWeek]! + model.dayVariance + model.driftVariance + noise;
	return Math.max(0, Math.exp(model.logSpend[hourOfWeek]! + variance / 2) - model.floor);
}

/** Relative variance of the price of one click around the mean, and one for the Poisson number of clicks. */
const VARIANCE_PER_CLICK = 1.25;

/** Noise in the log spend of an hour: what its clicks leave to chance, or what its hour of day usually has where they are not known. */
export const noiseVariance = (model: SpendModel, localHour: number, clicks: number | null): number =>
	clicks === null ? model.noiseVariance[localHour]! : LEAST_NOISE + VARIANCE_PER_CLICK / Math.max(1, clicks);

const LEAST_NOISE = 0.003;
