import { trackDay } from '../demand/dayState';
import { type SpendPaths, spendPaths } from '../demand/spendPaths';
import { unreportedSpend } from '../demand/unreportedSpend';
import type { LocalHour } from '../time/localDay';
import type { Learning } from './learning';
import { hoursOf } from './nowcast';

/**
 * Sample paths of the rest of a local day if nobody intervenes: the spend model, given today's hours so far. Spend that hours are expected
 * to have had beyond what they report so far counts at once.
 *
 * @param day    (hours) of the local day
 * @param fromMs the first instant that no report covers
 * @returns null without any spend to learn from
 */
export function forecastDay(learning: Learning, day: readonly LocalHour[], fromMs: number): SpendPaths | null {
	const { spendModel, definition } = learning;
	if (spendModel === null) return null;
	const today = hoursOf(learning, day);
	const state = trackDay(spendModel, today);
	const paths = spendPaths(spendModel, state, day, Math.max(day[0]!.startMs, fromMs), definition.timeZone);
	const unreported = unreportedSpend(spendModel, state, today);
	paths.spend[0]?.forEach((amount, path, stretch) => (stretch[path] = amount + unreported));
	return paths;
}
