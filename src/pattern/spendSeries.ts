import { coveredUntilMs, deliveredHours, type Ledger } from '../delivery/ledger';
import { hoursBetween, localClock } from '../time/localClock';
import { localDay } from '../time/localDay';

/** One local hour of a day on which something was delivered, summed over campaigns. */
export interface SpendHour {
	readonly startMs: number;
	readonly date: string;
	readonly localHour: number;
	readonly weekday: number;
	/** Length of what is covered, in hours: 1, or less for a half hour or an hour still running. */
	readonly hours: number;
	/** In major units. */
	readonly spend: number;
	/** Whether the hour had ended when it was reported. */
	readonly complete: boolean;
}

const MICROS = 1_000_000;

/**
 * Spend by local hour, for every day that has any windows, up to the last instant covered.
 *
 * On such a day an hour without a window spent nothing: platforms leave idle hours out, and the day's total is what they
 * report. A day without any window is not there: it was paused, or never fetched.
 *
 * @returns (hours) in order of time
 */
export function spendSeries(ledger: Ledger, timeZone: string): SpendHour[] {
	const spendAt = new Map<number, number>();
	const untilMs = ledger.dataUntilMs ?? -Infinity;
	const dates = new Set<string>();
	const slots = new Map<string, ReturnType<typeof localDay>>();
	for (const window of deliveredHours(ledger)) {
		const { date } = localClock(window.startMs, timeZone);
		dates.add(date);
		const day = slots.get(date) ?? localDay(date, timeZone);
		slots.set(date, day);
		const until = coveredUntilMs(window);
		for (const slot of day) {
			const overlap = Math.min(until, slot.endMs) - Math.max(window.startMs, slot.startMs);
			if (overlap <= 0) continue;
			const share = overlap / (until - window.startMs);
			spendAt.set(slot.startMs, (spendAt.get(slot.startMs) ?? 0) + (window.spend * share) / MICROS);
		}
	}
	return [...dates].sort().flatMap((date) =>
		slots
			.get(date)!
			.filter(({ startMs }) => startMs < untilMs)
			.map(({ startMs, endMs, localHour }) => ({
				startMs,
				date,
				localHour,
				weekday: localClock(startMs, timeZone).weekday,
				hours: hoursBetween(startMs, Math.min(endMs, untilMs)),
				spend: spendAt.get(startMs) ?? 0,
				complete: endMs <= untilMs,
			})),
	);
}
