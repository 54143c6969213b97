import { openDates } from '../budget/openTime';
import { formatUnits } from '../format/formatUnits';
import { formatDay } from '../format/formatTime';
import type { Note } from '../notes/note';
import { periodNotes } from '../notes/periodNotes';
import { planNotes } from '../notes/planNotes';
import { addDays } from '../time/localClock';
import type { DayTarget } from './dayTarget';
import type { PlanContext } from './planContext';

/**
 * Why nothing is planned for a day: the first week, month, quarter, year or flight whose amount is spent before it, or before the period's last day that is open.
 *
 * @param spent minor units delivered on the day
 */
export function spentPeriodNotes(
	{ learning, date }: PlanContext,
	{ periods }: Pick<DayTarget, 'periods'>,
	spent: number,
): Note[] {
	const { currency } = learning.definition;
	const money = (units: number) => formatUnits(units, currency);
	for (const { horizon, period, target, spentBefore } of periods) {
		const all = spentBefore + spent;
		const isLast = openDates(learning.definition, { start: addDays(date, 1), end: period.end }).length === 0;
		if (spentBefore < target && (all < target || isLast)) continue;
		const excess = all > target ? money(all - target) : null;
		const until = horizon === 'flight' ? null : formatDay(addDays(period.end, 1));
		return [planNotes.periodSpent(horizon, periodNotes.spent(horizon, money(target), excess, until))];
	}
	return [];
}
