import { sum } from 'simple-statistics';

import type { DayContext } from '../forecast/dayContext';

/** (hours) the day's amount as the strategy spreads it over the whole day, major units: the plan that the pace ratio compares with. */
export function plannedHours({ dayAmount, weights }: Pick<DayContext, 'dayAmount' | 'weights'>): number[] {
	const total = sum([...weights]);
	return weights.map((weight) => (total > 0 ? (dayAmount * weight) / total : 0));
}
