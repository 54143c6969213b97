import { sum } from 'simple-statistics';

import { zeros } from '../statistics/zeros';
import type { HistoryDay } from './historyDays';
import { hourVariation } from './hourVariation';

/** Response of an hour's results to its spend: results = hour effect * day effect * spend^elasticity. */
export interface HourResponse {
	/** Grid of elasticities, and the posterior weight of each. */
	readonly elasticities: readonly number[];
	readonly weights: readonly number[];
	/** Variance of an hour's results over their mean. */
	readonly dispersion: number;
	/** (elasticities, 24) results of a spend of 1 by hour of the day, on a day with an effect of 1. */
	readonly hourEffects: readonly (readonly number[])[];
	/** (elasticities, days) */
	readonly dayEffects: readonly (readonly number[])[];
	/** (days, hours) expected results at the prior mean of the elasticity; 0 for hours without spend. */
	readonly means: readonly (readonly number[])[];
	/** (days, hours) log spend minus effects of hour and day: the variation that identifies the elasticity. */
	readonly leverage: readonly (readonly number[])[];
	/** sum(means * leverage^2), and the estimate of the elasticity from the results alone. */
	readonly information: number;
	readonly likelihoodEstimate: number;
	/** (elasticities) effect of an average hour. */
	readonly averageHours: readonly number[];
	/** Standard deviation of the log effects of hours. */
	readonly hourSpread: number;
	/** (24) weight of an hour's own results against the average hour: 0 without results. */
	readonly hourReliability: readonly number[];
	/** Whether the history narrows the prior of the elasticity. */
	readonly identified: boolean;
}

/** Results of search and social ads grow less than proportionally with spend; published elasticities are mostly between 0.5 and 0.9. */
const PRIOR_MEAN = 0.75;
const PRIOR_DEVIATION = 0.15;

const GRID = Array.from({ length: 17 }, (_, step) => 0.3 + 0.05 * step);

/** Iterations of fitting hours and days alternately; ten are exact to a thousandth. */
const STEPS = 12;

/**
 * Learns how results respond to spend within a history: quasi-Poisson with an effect for each hour of the day and each day. The elasticity is therefore
 * identified only by spend that differs from what is usual for its hour and its day.
 *
 * The likelihood on a grid of elasticities, with effects fitted by iterative proportional fitting, times a normal prior of 0.75 +- 0.15.
 *
 * @see W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11, 1940; P. McCullagh and J. Nelder, Generalized Linear Models, 1989, 9.2
 */
export function learnHourResponse(days: readonly HistoryDay[]): HourResponse {
	const history = cellsOf(days);
	const fits = GRID.map((elasticity) => fitEffects(history, elasticity));
	const near = fits[GRID.findIndex((elasticity) => elasticity >= PRIOR_MEAN - EPSILON)]!;
	const dispersion = Math.max(MIN_DISPERSION, near.chiSquare / Math.max(1, near.cells - near.parameters));
	const averages = fits.map(({ hours }) => hourVariation(hours, history.results, dispersion));
	const hourSpread = hourVariation(near.hours, history.results, dispersion).spread;
	const means = days.map(({ hours }) => hours.map(() => 0));
	history.cells.forEach(({ day, hour }, cell) => (means[day]![hour] = near.means[cell]!));
	const leverage = residualLogSpend(days, means);
	const sumOver = (value: (mean: number, residual: number, result: number) => number) =>
		sum(
			days.map(({ hours }, day) =>
				sum(hours.map(({ result }, hour) => value(means[day]![hour]!, leverage[day]![hour]!, result))),
			),
		);
	const information = sumOver((mean, residual) => mean * residual ** 2);
	const score = sumOver((mean, residual, result) => (mean > 0 ? residual * (result - mean) : 0));
	const logs = fits.map(
		({ logLikelihood }, step) => logLikelihood / dispersion - ((GRID[step]! - PRIOR_MEAN) / PRIOR_DEVIATION) ** 2 / 2,
	);
	const max = Math.max(...logs);
	const raw = logs.map((log) => Math.exp(log - max));
	const total = sum(raw);
	const weights = raw.map((weight) => weight / total);
	const mean = sum(weights.map((weight, step) => weight * GRID[step]!));
	const variance = sum(weights.map((weight, step) => weight * (GRID[step]! - mean) ** 2));
	return {
		elasticities: GRID,
		weights,
		dispersion,
		hourEffects: fits.map(({ hours }) => hours),
		dayEffects: fits.map(({ effects }) => effects),
		means,
		leverage,
		information,
		likelihoodEstimate: PRIOR_MEAN + (information > 0 ? score / information : 0),
		averageHours: averages.map(({ mean }) => Math.exp(mean)),
		hourSpread,
		hourReliability: history.results.map((results) => hourSpread ** 2 / (hourSpread ** 2 + dispersion / results)),
		identified: Math.sqrt(variance) < IDENTIFIED_DEVIATION_RATIO * PRIOR_DEVIATION,
	};
}

