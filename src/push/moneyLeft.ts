import type { DayContext } from '../pacing/dayContext';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { formatMoney } from '../format/formatMoney';
import { guardNotes } from '../notes/guardNotes';
import type { Horizon } from '../plan/periodTargets';
import { daysBetween } from '../time/localClock';

/** What is left of the week, month or flight with the least left. Amounts in minor units of the budget's currency. */
export interface PeriodMoney {
	readonly horizon: Horizon;
	readonly target: number;
	/** Until now. */
	readonly spent: number;
	readonly spentToday: number;
	/** Days after today. */
	readonly daysAhead: number;
}

/** Spend of today until now, major units: as reported, and what is expected of the hours that no report covers. */
export const spentByNow = ({ spent, unreported }: DayContext): number => spent + unreported.today.mean;

/** The period of a budget with the least left at an instant; null if it has only a daily amount. */
export function tightestPeriod(context: DayContext): PeriodMoney | null {
	const { target, date, learning } = context;
	const spentToday = toMinorUnits(spentByNow(context), learning.definition.currency, 'nearest');
	return target.periods
		.map(({ horizon, target, spentBefore, period }) => ({
			horizon,
			target,
			spent: spentBefore + spentToday,
			spentToday,
			daysAhead: daysBetween(date, period.end),
		}))
		.reduce<PeriodMoney | null>(
			(tightest, period) => (tightest === null || leftOf(period) < leftOf(tightest) ? period : tightest),
			null,
		);
}

/** What a period has left, negative once it is overspent. */
export const leftOf = ({ target, spent }: PeriodMoney): number => target - spent;

/** What is left to protect. */
export interface MoneyLeft {
	/** Whether the day's amount is spent. */
	readonly daySpent: boolean;
	/** Whether it is nearly spent. */
	readonly dayNearlySpent: boolean;
	/** Minor units of the account's currency; null if the budget has only a daily amount. */
	readonly periodLeft: number | null;
}

/** Share of the day's amount at which it is nearly spent. */
export const NEARLY_SPENT = 0.95;

/** Whether a budget in force can spend what is not there: the day's amount is nearly gone, or the budget exceeds what the period has left. */
export const isUrgent = ({ dayNearlySpent, periodLeft }: MoneyLeft, inForce: number): boolean =>
	dayNearlySpent || (periodLeft !== null && inForce >= periodLeft);

/**
 * What a day's total does to the period if it is spent in full today and on every day ahead, in words; empty without a period.
 *
 * @param dayTotal minor units of the budget's currency
 */
export function effectOnPeriod(period: PeriodMoney | null, dayTotal: number, currency: string): string {
	if (period === null) return '';
	const { horizon, target, spent, spentToday, daysAhead } = period;
	const end = spent + Math.max(0, dayTotal - spentToday) + daysAhead * dayTotal;
	const shown = (units: number) => formatMoney(fromMinorUnits(units, currency), currency);
	return guardNotes.effectOnPeriod(horizon, shown(Math.round(end)), shown(target));
}
