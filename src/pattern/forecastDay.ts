import type { LocalHour } from '../time/localDay';
import { trackDay } from './dayState';
import type { Insight } from './insight';
import { type SpendPaths, spendPaths } from './spendPaths';

/**
 * Futures of the rest of a local day if nobody intervenes: the spend model, with what today's hours say of the day.
 *
 * @param day (hours) of the local day
 * @returns null without any spend to learn from
 */
export function forecastDay(insight: Insight, day: readonly LocalHour[], dataUntilMs: number): SpendPaths | null {
	if (insight.spendModel === null) return null;
	const startMs = day[0]!.startMs;
	const today = insight.series.filter((hour) => hour.startMs >= startMs && hour.startMs < day.at(-1)!.endMs);
	const fromMs = Math.max(startMs, dataUntilMs);
	return spendPaths(insight.spendModel, trackDay(insight.spendModel, today), day, fromMs, insight.timeZone);
}
