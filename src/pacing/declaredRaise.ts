import { amountsOn, type PeriodAmounts } from '../budget/amountsFrom';
import type { SpendModel } from '../demand/spendModel';
import type { PlanContext } from '../plan/planContext';
import { datesOf, monthOf } from '../time/period';
import { learnedMean } from './learnedMean';
import { pacingFactor } from './pacingFactor';

/**
 * How much more than on the days that the spend model was learned from today is meant to spend, by amounts that have begun since and by the pacing of its flight; at
 * least 1. Where daily budgets in force are known they say so themselves.
 */
export function declaredRaise(model: SpendModel, planning: PlanContext): number {
	const { learning, date } = planning;
	const { definition } = learning;
	if (model.logBudget !== undefined) return 1;
	const evenDay = (of: string) => evenDayOf(amountsOn(definition, of), of);
	const raise = (definition.amountsFrom ?? []).length === 0 ? 1 : evenDay(date) / learnedMean(planning, evenDay);
	return Math.max(1, raise * pacingFactor(model, planning)(date));
}

/** The tightest of a date's amounts, spread evenly; 1 for all dates if only a flight has one. */
function evenDayOf({ dailyAmount, weeklyAmount, monthlyAmount }: PeriodAmounts, date: string): number {
	const perDay = [
		[dailyAmount, 1],
		[weeklyAmount, 7],
		[monthlyAmount, datesOf(monthOf(date)).length],
	] as const;
	const known = perDay.flatMap(([amount, days]) => (amount === undefined ? [] : [Number(amount) / days]));
	return known.length === 0 ? 1 : Math.min(...known);
}
