import { sum } from 'simple-statistics';

import { zeros } from '../statistics/zeros';
import { METHOD } from './method';
import {
	fitHours,
	type FittedHours,
	hourOf,
	improveEffects,
	meansOf,
	startingEffects,
	type SpendDispersion,
} from './spendEffects';
import { type SpendEvidence, spendEvidence } from './spendEvidence';
import { cellOf, DRIFT_CORRELATION, type SpendModel } from './spendModel';
import type { SpendHour } from './spendSeries';
import { PRIOR_DAY, spendVariances } from './spendVariances';
import { unconstrainedHours } from './unconstrainedHours';

/** Passes of the fit, and those before which the variances are estimated again. */
const PASSES = 8;
const ESTIMATED_BEFORE = [4, 6, 7];

/** Relative variance of an hour before any was seen. */
const FIRST_TOTAL = 0.05;

/** What the fit is told beside the hours. */
interface SpendFit {
	/** Whether a local date is used for learning. */
	readonly isOrdinary: (date: string) => boolean;
	/** What the daily budgets in force now let campaigns spend, as of an hour; absent where they are not known. */
	readonly logBudget?: number | undefined;
	/** (168) the part of each hour of the week in which money may be spent; absent if that is all of it. */
	readonly open?: readonly number[] | undefined;
}

/**
 * Fits the spend model: effects by quasi-likelihood, variances by moments. In the end the level is set so that, weighted by age and at the
 * bid in force, expected spend adds up to what was spent. Closed hours say nothing, and nothing is expected in them.
 *
 * @param series hours in order of time, the current one included; only complete ones are used for learning
 * @returns null without any spend in open hours
 */
export function fitSpendModel(
	series: readonly SpendHour[],
	{ isOrdinary, logBudget, open }: SpendFit,
): SpendModel | null {
	const ordinary = unconstrainedHours(series.filter(({ date }) => isOrdinary(date))).filter(({ complete }) => complete);
	const hours = open === undefined ? ordinary : openPartsOf(ordinary, open);
	const spends = hours.map(({ spend }) => spend);
	const total = sum(spends);
	if (!(total > 0)) return null;
	const { logMultiplier } = unconstrainedHours(series).findLast(({ complete, spend }) => complete && spend > 0)!;
	const inForce = {
		elasticity: METHOD.elasticity,
		logMultiplier,
		...(logBudget !== undefined && { logBudget }),
	};
	const evidence = spendEvidence(hours, inForce);
	/** If nothing but counts varied, the unit would be this; it is at most this. */
	const largestUnit = sum(spends.map((spend) => spend ** 2)) / total;
	let dispersion: SpendDispersion = { unit: largestUnit, total: FIRST_TOTAL, day: PRIOR_DAY };
	let effects = startingEffects(evidence);
	const estimate = () =>
		spendVariances(evidence, fitHours(evidence, effects, dispersion), effects, dispersion, total / hours.length);
	for (let pass = 0; pass < PASSES; pass++) {
		if (ESTIMATED_BEFORE.includes(pass)) ({ dispersion } = estimate());
		effects = improveEffects(evidence, effects, dispersion);
	}
	const { model } = estimate();
	const fitted = fitHours(evidence, effects, dispersion);
	const level = effects.level + Math.log(spentOverExpected(evidence, fitted));
	const means = meansOf({ ...effects, level });
	const ofHours = misfitsOf(evidence, fitted, 24, hourOf);
	const ofCells = misfitsOf(evidence, fitted, 168, (cell) => cell);
	return {
		...model,
		spend: open === undefined ? means : means.map((mean, cell) => mean * open[cell]!),
		driftCorrelation: DRIFT_CORRELATION,
		hourVariance: ofCells.map((misfit, cell) =>
			Math.max(effects.hourVariance[hourOf(cell)]!, ofHours[hourOf(cell)]!, misfit),
		),
		weekdayVariance: effects.weekdayInformation.map((information) => 1 / (information + METHOD.weekdayPrecision)),
		levelVariance: 1 / effects.levelInformation,
		...inForce,
		days: evidence.dayCount,
	};
}

/** Hours by the length that is open, without closed ones. */
const openPartsOf = (hours: readonly SpendHour[], open: readonly number[]): SpendHour[] =>
	hours.flatMap((hour) => {
		const share = open[cellOf(hour)]!;
		return share === 0 ? [] : [{ ...hour, hours: share * hour.hours }];
	});

/** Spend over expected spend, at the bid in force and weighted by age; a ratio that a spike exceeds is the limited one. */
function spentOverExpected({ hours, ages, exposures }: SpendEvidence, { means, ratios }: FittedHours): number {
	let spent = 0;
	let expected = 0;
	hours.forEach(({ spend, capped, hours: length }, position) => {
		const atBidInForce = (ages[position]! * length * means[position]!) / exposures[position]!;
		const ratio = capped ? ratios[position]! : spend / means[position]!;
		spent += atBidInForce * ratio;
		expected += atBidInForce;
	});
	return spent / expected;
}

/** A misfit of so many standard deviations is none of chance. */
const SURE = 3;

/**
 * (groups) squares of how far the spend of a group's hours is off what is expected of them, relative to that; 0 where chance explains it. An hour in which the
 * ads are off borrows something from its neighbours: without this, its silence would pass for a day without demand.
 */
function misfitsOf(
	{ cells }: SpendEvidence,
	{ ratios, weights }: FittedHours,
	groups: number,
	groupOf: (cell: number) => number,
): number[] {
	const score = zeros(groups);
	const information = zeros(groups);
	cells.forEach((cell, position) => {
		score[groupOf(cell)]! += weights[position]! * (ratios[position]! - 1);
		information[groupOf(cell)]! += weights[position]!;
	});
	return score.map((sum, group) => (sum ** 2 > SURE ** 2 * information[group]! ? (sum / information[group]!) ** 2 : 0));
}
