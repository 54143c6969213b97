import { sum } from 'simple-statistics';

import type { Roughness } from '../statistics/periodicKernel';
import { zeros } from '../statistics/zeros';
import { METHOD } from './method';
import { smoothHours } from './smoothHours';
import { spendAboveCap } from './spendAboveCap';
import type { SpendEvidence } from './spendEvidence';

/** What is known of the variances of spend while its effects are fitted. */
export interface SpendDispersion {
	readonly unit: number;
	/** Relative variance of an hour beyond its unit. */
	readonly total: number;
	/** The part of it that the hours of a day share. */
	readonly day: number;
}

/** Log effects of the level, of hours of the day, weekdays and hours of the week. */
export interface SpendEffects {
	readonly level: number;
	/** (24) */
	readonly byHour: readonly number[];
	/** (7) */
	readonly byWeekday: readonly number[];
	/** (168) */
	readonly byCell: readonly number[];
	/** (24) variances of the effects of hours. */
	readonly hourVariance: readonly number[];
	/** Information on the level, (7) on weekdays and (168) on hours of the week. */
	readonly levelInformation: number;
	readonly weekdayInformation: readonly number[];
	readonly cellInformation: readonly number[];
}

/** Hours under given effects: (hours) expectations, spend over expectation, and weights. */
export interface FittedHours {
	readonly means: readonly number[];
	/** Relative variances. */
	readonly variances: readonly number[];
	readonly ratios: readonly number[];
	readonly weights: readonly number[];
	/** Weights for what a whole day shares: its hours are not independent. */
	readonly dayWeights: readonly number[];
}

/** Prior of a day's traffic: neighbouring hours are similar, night and noon differ by about a factor of two. */
const trafficPrior = (): Roughness => ({ scale: 0.7, length: METHOD.hourLength, own: 0.2, level: 4 });

/** Maximum change of a log effect in one step. */
const LARGEST_STEP = 1;

/** An hour counts at most this many standard deviations above its expectation. */
const SPIKE_DEVIATIONS = 4;

/** An hour may always be three times as large as expected. */
const LEAST_SPIKE = 2;

/** Effects before anything is known but the total. */
export const startingEffects = ({ hours, ages, exposures }: SpendEvidence): SpendEffects => ({
	level: Math.log(
		sum(hours.map(({ spend }, position) => ages[position]! * spend)) /
			sum(exposures.map((exposure, position) => ages[position]! * exposure)),
	),
	byHour: zeros(24),
	byWeekday: zeros(7),
	byCell: zeros(168),
	hourVariance: zeros(24),
	levelInformation: 0,
	weekdayInformation: zeros(7),
	cellInformation: zeros(168),
});

/** (168) expected spend per hour by hour of week. */
export function meansOf({ level, byHour, byWeekday, byCell }: SpendEffects): number[] {
	const means = zeros(byCell.length);
	for (let cell = 0; cell < means.length; cell++) {
		means[cell] = Math.exp(level + byHour[hourOf(cell)]! + byWeekday[weekdayOf(cell)]! + byCell[cell]!);
	}
	return means;
}

/** The hour of the day of an hour of the week. */
export const hourOf = (cell: number): number => cell % 24;
const weekdayOf = (cell: number): number => Math.floor(cell / 24);

/**
 * Hours under these effects. Weights come from what was expected of an hour, never from what it spent.
 *
 * A ratio is limited to 1 + max(4 standard deviations, 2, variance): one click where hardly any is expected is no spike.
 */
export function fitHours(evidence: SpendEvidence, effects: SpendEffects, dispersion: SpendDispersion): FittedHours {
	const { hours, cells, days, dayCount, ages, exposures } = evidence;
	const byCell = meansOf(effects);
	const means = zeros(hours.length);
	const variances = zeros(hours.length);
	const ratios = zeros(hours.length);
	const weights = zeros(hours.length);
	const dayInformation = zeros(dayCount);
	hours.forEach(({ spend, capped }, position) => {
		const mean = exposures[position]! * byCell[cells[position]!]!;
		const variance = dispersion.unit / mean + dispersion.total;
		const demand = capped && METHOD.uncapped ? spendAboveCap(spend, mean, variance) : spend;
		const largest = 1 + Math.max(SPIKE_DEVIATIONS * Math.sqrt(variance), LEAST_SPIKE, variance);
		means[position] = mean;
		variances[position] = variance;
		ratios[position] = Math.min(demand / mean, largest);
		weights[position] = ages[position]! / variance;
		dayInformation[days[position]!]! += 1 / variance;
	});
	const dayWeights = weights.map(
		(weight, position) => weight / (1 + dispersion.day * dayInformation[days[position]!]!),
	);
	return { means, variances, ratios, weights, dayWeights };
}

/**
 * One pass of Fisher scoring on the quasi-likelihood, group by group: score = sum of weight * (ratio - 1), information = sum of weights. The
 * level comes first, hours of the day are a Gaussian process, weekdays and hours of the week are shrunk.
 */
export function improveEffects(
	evidence: SpendEvidence,
	start: SpendEffects,
	dispersion: SpendDispersion,
): SpendEffects {
	let effects = start;
	const scored = (groups: number, groupOf: (cell: number) => number, weighting: 'weights' | 'dayWeights') => {
		const { ratios, [weighting]: weights } = fitHours(evidence, effects, dispersion);
		const score = zeros(groups);
		const information = zeros(groups);
		evidence.cells.forEach((cell, position) => {
			score[groupOf(cell)]! += weights[position]! * (ratios[position]! - 1);
			information[groupOf(cell)]! += weights[position]!;
		});
		return { score, information };
	};
	const level = scored(1, () => 0, 'dayWeights');
	effects = {
		...effects,
		level: effects.level + limited(level.score[0]! / level.information[0]!),
		levelInformation: level.information[0]!,
	};
	const hour = scored(24, hourOf, 'weights');
	const seen = effects.byHour.map((effect, group) =>
		hour.information[group]! > 0 ? effect + limited(hour.score[group]! / hour.information[group]!) : 0,
	);
	const smooth = smoothHours(seen, hour.information, trafficPrior());
	effects = { ...effects, byHour: smooth.mean, hourVariance: smooth.variance };
	const weekday = scored(7, weekdayOf, 'dayWeights');
	effects = {
		...effects,
		byWeekday: shrunk(effects.byWeekday, weekday, METHOD.weekdayPrecision),
		weekdayInformation: weekday.information,
	};
	const cell = scored(168, (own) => own, 'weights');
	return {
		...effects,
		byCell: shrunk(effects.byCell, cell, METHOD.cellPrecision),
		cellInformation: cell.information,
	};
}

const limited = (step: number): number => Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));

const shrunk = (
	effects: readonly number[],
	{ score, information }: { readonly score: readonly number[]; readonly information: readonly number[] },
	precision: number,
): number[] =>
	effects.map(
		(effect, group) => effect + limited((score[group]! - precision * effect) / (information[group]! + precision)),
	);