const EPSILON = 1e-9;

/** Fractional attribution can make counts less variable than Poisson counts, but hardly below this. */
const MIN_DISPERSION = 0.25;

/** A history identifies the elasticity if it at least halves the prior standard deviation. */
const IDENTIFIED_DEVIATION_RATIO = 0.5;

/** An hour of a history by its position, and what it delivered. */
export interface HistoryCell {
	readonly day: number;
	readonly hour: number;
	readonly localHour: number;
	readonly spend: number;
	readonly result: number;
}

/** The hours with spend of a history, and their results. */
interface Cells {
	readonly cells: readonly HistoryCell[];
	/** (24) */
	readonly results: readonly number[];
	/** (days) */
	readonly ofDay: readonly number[];
}

function cellsOf(days: readonly HistoryDay[]): Cells {
	const results = zeros(24);
	const ofDay = days.map(() => 0);
	const cells = days.flatMap(({ hours }, day) =>
		hours.flatMap(({ localHour, spend, result }, hour) => (spend > 0 ? [{ day, hour, localHour, spend, result }] : [])),
	);
	for (const { day, localHour, result } of cells) {
		results[localHour]! += result;
		ofDay[day]! += result;
	}
	return { cells, results, ofDay };
}

interface Fit {
	readonly hours: readonly number[];
	readonly logLikelihood: number;
	readonly chiSquare: number;
	readonly cells: number;
	readonly parameters: number;
	readonly effects: readonly number[];
	/** (cells) */
	readonly means: Float64Array;
}

function fitEffects({ cells, results, ofDay }: Cells, elasticity: number): Fit {
	const hours = new Array<number>(24).fill(1);
	const effects = ofDay.map(() => 1);
	const exposure = Float64Array.from(cells, ({ spend }) => spend ** elasticity);
	for (let step = 0; step < STEPS; step++) {
		const expected = zeros(24);
		cells.forEach(({ day, localHour }, cell) => (expected[localHour]! += exposure[cell]! * effects[day]!));
		const total = sum(expected);
		const level = sum(results) / Math.max(Number.MIN_VALUE, total);
		const prior = (HOUR_PRIOR * total) / 24;
		for (let hour = 0; hour < 24; hour++) {
			hours[hour] = (results[hour]! + level * prior) / (expected[hour]! + prior);
		}
		const usual = ofDay.map(() => 0);
		cells.forEach(({ day, localHour }, cell) => (usual[day]! += exposure[cell]! * hours[localHour]!));
		ofDay.forEach((own, day) => (effects[day] = (own + DAY_PRIOR) / (usual[day]! + DAY_PRIOR)));
	}
	const means = Float64Array.from(
		cells,
		({ day, localHour }, cell) => exposure[cell]! * hours[localHour]! * effects[day]!,
	);
	let [logLikelihood, chiSquare, count] = [0, 0, 0];
	cells.forEach(({ result }, cell) => {
		const mean = means[cell]!;
		if (mean <= 0) return;
		logLikelihood += result * Math.log(mean) - mean;
		chiSquare += (result - mean) ** 2 / mean;
		count++;
	});
	return { hours, logLikelihood, chiSquare, cells: count, parameters: 23 + ofDay.length, effects, means };
}

/** (days, hours) log spend minus weighted effects of hour and day, fitted alternately; 0 for hours without spend. */
function residualLogSpend(days: readonly HistoryDay[], means: readonly (readonly number[])[]): number[][] {
	const left = days.map(({ hours }) => hours.map(({ spend }) => (spend > 0 ? Math.log(spend) : 0)));
	const centre = (cells: readonly (readonly [number, number])[]) => {
		const weight = sum(cells.map(([day, hour]) => means[day]![hour]!));
		if (weight <= 0) return;
		const average = sum(cells.map(([day, hour]) => means[day]![hour]! * left[day]![hour]!)) / weight;
		for (const [day, hour] of cells) left[day]![hour]! -= average;
	};
	const cells = days.flatMap(({ hours }, day) =>
		hours.flatMap(({ spend }, hour): [number, number][] => (spend > 0 ? [[day, hour]] : [])),
	);
	const byHour = Array.from({ length: 24 }, (_, localHour) =>
		cells.filter(([day, hour]) => days[day]!.hours[hour]!.localHour === localHour),
	);
	const byDay = days.map((_, position) => cells.filter(([day]) => day === position));
	for (let step = 0; step < STEPS; step++) [...byHour, ...byDay].forEach(centre);
	return left;
}

/** Prior weight of the average hour, as a share of an average hour's evidence. */
const HOUR_PRIOR = 0.01;

/** Prior results of a day, which shrink its effect toward 1. */
export const DAY_PRIOR = 1;
