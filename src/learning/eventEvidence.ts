import { sum } from 'simple-statistics';

import { type CalendarEvent, eventsOn } from '../budget/calendarEvent';
import { addDays, daysBetween } from '../time/localClock';
import { MIN_ORDINARY_DAYS } from '../budget/ordinaryDates';
import { type Cell, shrunkMultipliers } from '../statistics/shrinkage';

/** A full local day that spent something and whose results were reported. */
export interface ResultDay {
	readonly date: string;
	/** 0 is Monday. */
	readonly weekday: number;
	readonly results: number;
	/** On ordinary days, results are in proportion to it. */
	readonly exposure: number;
}

/** Results of the days of one event, and the expected results of ordinary days in their place. */
export interface EventEvidence {
	/** Number of days. */
	readonly days: number;
	readonly results: number;
	readonly expected: number;
	/** Variance of the results over their mean: by chance, by how days differ, and by the uncertainty of the ordinary days. */
	readonly dispersion: number;
}

/** Key of an event's name, which is not case-sensitive. */
export const eventKey = (name: string): string => name.toLowerCase();

/** Days before and after an event day with which it is compared: four of each weekday on either side. */
const AROUND_DAYS = 28;

/**
 * Compares the days of each event with the ordinary days of the four weeks before and after, by weekday.
 *
 * A day with several events informs none of them, and days of any event are not ordinary. Event days close together are compared with the same
 * ordinary days, so the uncertainty of those adds up.
 *
 * @param days       in order of time
 * @param dispersion minimum ratio of the variance of a day's results to their mean: that of independent hours
 * @returns by `eventKey` of the name
 */
export function eventEvidence(
	days: readonly ResultDay[],
	events: readonly CalendarEvent[],
	dispersion: number,
): ReadonlyMap<string, EventEvidence> {
	const named = days.map((day) => ({
		day,
		names: new Set(eventsOn(events, day.date).map(({ name }) => eventKey(name))),
	}));
	const ordinary = named.filter(({ names }) => names.size === 0).map(({ day }) => day);
	const found = new Map<string, Sums>();
	for (const { day, names } of named) {
		if (names.size !== 1) continue;
		const baseline = baselineOf(day, ordinary, dispersion);
		if (baseline === null) continue;
		const [name] = [...names] as [string];
		found.set(name, withDay(found.get(name), day, baseline, dispersion));
	}
	return new Map([...found].map(([name, sums]) => [name, evidenceOf(sums)]));
}

interface Sums extends Omit<EventEvidence, 'dispersion'> {
	/** Variance of the expected results from chance, which is proportional to them. */
	readonly chance: number;
	/** Variance of the expected results from other sources, which is proportional to their square. */
	readonly other: number;
	/** Standard deviation of the expected results, summed over the latest days that share their ordinary days. */
	readonly shared: number;
	readonly lastDate: string;
}

const NONE: Sums = { days: 0, results: 0, expected: 0, chance: 0, other: 0, shared: 0, lastDate: '' };

function withDay(before: Sums | undefined, { date, results }: ResultDay, baseline: Baseline, dispersion: number): Sums {
	const sums = before ?? NONE;
	const isNear = before !== undefined && daysBetween(before.lastDate, date) < AROUND_DAYS;
	const near = isNear ? sums.shared : 0;
	const shared = near + baseline.deviation;
	return {
		days: sums.days + 1,
		results: sums.results + results,
		expected: sums.expected + baseline.mean,
		chance: sums.chance + dispersion * baseline.mean,
		other: sums.other + (baseline.dispersion - dispersion) * baseline.mean + shared ** 2 - near ** 2,
		shared,
		lastDate: date,
	};
}

/** Evidence from the sums; days with more results than expected vary more. */
const evidenceOf = ({ days, results, expected, chance, other }: Sums): EventEvidence => ({
	days,
	results,
	expected,
	dispersion: (chance + other * Math.max(1, results / expected)) / expected,
});

/** Expected results of a day if it were ordinary. */
interface Baseline {
	readonly mean: number;
	/** Standard deviation of that mean. */
	readonly deviation: number;
	readonly dispersion: number;
}

/** Baseline from the ordinary days around a day; null if they are too few or have no results. */
function baselineOf(
	{ date, weekday, exposure }: ResultDay,
	ordinary: readonly ResultDay[],
	minDispersion: number,
): Baseline | null {
	const [from, to] = [addDays(date, -AROUND_DAYS), addDays(date, AROUND_DAYS)];
	const around = ordinary.filter((day) => day.date >= from && day.date <= to);
	const total = sum(around.map(({ results }) => results));
	if (around.length < MIN_ORDINARY_DAYS || total <= 0) return null;
	const weekdays = byWeekday(around);
	const dispersion = Math.max(minDispersion, dispersionOf(around, weekdays));
	const multipliers = shrunkMultipliers(weekdays, dispersion);
	const explained = sum(weekdays.map((cell, day) => cell.exposure * multipliers[day]!.mean));
	const multiplier = multipliers[weekday]!;
	const mean = ((total * exposure) / explained) * multiplier.mean;
	return {
		mean,
		deviation: mean * Math.hypot(Math.sqrt(dispersion / total), multiplier.relativeDeviation),
		dispersion,
	};
}

function byWeekday(days: readonly ResultDay[]): Cell[] {
	const cells = Array.from({ length: 7 }, () => ({ events: 0, exposure: 0, hours: 0 }));
	for (const { weekday, results, exposure } of days) {
		const cell = cells[weekday]!;
		cell.events += results;
		cell.exposure += exposure;
		cell.hours += 24;
	}
	return cells;
}

/**
 * Variance of a day's results over their mean, by the Pearson statistic around the raw rate of each weekday.
 *
 * @see P. McCullagh and J. Nelder, Generalized Linear Models, 1989, 9.2 (quasi-likelihood)
 */
function dispersionOf(days: readonly ResultDay[], weekdays: readonly Cell[]): number {
	let chiSquare = 0;
	for (const { weekday, results, exposure } of days) {
		const { events, exposure: whole } = weekdays[weekday]!;
		const mean = (exposure * events) / whole;
		if (mean > 0) chiSquare += (results - mean) ** 2 / mean;
	}
	return chiSquare / (days.length - weekdays.filter(({ hours }) => hours > 0).length);
}
