import type { LocalHour } from '../time/localDay';
import { trackDay } from '../demand/dayState';
import type { Insight } from './insight';
import { hoursOf } from './nowcast';
import { type SpendPaths, spendPaths } from '../demand/spendPaths';
import { unreportedSpend } from '../demand/unreportedSpend';

/**
 * Sample paths of the rest of a local day if nobody intervenes: the spend model, given today's hours so far. Spend that hours are expected
 * to have had beyond what they report so far counts at once.
 *
 * @param day (hours) of the local day
 * @returns null without any spend to learn from
 */
export function forecastDay(insight: Insight, day: readonly LocalHour[], dataUntilMs: number): SpendPaths | null {
	const fromMs = Math.max(day[0]!.startMs, dataUntilMs);
	const last = drawn.get(insight);
	if (last !== undefined && last.day === day && last.fromMs === fromMs) return last.paths;
	const { spendModel, timeZone } = insight;
	if (spendModel === null) return null;
	const today = hoursOf(insight, day);
	const state = trackDay(spendModel, today);
	const paths = spendPaths(spendModel, state, day, fromMs, timeZone);
	const unreported = unreportedSpend(spendModel, state, today);
	paths.spend[0]?.forEach((amount, path, stretch) => (stretch[path] = amount + unreported));
	drawn.set(insight, { day, fromMs, paths });
	return paths;
}

/** The last paths drawn: a plan and a check at the same instant share them. */
const drawn = new WeakMap<
	Insight,
	{ readonly day: readonly LocalHour[]; readonly fromMs: number; readonly paths: SpendPaths }
>();
