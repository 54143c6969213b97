import { sum } from 'simple-statistics';

import { trackDay } from '../demand/dayState';
import { latePaths, lateSpend } from '../demand/lateSpend';
import { meansOfPaths, spendPaths, totalsOfPaths } from '../demand/spendPaths';
import { type DayTotal, NO_RESULTS } from '../ledger/dayTotals';
import { toMicros } from '../money/micros';
import { rememberLast } from '../rememberLast';
import { type Interval, NOTHING } from '../statistics/interval';
import { sampleInterval, sampleMean } from '../statistics/quantiles';
import { HOUR_MS } from '../time/durations';
import { localClock } from '../time/localClock';
import { localDay } from '../time/localDay';
import type { Learning } from './learning';
import { silentSinceMs } from './usedUp';
import { modelOn } from './modelOn';
import { dateOf, hoursOf, weekdayOf } from './nowcast';
import { trafficOf } from './trafficOf';

/** After that long without a report the budget was more likely paused than not reported, and its data is stale. */
const MAX_SILENCE_MS = 48 * HOUR_MS;

/** Spend that no report covers yet. It is not zero: it is expected and reserved. Major units. */
export interface Unreported {
	/** First instant that no report covers; the start of today if that was earlier. */
	readonly fromMs: number;
	/** (hours) expected today: since the last report, and of reported hours that usually grow. */
	readonly byHour: readonly number[];
	readonly today: Interval;
	/** Expected on earlier local dates. */
	readonly earlier: ReadonlyMap<string, number>;
}

/**
 * Spend up to an instant that is expected but not reported, from the spend model and today's hours so far. Nothing is expected without spend
 * history, on a day that has spent its daily budgets, or later than 48 hours after the last report.
 */
export const unreportedAt = rememberLast((learning: Learning, nowMs: number): Unreported => {
	const { timeZone } = learning.definition;
	const dataUntilMs = silentSinceMs(learning, nowMs);
	const day = localDay(localClock(nowMs, timeZone).date, timeZone);
	const model = modelOn(learning, dateOf(day, timeZone));
	const startMs = day[0]!.startMs;
	const fromMs = Math.min(nowMs, Math.max(startMs, dataUntilMs ?? startMs));
	const reported = hoursOf(learning, day);
	const isComplete = fromMs >= nowMs && reported.every((hour) => hour.reported === 1);
	if (model === null || dataUntilMs === undefined || isComplete) {
		return { fromMs, byHour: day.map(() => 0), today: NOTHING, earlier: new Map() };
	}
	const state = trackDay(model, reported, weekdayOf(day, timeZone));
	const ofReported = latePaths(model, state, reported);
	const late = scaledTo(sampleMean(ofReported), lateSpend(model, state, reported));
	const elapsed = day.flatMap((hour) =>
		hour.startMs < nowMs ? [{ ...hour, endMs: Math.min(hour.endMs, nowMs) }] : [],
	);
	const paths = spendPaths(model, state, elapsed, fromMs, timeZone);
	const byHour = day.map((hour) => {
		const silent = paths.hours.findIndex(({ startMs }) => startMs >= hour.startMs && startMs < hour.endMs);
		const grown = reported.findIndex(({ startMs }) => startMs === hour.startMs);
		return (silent < 0 ? 0 : meansOfPaths(paths)[silent]!) + (grown < 0 ? 0 : late[grown]!);
	});
	return {
		fromMs,
		byHour,
		today: sampleInterval(totalsOfPaths(paths).map((total, path) => ofReported[path]! + total)),
		earlier: earlierDays(learning, dataUntilMs, Math.min(startMs, dataUntilMs + MAX_SILENCE_MS)),
	};
});

/** Parts of a total in proportion to amounts. */
function scaledTo(total: number, amounts: readonly number[]): readonly number[] {
	const all = sum([...amounts]);
	return all > 0 ? amounts.map((amount) => (amount * total) / all) : amounts;
}

/** Expected spend of the hours before today that no report covers, by local date. */
function earlierDays(learning: Learning, fromMs: number, untilMs: number): Map<string, number> {
	const days = new Map<string, number>();
	for (let startMs = fromMs; startMs < untilMs; startMs = Math.min(untilMs, nextHour(startMs))) {
		const { date } = localClock(startMs, learning.definition.timeZone);
		const expected = trafficOf({ startMs, endMs: Math.min(untilMs, nextHour(startMs)) }, learning);
		days.set(date, (days.get(date) ?? 0) + expected);
	}
	return days;
}

const nextHour = (instantMs: number): number => (Math.floor(instantMs / HOUR_MS) + 1) * HOUR_MS;

/** Delivery by local date with the spend that is expected but not reported. */
export function withUnreported(
	days: ReadonlyMap<string, DayTotal>,
	{ earlier, today }: Unreported,
	date: string,
): ReadonlyMap<string, DayTotal> {
	if (today.mean === 0 && earlier.size === 0) return days;
	const assumed = new Map(days);
	for (const [day, expected] of [...earlier, [date, today.mean] as const]) {
		if (expected === 0) continue;
		const reported = assumed.get(day) ?? { ...NO_RESULTS, spend: 0 };
		assumed.set(day, { ...reported, spend: reported.spend + toMicros(expected) });
	}
	return assumed;
}
