import type { LocalHour } from '../time/localDay';
import type { Insight } from './insight';
import { dayStateOf } from './nowcast';
import { type SpendPaths, spendPaths } from './spendPaths';

/**
 * Futures of the rest of a local day if nobody intervenes: the spend model, with what today's hours say of the day.
 *
 * @param day (hours) of the local day
 * @returns null without any spend to learn from
 */
export function forecastDay(insight: Insight, day: readonly LocalHour[], dataUntilMs: number): SpendPaths | null {
	const { spendModel, timeZone } = insight;
	const state = dayStateOf(insight, day);
	if (spendModel === null || state === null) return null;
	return spendPaths(spendModel, state, day, Math.max(day[0]!.startMs, dataUntilMs), timeZone);
}
