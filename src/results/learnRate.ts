import type { Tally } from '../ledger/tally';
import { type Estimate, productOf } from '../statistics/interval';
import { localClock, weekOfMonth } from '../time/localClock';
import { type History } from './history';
import { type HourPattern, learnHourPattern } from './hourPattern';
import { cellOf, eventsOf, isDelayed, type Measure } from './measure';
import { type Cell, type Multiplier, shrunkMultipliers } from '../statistics/shrinkage';

/** A learned rate: its level, and how it differs by time. Each multiplier is relative to the average, 1. */
export interface RatePattern {
	/** Results per unit of exposure; null if the measure was never reported with exposure. */
	readonly rate: Estimate | null;
	/** Variance of a result count over its mean; 1 for Poisson counts. */
	readonly dispersion: number;
	/** Probability that the hours of the day changed within the last ten days. */
	readonly changeProbability: number;
	/** When they most likely did; null if it is likelier that they did not. */
	readonly changedMs: number | null;
	/** (24) */
	readonly hourOfDay: readonly Multiplier[];
	/** (24) as it would be if nothing had changed. */
	readonly usualHourOfDay: readonly Multiplier[];
	/** (7) Monday first. */
	readonly weekday: readonly Multiplier[];
	/** (5) days 1-7, 8-14, 15-21, 22-28, 29-31. */
	readonly weekOfMonth: readonly Multiplier[];
	/** (12) January first. */
	readonly month: readonly Multiplier[];
}

const DAY_MS = 86_400_000;

/** Days in which a change of the pattern is looked for. */
const CHANGE_DAYS = 10;

/**
 * Learns a rate by hour of day, weekday, week of month and month, one after the other: each is what the ones before leave open.
 *
 * The model is events ~ rate * hour * weekday * weekOfMonth * month * exposure. Hours of the day are a Gaussian process that may have
 * changed lately (`learnHourPattern`), the others are shrunk to 1 one by one (`shrunkMultipliers`).
 */
export function learnRate(history: History, measure: Measure): RatePattern {
	const cells = history.hourOfWeek.map((tally) => cellOf(tally, measure));
	const events = cells.reduce((sum, cell) => sum + cell.events, 0);
	const exposure = cells.reduce((sum, cell) => sum + cell.exposure, 0);
	const rate = exposure > 0 ? events / exposure : 0;
	const hours = pooled(
		cells,
		24,
		(cell) => cell % 24,
		() => 1,
	);
	const dispersion = dispersionOf(history, hours, measure);
	const scaled = (values: readonly number[], factor: number) => Float64Array.from(values, (value) => value * factor);
	const counts = (of: readonly { events: number; exposure: number }[]) => ({
		events: scaled(
			of.map((cell) => cell.events),
			1 / dispersion,
		),
		expected: scaled(
			of.map((cell) => cell.exposure),
			rate / dispersion,
		),
	});
	const pattern =
		events > 0
			? learnHourPattern(
					counts(hours),
					isDelayed(measure) ? recentDays(history, measure).map(counts) : [],
					history.days,
				)
			: UNKNOWN;
	const withEvidence = (estimates: readonly Estimate[]) =>
		estimates.map((estimate, hour) => ({ ...estimate, effectiveHours: hours[hour]!.hours }));
	const hourOfDay = withEvidence(pattern.multipliers);
	const weekday = shrunkMultipliers(
		pooled(
			cells,
			7,
			(cell) => Math.floor(cell / 24),
			(cell) => hourOfDay[cell % 24]!.mean,
		),
		dispersion,
	);
	const whole = (tallies: readonly Tally[]) => tallies.map((tally) => cellOf(tally, measure));
	return {
		rate: exposure > 0 ? { mean: rate, relativeDeviation: events > 0 ? Math.sqrt(dispersion / events) : 0 } : null,
		dispersion,
		changeProbability: pattern.changeProbability,
		changedMs: pattern.changedDaysAgo === null ? null : history.untilMs - pattern.changedDaysAgo * DAY_MS,
		hourOfDay,
		usualHourOfDay: withEvidence(pattern.usual),
		weekday,
		weekOfMonth: shrunkMultipliers(whole(history.weekOfMonth), dispersion),
		month: shrunkMultipliers(whole(history.month), dispersion),
	};
}

/** Hours of which nothing is known are alike, and might be anything within a factor of two. */
const ALIKE: readonly Estimate[] = Array.from({ length: 24 }, () => ({ mean: 1, relativeDeviation: 0.6 }));
const UNKNOWN: HourPattern = {
	multipliers: ALIKE,
	usual: ALIKE,
	changeProbability: 0,
	changedDaysAgo: null,
};

