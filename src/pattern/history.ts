import * as z from 'zod/v4';

import { ageWeight } from '../delivery/foldHours';
import { deliveredHours, type Ledger } from '../delivery/ledger';
import { addDelivery, addTally, type Delivery, emptyTally, readTally, type Tally } from '../delivery/tally';
import { localClock, weekOfMonth } from '../time/localClock';

/** An hour of the day that changed its behaviour: only evidence from then on tells about today. */
export const Regime = z
	.object({
		localHour: z.number().int().min(0).max(23),
		sinceMs: z.number(),
		/** When the change was acted upon; evidence for another one is collected from then on. */
		actedMs: z.number(),
	})
	.readonly();
export type Regime = z.output<typeof Regime>;

/** All complete evidence of a budget, summed over its campaigns and weighted by age. */
export interface History {
	/** (168) by hour of week. */
	readonly hourOfWeek: readonly Tally[];
	/** (5) by week of month. */
	readonly weekOfMonth: readonly Tally[];
	/** (12) by month. */
	readonly month: readonly Tally[];
	/** Complete recent windows, not weighted. */
	readonly recent: readonly RecentWindow[];
}

interface RecentWindow {
	readonly delivery: Delivery;
	readonly localHour: number;
}

/**
 * Collects what the learners need from a ledger: only windows that were complete when they were reported.
 *
 * @param regimes hours whose older evidence no longer tells about today
 */
export function readHistory(ledger: Ledger, timeZone: string, nowMs: number, regimes: readonly Regime[]): History {
	const since = new Map(regimes.map(({ localHour, sinceMs }) => [localHour, sinceMs]));
	const { folded } = ledger;
	const fade = folded === undefined ? 1 : ageWeight(folded.referenceMs, nowMs);
	const restore = (stored: readonly number[][] | undefined, count: number, weightOf: (cell: number) => number) =>
		Array.from({ length: count }, (_, cell) => {
			const tally = emptyTally();
			addTally(tally, readTally(stored?.[cell] ?? []), weightOf(cell));
			return tally;
		});
	const hourOfWeek = restore(folded?.hourOfWeek, 168, (cell) => (since.has(cell % 24) ? 0 : fade));
	const weeks = restore(folded?.weekOfMonth, 5, () => 1);
	const months = restore(folded?.month, 12, () => 1);
	const recent: RecentWindow[] = [];
	for (const hour of deliveredHours(ledger)) {
		if (hour.asOfMs !== null || hour.endMs > nowMs) continue;
		const clock = localClock(hour.startMs, timeZone);
		addDelivery(weeks[weekOfMonth(clock.dayOfMonth)]!, hour, 1);
		addDelivery(months[clock.month]!, hour, 1);
		if (hour.startMs < (since.get(clock.hour) ?? -Infinity)) continue;
		recent.push({ delivery: hour, localHour: clock.hour });
		addDelivery(hourOfWeek[clock.weekday * 24 + clock.hour]!, hour, ageWeight(hour.startMs, nowMs));
	}
	return { hourOfWeek, weekOfMonth: weeks, month: months, recent };
}
