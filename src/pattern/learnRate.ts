import { addTally, emptyTally, type Tally } from '../delivery/tally';
import { type Estimate, productOf } from '../interval';
import { localClock, weekOfMonth } from '../time/localClock';
import { type History } from './history';
import { cellOf, eventsOf, type Measure } from './measure';
import { type Cell, type Multiplier, shrunkMultipliers } from './shrinkage';

/** A learned rate: its level, and how it differs by time. Each multiplier is relative to the average, 1. */
export interface RatePattern {
	/** Results per unit of exposure; null if the measure was never reported with exposure. */
	readonly rate: Estimate | null;
	/** Variance of a result count over its mean; 1 for Poisson counts. */
	readonly dispersion: number;
	/** (24) */
	readonly hourOfDay: readonly Multiplier[];
	/** (7) Monday first. */
	readonly weekday: readonly Multiplier[];
	/** (5) days 1-7, 8-14, 15-21, 22-28, 29-31. */
	readonly weekOfMonth: readonly Multiplier[];
	/** (12) January first. */
	readonly month: readonly Multiplier[];
}

/**
 * Learns a rate by hour of day, weekday, week of month and month, one after the other: each is what the ones before leave open.
 *
 * The model is events ~ rate * hour * weekday * weekOfMonth * month * exposure, every factor shrunk to 1 (`shrunkMultipliers`).
 */
export function learnRate(history: History, measure: Measure): RatePattern {
	const cells = history.hourOfWeek.map((tally) => cellOf(tally, measure));
	const events = cells.reduce((sum, cell) => sum + cell.events, 0);
	const exposure = cells.reduce((sum, cell) => sum + cell.exposure, 0);
	const dispersion = dispersionOf(history, measure);
	const hourOfDay = shrunkMultipliers(
		pooled(
			cells,
			24,
			(cell) => cell % 24,
			() => 1,
		),
		dispersion,
	);
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
		rate:
			exposure > 0
				? { mean: events / exposure, relativeDeviation: events > 0 ? Math.sqrt(dispersion / events) : 0 }
				: null,
		dispersion,
		hourOfDay,
		weekday,
		weekOfMonth: shrunkMultipliers(whole(history.weekOfMonth), dispersion),
		month: shrunkMultipliers(whole(history.month), dispersion),
	};
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
function dispersionOf(history: History, measure: Measure): number {
	const rates = Array.from({ length: 24 }, (_, hour) => {
		const tally = emptyTally();
		for (let weekday = 0; weekday < 7; weekday++) addTally(tally, history.hourOfWeek[weekday * 24 + hour]!);
		const { events, exposure } = cellOf(tally, measure);
		return exposure > 0 ? events / exposure : 0;
	});
	let chiSquare = 0;
	let windows = 0;
	let sum = 0;
	let squares = 0;
	for (const { delivery, localHour } of history.recent) {
		const evidence = eventsOf(delivery, measure);
		if (evidence === null) continue;
		sum += evidence.events;
		squares += evidence.events ** 2;
		const mean = evidence.exposure * rates[localHour]!;
		if (mean <= 0) continue;
		chiSquare += (evidence.events - mean) ** 2 / mean;
		windows++;
	}
	const independent = measure.startsWith('revenue') && sum > 0 ? squares / sum : 1;
	return windows < LEAST_WINDOWS ? independent : Math.max(LEAST_DISPERSION * independent, chiSquare / (windows - 24));
}
