import { sum } from 'simple-statistics';

import { trackDay } from '../demand/dayState';
import { lateSpend } from '../demand/lateSpend';
import { type SpendPaths, spendPaths } from '../demand/spendPaths';
import type { LocalHour } from '../time/localDay';
import type { Learning } from './learning';
import { modelOn } from './modelOn';
import { dateOf, hoursOf, weekdayOf } from './nowcast';

/**
 * Sample paths of the rest of a local day if nobody intervenes: the spend model, given today's hours so far. Spend that is expected
 * but not yet reported is added to the first stretch.
 *
 * @param day    (hours) of the local day
 * @param fromMs first instant without a report
 * @returns null without spend history
 */
export function forecastDay(learning: Learning, day: readonly LocalHour[], fromMs: number): SpendPaths | null {
	const { timeZone } = learning.definition;
	const model = modelOn(learning, dateOf(day, timeZone));
	if (model === null) return null;
	const today = hoursOf(learning, day);
	const state = trackDay(model, today, weekdayOf(day, timeZone));
	const paths = spendPaths(model, state, day, Math.max(day[0]!.startMs, fromMs), timeZone);
	const late = sum(lateSpend(model, state, today));
	paths.spend[0]?.forEach((amount, path, stretch) => (stretch[path] = amount + late));
	return paths;
}
