import type { Horizon } from '../budget/horizon';
import { openDates } from '../budget/openTime';
import type { DayContext } from '../forecast/dayContext';
import { formatUnits } from '../format/formatUnits';
import { toMinorUnits } from '../money/minorUnits';
import { guardNotes } from '../notes/guardNotes';
import { addDays } from '../time/localClock';

/** What is left of the week, month, quarter, year or flight with the least left. Amounts in minor units of the budget's currency. */
export interface PeriodMoney {
	readonly horizon: Horizon;
	readonly target: number;
	/** Until now. */
	readonly spent: number;
	readonly spentToday: number;
	/** Days after today that are not closed. */
	readonly daysAhead: number;
}

/** The period of a budget with the least left at an instant; null if it has only a daily amount. */
export function tightestPeriod({ target, spent, date, learning }: DayContext): PeriodMoney | null {
	const spentToday = toMinorUnits(spent, learning.definition.currency, 'nearest');
	return target.periods
		.map(({ horizon, target, spentBefore, period }) => ({
			horizon,
			target,
			spent: spentBefore + spentToday,
			spentToday,
			daysAhead: openDates(learning.definition, { start: addDays(date, 1), end: period.end }).length,
		}))
		.reduce<PeriodMoney | null>(
			(tightest, period) => (tightest === null || leftOf(period) < leftOf(tightest) ? period : tightest),
			null,
		);
}

/** What a period has left, negative once it is overspent. */
export const leftOf = ({ target, spent }: PeriodMoney): number => target - spent;

/** What is left of a prepaid balance, minor units, negative once it is overspent; null without one. */
export const balanceLeftOf = ({ target: { balance }, spent, learning }: DayContext): number | null =>
	balance === undefined ? null : balance.atStart - toMinorUnits(spent, learning.definition.currency, 'nearest');

/** The less of what a period and a prepaid balance have left; null without either. */
export function leastLeft(period: PeriodMoney | null, balanceLeft: number | null): number | null {
	if (period === null || balanceLeft === null) return period === null ? balanceLeft : leftOf(period);
	return Math.min(leftOf(period), balanceLeft);
}

/** What is left to protect. */
export interface MoneyLeft {
	/** Whether the day's amount is spent. */
	readonly daySpent: boolean;
	/** Whether it is nearly spent. */
	readonly dayNearlySpent: boolean;
	/** Whether it is nearly spent while much of the day's demand is still to come. */
	readonly dayInDanger: boolean;
	/** What the tightest period or a prepaid balance has left, minor units of the account's currency; null if the budget has only a daily amount. */
	readonly periodLeft: number | null;
	/** The same before what was spent today: what daily budgets may spend today. */
	readonly periodLeftForToday: number | null;
	/** Whether that is a prepaid balance. */
	readonly isBalance: boolean;
}

/** Share of the day's amount at which it is nearly spent. */
export const NEARLY_SPENT = 0.95;

/** On the last day of a period the plan itself offers a little more than is left, because campaigns seldom spend all of it. */
const TOO_MUCH = 1.2;

/** Share of a day's demand that is normally left when its amount is spent: every evening a daily budget is nearly gone. */
export const NORMAL_REST = 0.15;

/** Whether a budget in force can spend what is not there: the day's amount is nearly gone too early, or the budget exceeds what the period had left for today. */
export const isUrgent = ({ dayInDanger, periodLeftForToday }: MoneyLeft, inForce: number): boolean =>
	dayInDanger || (periodLeftForToday !== null && inForce >= TOO_MUCH * periodLeftForToday);

/**
 * What a day's total does to the period if it is spent in full today and on every day ahead, in words; empty without a period.
 *
 * @param dayTotal minor units of the budget's currency
 * @param words    for the horizon, the spend at its end and its target
 */
export function effectOnPeriod(
	period: PeriodMoney | null,
	dayTotal: number,
	currency: string,
	words: (horizon: Horizon, end: string, target: string) => string = guardNotes.effectOnPeriod,
): string {
	if (period === null) return '';
	const { horizon, target, spent, spentToday, daysAhead } = period;
	const end = spent + Math.max(0, dayTotal - spentToday) + daysAhead * dayTotal;
	const shown = (units: number) => formatUnits(units, currency);
	return words(horizon, shown(Math.round(end)), shown(target));
}
