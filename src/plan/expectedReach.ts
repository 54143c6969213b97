import { PER_MILLE } from '../results/measure';
import type { Interval } from '../statistics/interval';
import { roundIntervalTo } from '../statistics/roundTo';
import { type ExpectedResults, withDelivered } from './expectedResults';

/**
 * The day's impressions to expect and their CPM: spend * 1000 / impressions, in major units.
 *
 * @param delivered impressions so far; null where they are not reported
 * @param ahead     those of the spend to come
 * @param spend     of the whole day, major units
 * @returns both null if impressions were never reported; the CPM also where none are expected
 */
export function expectedReach(
	delivered: number | null,
	ahead: ExpectedResults | null,
	spend: number,
): { impressions: Interval | null; cpm: Interval | null } {
	if (ahead === null) return { impressions: null, cpm: null };
	const { mean, low, high, level } = withDelivered(delivered, ahead);
	const costOf = (impressions: number) => (spend * PER_MILLE) / impressions;
	const cpm = { mean: costOf(mean), low: costOf(high), high: costOf(low), level };
	return {
		impressions: roundIntervalTo({ mean, low, high, level }, 0),
		cpm: low > 0 ? roundIntervalTo(cpm, 6) : null,
	};
}
