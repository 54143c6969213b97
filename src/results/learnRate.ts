import { sum } from 'simple-statistics';

import type { Tally } from '../ledger/tally';
import type { Estimate } from '../statistics/interval';
import type { HourCounts } from '../statistics/periodicProcess';
import { type Cell, shrunkMultipliers } from '../statistics/shrinkage';
import { zeros } from '../statistics/zeros';
import { DAY_MS } from '../time/durations';
import { dispersionOf } from './dispersion';
import type { History } from './history';
import { type HourPattern, learnHourPattern } from './hourPattern';
import { cellOf, eventsOf, isDelayed, type Measure } from './measure';
import { METHOD } from './method';
import type { RatePattern } from './ratePattern';

/**
 * Learns a rate by hour of day, weekday, week of month and month, in this order: each is fitted to the residuals of the ones before.
 *
 * The model is events ~ rate * hour * weekday * weekOfMonth * month * exposure. Hours of the day are a Gaussian process with a
 * possible recent change (`learnHourPattern`); the others are each shrunk to 1 (`shrunkMultipliers`).
 */
export function learnRate(history: History, measure: Measure): RatePattern {
	const cells = history.hourOfWeek.map((tally) => cellOf(tally, measure));
	const events = sum(cells.map((cell) => cell.events));
	const exposure = sum(cells.map((cell) => cell.exposure));
	const rate = exposure > 0 ? events / exposure : 0;
	const hours = pooled(cells, 24, (cell) => cell % 24);
	const dispersion = dispersionOf(history, hours, measure);
	const counts = (of: readonly Evidence[]) => effectiveCounts(of, rate, dispersion);
	// Click prices follow bids, so a change in them is not a change of the pattern.
	const recent = () => (isDelayed(measure) ? recentDays(history, measure).map(counts) : []);
	const pattern = events > 0 && exposure > 0 ? learnHourPattern(counts(hours), recent(), history.days) : PRIOR_PATTERN;
	const withEvidence = (estimates: readonly Estimate[]) =>
		estimates.map(({ mean, relativeDeviation }, hour) => ({
			mean,
			relativeDeviation,
			effectiveHours: hours[hour]!.hours,
		}));
	const hourOfDay = withEvidence(pattern.multipliers);
	const explained = (cell: number) => hourOfDay[cell % 24]!.mean;
	const weekdays = pooled(cells, 7, (cell) => Math.floor(cell / 24), explained);
	const whole = (tallies: readonly Tally[]) => tallies.map((tally) => cellOf(tally, measure));
	return {
		rate: exposure > 0 ? { mean: rate, relativeDeviation: events > 0 ? Math.sqrt(dispersion / events) : 0 } : null,
		dispersion,
		changeProbability: pattern.changeProbability,
		changedMs: pattern.changedDaysAgo === null ? null : history.untilMs - pattern.changedDaysAgo * DAY_MS,
		hourOfDay,
		unchangedHourOfDay: pattern.unchanged === pattern.multipliers ? hourOfDay : withEvidence(pattern.unchanged),
		weekday: shrunkMultipliers(weekdays, dispersion),
		weekOfMonth: shrunkMultipliers(whole(history.weekOfMonth), dispersion),
		month: shrunkMultipliers(whole(history.month), dispersion),
	};
}

/** Prior: every hour is average, within about a factor of two. */
const PRIOR_MULTIPLIERS: readonly Estimate[] = Array.from({ length: 24 }, () => ({ mean: 1, relativeDeviation: 0.6 }));
const PRIOR_PATTERN: HourPattern = {
	multipliers: PRIOR_MULTIPLIERS,
	unchanged: PRIOR_MULTIPLIERS,
	changeProbability: 0,
	changedDaysAgo: null,
};

type Evidence = Pick<Cell, 'events' | 'exposure'>;

/** An hour is at most this many times as good as the average: results that were attributed to an hour with hardly any traffic belong to others. */
const MAX_MULTIPLIER = 100;

/**
 * (cells) counts divided by the dispersion: Poisson counts of the same relative variance. Results of a cell without exposure are those of
 * earlier clicks and spend, and no evidence on its rate.
 */
function effectiveCounts(cells: readonly Evidence[], rate: number, dispersion: number): HourCounts {
	const expected = zeros(cells.length);
	const counts = zeros(cells.length);
	for (let cell = 0; cell < cells.length; cell++) {
		const { events, exposure } = cells[cell]!;
		counts[cell] = Math.min(events, MAX_MULTIPLIER * rate * exposure) / dispersion;
		expected[cell] = (rate * exposure) / dispersion;
	}
	return { events: counts, expected };
}

/** (days, 24) results and exposure of the recent days by hour of day, newest first, with the weights used for all history. */
function recentDays(history: History, measure: Measure): Evidence[][] {
	const days = Array.from({ length: METHOD.changeDays }, () =>
		Array.from({ length: 24 }, () => ({ events: 0, exposure: 0 })),
	);
	for (const { delivery, localHour, daysAgo, weight, reported } of history.recent) {
		if (daysAgo >= METHOD.changeDays) continue;
		const evidence = eventsOf(delivery, measure);
		if (evidence === null) continue;
		const cell = days[daysAgo]![localHour]!;
		cell.events += weight * evidence.events;
		cell.exposure += weight * evidence.exposure * reported;
	}
	return days;
}

/** Sums cells into groups; exposure is scaled by the effects already learned. */
function pooled(
	cells: readonly Cell[],
	groups: number,
	groupOf: (cell: number) => number,
	explained: (cell: number) => number = () => 1,
): Cell[] {
	const sums = Array.from({ length: groups }, () => ({ events: 0, exposure: 0, hours: 0 }));
	cells.forEach(({ events, exposure, hours }, cell) => {
		const group = sums[groupOf(cell)]!;
		group.events += events;
		group.exposure += exposure * explained(cell);
		group.hours += hours;
	});
	return sums;
}