/** (days, 24) results and exposure of the last days by hour of day, the newest first, weighted as in the whole. Prices of clicks follow bids: their changes are no news. */
function recentDays(history: History, measure: Measure): { events: number; exposure: number }[][] {
	const days = Array.from({ length: CHANGE_DAYS }, () =>
		Array.from({ length: 24 }, () => ({ events: 0, exposure: 0 })),
	);
	for (const { delivery, localHour, daysAgo, weight, reported } of history.recent) {
		if (daysAgo >= CHANGE_DAYS) continue;
		const evidence = eventsOf(delivery, measure);
		if (evidence === null) continue;
		const cell = days[daysAgo]![localHour]!;
		cell.events += weight * evidence.events;
		cell.exposure += weight * evidence.exposure * reported;
	}
	return days;
}

/** The factor on the rate at an instant, with the uncertainty of all its parts. */
export function multiplierAt(pattern: RatePattern, instantMs: number, timeZone: string): Estimate {
	const { hour } = localClock(instantMs, timeZone);
	return productOf([pattern.hourOfDay[hour]!, ...dayParts(pattern, instantMs, timeZone)]);
}

/** The factor on the rate of a whole day: weekday, week of month and month. */
export const dayMultiplier = (pattern: RatePattern, instantMs: number, timeZone: string): number =>
	productOf(dayParts(pattern, instantMs, timeZone)).mean;

function dayParts(pattern: RatePattern, instantMs: number, timeZone: string): readonly Multiplier[] {
	const { weekday, dayOfMonth, month } = localClock(instantMs, timeZone);
	return [pattern.weekday[weekday]!, pattern.weekOfMonth[weekOfMonth(dayOfMonth)]!, pattern.month[month]!];
}

/** The pattern of a product of two rates, results by what they have in common: the first one's chance, both uncertainties. */
export function productOfRates(results: RatePattern, exposure: RatePattern): RatePattern {
	const both = (one: readonly Multiplier[], other: readonly Multiplier[]) =>
		one.map((multiplier, position) => ({ ...multiplier, ...productOf([multiplier, other[position]!]) }));
	return {
		...results,
		rate: results.rate && exposure.rate && productOf([results.rate, exposure.rate]),
		hourOfDay: both(results.hourOfDay, exposure.hourOfDay),
		usualHourOfDay: both(results.usualHourOfDay, exposure.usualHourOfDay),
		weekday: both(results.weekday, exposure.weekday),
		weekOfMonth: both(results.weekOfMonth, exposure.weekOfMonth),
		month: both(results.month, exposure.month),
	};
}

/** Sums cells into groups; exposure is scaled by what is already explained. */
function pooled(
	cells: readonly Cell[],
	groups: number,
	groupOf: (cell: number) => number,
	explained: (cell: number) => number,
): Cell[] {
	const sums = Array.from({ length: groups }, () => ({ events: 0, exposure: 0, hours: 0 }));
	cells.forEach(({ events, exposure, hours }, cell) => {
		const sum = sums[groupOf(cell)]!;
		sum.events += events;
		sum.exposure += exposure * explained(cell);
		sum.hours += hours;
	});
	return sums;
}

/** With fewer windows, the Pearson statistic says little. */
const LEAST_WINDOWS = 48;

/** Fractional attribution can make counts steadier than Poisson counts, but hardly by more than this. */
const LEAST_DISPERSION = 0.25;

/**
 * Variance of a window's results over their mean, by the Pearson statistic around the raw rate of each hour of the day:
 *
 * dispersion = sum((events - mean)^2 / mean) / (windows - 24)
 *
 * With fewer than 48 windows it is that of Poisson counts, 1, or of Poisson purchases of the sizes seen, sum(events^2) / sum(events).
 *
 * @see P. McCullagh and J. Nelder, Generalized Linear Models, 1989, 9.2 (quasi-likelihood)
 */
function dispersionOf(history: History, hours: readonly Cell[], measure: Measure): number {
	const rates = hours.map(({ events, exposure }) => (exposure > 0 ? events / exposure : 0));
	let chiSquare = 0;
	let windows = 0;
	let sum = 0;
	let squares = 0;
	for (const { delivery, localHour, reported } of history.recent) {
		const evidence = eventsOf(delivery, measure);
		if (evidence === null) continue;
		sum += evidence.events;
		squares += evidence.events ** 2;
		const mean = evidence.exposure * (isDelayed(measure) ? reported : 1) * rates[localHour]!;
		if (mean <= 0) continue;
		chiSquare += (evidence.events - mean) ** 2 / mean;
		windows++;
	}
	const independent = measure.startsWith('revenue') && sum > 0 ? squares / sum : 1;
	return windows < LEAST_WINDOWS ? independent : Math.max(LEAST_DISPERSION * independent, chiSquare / (windows - 24));
}
