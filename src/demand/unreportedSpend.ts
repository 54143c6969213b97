import type { DayState } from './dayState';
import { hourNoise } from './hourNoise';
import type { SpendModel } from './spendModel';
import type { SpendHour } from './spendSeries';

/**
 * Expected spend of today's hours that is not yet reported: for each hour, its predicted spend given the state of the day, times the share
 * not reported by its age.
 *
 * @param today (hours) of one local day
 * @returns major units
 * @see R. L. Bornhuetter and R. E. Ferguson, Proceedings of the Casualty Actuarial Society 59, 1972
 */
export function unreportedSpend(model: SpendModel, state: DayState, today: readonly SpendHour[]): number {
	return today.reduce((total, { weekday, localHour, hours, reported, clicks }) => {
		if (reported === 1) return total;
		const cell = weekday * 24 + localHour;
		const variance = state.dayVariance + model.driftVariance + hourNoise(model, localHour, clicks);
		const expected = Math.max(0, Math.exp(model.logSpend[cell]! + state.day + variance / 2) - model.floor) * hours;
		return total + (1 - reported) * expected;
	}, 0);
}
