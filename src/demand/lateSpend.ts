import type { DayState } from './dayState';
import { expectedSpend, type SpendModel } from './spendModel';
import type { SpendHour } from './spendSeries';

/**
 * Expected spend of reported hours that is still to be reported: for each hour, its predicted spend given the state of the day, times the share
 * not reported by its age.
 *
 * @param today (hours) of one local day
 * @returns (hours) major units
 * @see R. L. Bornhuetter and R. E. Ferguson, Proceedings of the Casualty Actuarial Society 59, 1972
 */
export function lateSpend(model: SpendModel, state: DayState, today: readonly SpendHour[]): number[] {
	const dayFactor = Math.exp(state.day + state.dayVariance / 2);
	return today.map(
		({ weekday, localHour, hours, reported }) =>
			(1 - reported) * expectedSpend(model, weekday * 24 + localHour) * dayFactor * hours,
	);
}
