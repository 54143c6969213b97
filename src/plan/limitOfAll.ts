import { fromMinorUnits } from '../money/minorUnits';
import { weekdayOfDate } from '../time/localClock';
import { isSteeredByDay } from './dayDemand';
import type { DayTarget } from './dayTarget';
import { headroomAbove } from './headroom';
import type { PlanContext } from './planContext';
import type { SpendPlan } from './spendPlan';

/** What limits the spend of a budget as a whole, and its headroom if it names no campaigns. */
export function limitOfAll(
	{ learning, date }: PlanContext,
	{ amount, unplaced }: DayTarget,
): Pick<SpendPlan, 'limitedBy' | 'headroom'> {
	if (!isSteeredByDay(learning)) return { limitedBy: null, headroom: null };
	const { campaigns, currency } = learning.definition;
	const { deliveries } = learning.campaigns();
	const offered = Number(fromMinorUnits(amount - unplaced.ofDay, currency));
	return {
		limitedBy:
			unplaced.ofPeriod > 0 ? 'demand' : deliveries.some(({ limitedBy }) => limitedBy === 'budget') ? 'budget' : null,
		headroom: campaigns === undefined ? headroomAbove(deliveries[0]!, weekdayOfDate(date), offered) : null,
	};
}
