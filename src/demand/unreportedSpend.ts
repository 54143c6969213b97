import type { DayState } from './dayState';
import type { SpendModel } from './spendModel';
import type { SpendHour } from './spendSeries';

/**
 * What today's hours whose figures are still coming in are expected to add: of what such an hour spends on a day like this one, the share
 * that is usually not reported at its age.
 *
 * @param today (hours) of one local day
 * @returns major units
 * @see R. L. Bornhuetter and R. E. Ferguson, Proceedings of the Casualty Actuarial Society 59, 1972
 */
export function unreportedSpend(model: SpendModel, state: DayState, today: readonly SpendHour[]): number {
	return today.reduce((sum, { weekday, localHour, hours, reported }) => {
		if (reported === 1) return sum;
		const cell = weekday * 24 + localHour;
		const variance = state.dayVariance + model.driftVariance + model.noiseVariance[localHour]!;
		const expected = Math.max(0, Math.exp(model.logSpend[cell]! + state.day + variance / 2) - model.floor) * hours;
		return sum + (1 - reported) * expected;
	}, 0);
}
