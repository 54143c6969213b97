import type { DayState } from './dayState';
import { expectedSpend, type SpendModel } from './spendModel';
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
	const dayFactor = Math.exp(state.day + state.dayVariance / 2);
	return today.reduce((total, { weekday, localHour, hours, reported }) => {
		const expected = expectedSpend(model, weekday * 24 + localHour) * dayFactor * hours;
		return total + (1 - reported) * expected;
	}, 0);
}
