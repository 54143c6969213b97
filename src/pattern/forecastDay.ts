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
	const fromMs = Math.max(day[0]!.startMs, dataUntilMs);
	const last = drawn.get(insight);
	if (last !== undefined && last.day === day && last.fromMs === fromMs) return last.paths;
	const { spendModel, series, timeZone } = insight;
	const state = dayStateOf(insight, day);
	if (spendModel === null || state === null) return null;
	const late = day.flatMap((hour) => {
		const known = series.find(({ startMs }) => startMs === hour.startMs);
		return known?.preliminary === true && hour.endMs <= fromMs ? [{ ...hour, reported: known.spend }] : [];
	});
	const paths = spendPaths(spendModel, state, day, fromMs, timeZone, late);
	drawn.set(insight, { day, fromMs, paths });
	return paths;
}

/** The last futures drawn: a plan and a check at the same instant look at the same ones. */
const drawn = new WeakMap<
	Insight,
	{ readonly day: readonly LocalHour[]; readonly fromMs: number; readonly paths: SpendPaths }
>();
