import { LEVEL } from '../statistics/interval';
import { HOUR_MS } from '../time/durations';
import type { DayContext } from './dayContext';
import type { PeriodStanding } from './periodStanding';

/** When the day's budget is used up, given that it is: Unix milliseconds, null where that is not known. */
export interface ExhaustionInstant {
	readonly median: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly level: number;
}

export const UNKNOWN_INSTANT: ExhaustionInstant = { median: null, low: null, high: null, level: LEVEL };

/**
 * The instant at which the budget was used up: within the hour whose spend crossed the amount, interpolated by time. A day that had none from its start has no
 * such instant.
 */
export function exhaustedAt(
	{ learning, date, dayAmount, nowMs }: DayContext,
	spentPeriod: PeriodStanding | undefined,
): ExhaustionInstant {
	const isSpentBefore = spentPeriod !== undefined && spentPeriod.spentBefore >= spentPeriod.amount;
	if (dayAmount <= 0 || isSpentBefore) return UNKNOWN_INSTANT;
	let before = 0;
	let exhaustedMs = nowMs;
	for (const { startMs, hours, spend } of learning.series.filter((hour) => hour.date === date)) {
		if (before + spend >= dayAmount) {
			exhaustedMs = startMs + (spend > 0 ? (dayAmount - before) / spend : 0) * hours * HOUR_MS;
			break;
		}
		before += spend;
	}
	const instant = Math.round(Math.min(nowMs, exhaustedMs));
	return { median: instant, low: instant, high: instant, level: LEVEL };
}
