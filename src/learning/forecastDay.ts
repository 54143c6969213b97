import { trackDay } from '../demand/dayState';
import { latePaths } from '../demand/lateSpend';
import { type SpendPaths, spendPaths } from '../demand/spendPaths';
import { rememberLast } from '../rememberLast';
import { localDay } from '../time/localDay';
import type { Learning } from './learning';
import { modelOn } from './modelOn';
import { hoursOf, weekdayOf } from './nowcast';

/**
 * Sample paths of the rest of a local day if nobody intervenes: the spend model, given today's hours so far. Spend that is expected
 * but not yet reported is added to the first stretch.
 *
 * @param date   the local day
 * @param fromMs first instant without a report
 * @returns null without spend history
 */
export const forecastDay = rememberLast((learning: Learning, date: string, fromMs: number): SpendPaths | null => {
	const { timeZone } = learning.definition;
	const model = modelOn(learning, date);
	if (model === null) return null;
	const day = localDay(date, timeZone);
	const today = hoursOf(learning, day);
	const state = trackDay(model, today, weekdayOf(day, timeZone));
	const paths = spendPaths(model, state, day, Math.max(day[0]!.startMs, fromMs), timeZone);
	const late = latePaths(model, state, today);
	paths.spend[0]?.forEach((amount, path, stretch) => (stretch[path] = amount + late[path]!));
	return paths;
});
