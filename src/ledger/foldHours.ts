import type { BudgetDefinition } from '../budget/budgetDefinition';
import { eventsOn } from '../budget/calendarEvent';
import { DAY_MS } from '../time/durations';
import { localClock, weekOfMonth } from '../time/localClock';
import { addToDay, readDay, storeDay } from './dayTotals';
import type { DeliveredHour } from './deliveredHour';
import type { Folded } from './ledger';
import { byCampaign } from './source';
import { readTally, storeTally } from './storedTally';
import { addDelivery, addTally, emptyTally, type Tally } from './tally';

/** Half-life of evidence: long enough for sixteen of each weekday to count, short enough to follow a season. */
const HALF_LIFE_DAYS = 60;

/** Number of day totals kept: a flight of a year and the month before it. */
const DAYS_KEPT = 400;

/** Weight of evidence at the reference: 0.5^(age / half-life). Evidence after the reference weighs more than 1. */
export const ageWeight = (instantMs: number, referenceMs: number, halfLifeDays = HALF_LIFE_DAYS): number =>
	0.5 ** ((referenceMs - instantMs) / DAY_MS / halfLifeDays);

/**
 * Folds windows that can no longer be restated into sufficient statistics of constant size.
 *
 * Hour-of-week evidence is discounted by age relative to one reference instant. Weeks of the month and months are not discounted, because
 * a month's evidence comes once a year. Days of events are not typical and are kept as totals only.
 *
 * @param hours       (windows) of any campaigns, in any order
 * @param referenceMs the new reference, not before the old one
 */
export function foldHours(
	folded: Folded | undefined,
	hours: readonly DeliveredHour[],
	{ timeZone, events }: Pick<BudgetDefinition, 'timeZone' | 'events'>,
	referenceMs: number,
): Folded {
	const fade = folded === undefined ? 1 : ageWeight(folded.referenceMs, referenceMs);
	const hourOfWeek = tallies(folded?.hourOfWeek, 168, fade);
	const weeks = tallies(folded?.weekOfMonth, 5, 1);
	const months = tallies(folded?.month, 12, 1);
	const days = new Map((folded?.days ?? []).map(readDay));
	for (const hour of [...hours].sort(byTimeAndCampaign)) {
		const clock = localClock(hour.startMs, timeZone);
		addToDay(days, clock.date, hour);
		if (hour.divided || eventsOn(events, clock.date).length > 0) continue;
		addDelivery(hourOfWeek[clock.weekday * 24 + clock.hour]!, hour, ageWeight(hour.startMs, referenceMs));
		addDelivery(weeks[weekOfMonth(clock.dayOfMonth)]!, hour, 1);
		addDelivery(months[clock.month]!, hour, 1);
	}
	return {
		referenceMs,
		hourOfWeek: hourOfWeek.map(storeTally),
		weekOfMonth: weeks.map(storeTally),
		month: months.map(storeTally),
		days: [...days]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.slice(-DAYS_KEPT)
			.map(storeDay),
	};
}

export const byTimeAndCampaign = (a: DeliveredHour, b: DeliveredHour): number =>
	a.startMs - b.startMs || byCampaign(a, b);

function tallies(stored: readonly number[][] | undefined, count: number, fade: number): Tally[] {
	return Array.from({ length: count }, (_, cell) => {
		const tally = emptyTally();
		addTally(tally, readTally(stored?.[cell] ?? []), fade);
		return tally;
	});
}
