import type { BudgetDefinition } from '../budget/budgetDefinition';
import { spendBetween } from '../ledger/dayTotals';
import type { Amount } from '../money/amount';
import { Decimal } from '../money/decimal';
import { fromMicros } from '../money/micros';
import { toMinorUnits } from '../money/minorUnits';
import { addDays } from '../time/localClock';
import { monthOf, type Period, weekOf } from '../time/period';
import { type Rollover, rolloverFrom } from './rollover';
import type { TargetContext } from './targetContext';

export type Horizon = 'week' | 'month' | 'flight';

/** A target over several days, and what was spent of it before a given day. */
export interface PeriodTarget {
	readonly horizon: Horizon;
	readonly period: Period;
	/** Minor units meant to be spent: the amount times the utilization target, and what is rolled over. */
	readonly target: number;
	/** What the period before adds to it; absent where the budget rolls nothing over, and for a flight, which has none before. */
	readonly rollover?: Rollover;
	/** The first day that the rest is spread over: today, or the first day of a period still to come. */
	readonly spreadFrom: string;
	/** Minor units spent in the period before that day; a part of one counts as one. */
	readonly spentBefore: number;
}

/** The longer targets that hold a date. */
export function periodTargets(context: TargetContext): readonly PeriodTarget[] {
	const { definition, days, date, today } = context;
	const { weeklyAmount, monthlyAmount, flight } = definition;
	const targets: PeriodTarget[] = [];
	const add = (horizon: Horizon, period: Period, amount: Amount, before?: Period) => {
		const own = meantToSpend(amount, definition);
		const rollover = before === undefined ? undefined : rolloverFrom(before, own, context);
		const spreadFrom = today > period.start ? today : period.start;
		const spent = fromMicros(spendBetween(days, period.start, addDays(spreadFrom, -1)));
		targets.push({
			horizon,
			period,
			target: own + (rollover?.added ?? 0),
			...(rollover !== undefined && { rollover }),
			spreadFrom,
			spentBefore: toMinorUnits(spent, definition.currency, 'up'),
		});
	};
	const addCalendar = (horizon: Horizon, amount: Amount, periodOf: (day: string) => Period) => {
		const period = periodOf(date);
		add(horizon, period, amount, periodOf(addDays(period.start, -1)));
	};
	if (weeklyAmount !== undefined) addCalendar('week', weeklyAmount, (day) => weekOf(day, definition.weekStart));
	if (monthlyAmount !== undefined) addCalendar('month', monthlyAmount, monthOf);
	if (flight !== undefined && date >= flight.start && date <= flight.end) add('flight', flight, flight.amount);
	return targets;
}

/** Minor units of an amount that are meant to be spent: times the utilization target, rounded down. */
export const meantToSpend = (amount: Amount, { utilizationTarget, currency }: BudgetDefinition): number =>
	toMinorUnits(new Decimal(amount).times(utilizationTarget), currency, 'down');
