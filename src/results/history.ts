import { ageWeight } from '../ledger/foldHours';
import { isMeasured } from '../ledger/deliveredHour';
import { deliveredHours, type Ledger } from '../ledger/ledger';
import { readTally } from '../ledger/storedTally';
import { recentlyUsed } from '../recentlyUsed';
import { addDelivery, addTally, type Delivery, emptyTally, type Tally } from '../ledger/tally';
import { DAY_MS } from '../time/durations';
import { localClock, weekOfMonth } from '../time/localClock';
import { conversionDelay } from './reportDelay';

/** Complete windows of a budget, summed over its campaigns and weighted by age. */
export interface History {
	/** (168) by hour of week. */
	readonly hourOfWeek: readonly Tally[];
	/** (5) by week of month. */
	readonly weekOfMonth: readonly Tally[];
	/** (12) by month. */
	readonly month: readonly Tally[];
	/** Complete recent windows. */
	readonly recent: readonly RecentWindow[];
	/** Days from the first known window to the last. */
	readonly days: number;
	/** Latest instant covered. */
	readonly untilMs: number;
}

interface RecentWindow {
	readonly delivery: Delivery;
	readonly localHour: number;
	readonly weekday: number;
	/** Whole days from its end to `untilMs`. */
	readonly daysAgo: number;
	/** Weight by age. */
	readonly weight: number;
	/** Share of its conversions already reported. */
	readonly reported: number;
}

/** Hours with less than this share reported are skipped. */
const MIN_REPORTED = 0.02;

/** What a history is collected from. */
export interface HistorySource {
	readonly ledger: Ledger;
	readonly timeZone: string;
	/** Whether a local date is used for learning. */
	readonly isOrdinary: (date: string) => boolean;
}

/**
 * The input of the learners of rates: the delivery in a ledger, up to the latest instant it covers. It includes only windows that were complete when
 * reported, with their exposure reduced to the share whose conversions have been reported.
 *
 * All rates of a budget are usually learned in a row, so the last history is kept, and not those of all budgets, which would take much room.
 */
export function readHistory(source: HistorySource): History {
	const history = last.get(source) ?? collect(source);
	last.set(source, history);
	return history;
}

const last = recentlyUsed<HistorySource, History>(1);

function collect({ ledger, timeZone, isOrdinary }: HistorySource): History {
	const untilMs = ledger.dataUntilMs ?? 0;
	const reportedAt = conversionDelay(ledger);
	const { folded } = ledger;
	const foldedWeight = folded === undefined ? 1 : ageWeight(folded.referenceMs, untilMs);
	const restore = (stored: readonly number[][] | undefined, count: number, weight: number) =>
		Array.from({ length: count }, (_, cell) => {
			const tally = emptyTally();
			const known = stored?.[cell];
			if (known !== undefined) addTally(tally, readTally(known), weight);
			return tally;
		});
	const hourOfWeek = restore(folded?.hourOfWeek, 168, foldedWeight);
	const weeks = restore(folded?.weekOfMonth, 5, 1);
	const months = restore(folded?.month, 12, 1);
	const recent: RecentWindow[] = [];
	let firstMs = untilMs;
	for (const hour of deliveredHours(ledger)) {
		if (!isMeasured(hour)) continue;
		firstMs = Math.min(firstMs, hour.startMs);
		const clock = localClock(hour.startMs, timeZone);
		if (!isOrdinary(clock.date)) continue;
		const reported = reportedAt(untilMs - hour.endMs);
		const delivery = reported < MIN_REPORTED ? { ...hour, conversions: null, revenue: null } : hour;
		addDelivery(weeks[weekOfMonth(clock.dayOfMonth)]!, delivery, 1, reported);
		addDelivery(months[clock.month]!, delivery, 1, reported);
		const weight = ageWeight(hour.startMs, untilMs);
		const daysAgo = Math.floor((untilMs - hour.endMs) / DAY_MS);
		recent.push({ delivery, localHour: clock.hour, weekday: clock.weekday, daysAgo, weight, reported });
		addDelivery(hourOfWeek[clock.weekday * 24 + clock.hour]!, delivery, weight, reported);
	}
	const days = folded === undefined ? (untilMs - firstMs) / DAY_MS : folded.days.length + (untilMs - firstMs) / DAY_MS;
	return { hourOfWeek, weekOfMonth: weeks, month: months, recent, days, untilMs };
}
