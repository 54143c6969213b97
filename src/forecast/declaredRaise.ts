import { amountsOn } from '../budget/amountsFrom';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { CALENDAR_PERIODS, calendarPeriod } from '../budget/horizon';
import type { SpendModel } from '../demand/spendModel';
import type { PlanContext } from '../plan/planContext';
import { daysBetween } from '../time/localClock';
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
	const evenDay = (of: string) => evenDayOf(definition, of);
	const raise = (definition.amountsFrom ?? []).length === 0 ? 1 : evenDay(date) / learnedMean(planning, evenDay);
	return Math.max(1, raise * pacingFactor(model, planning)(date));
}

/** The tightest of a date's amounts, spread evenly; 1 for all dates if only a flight has one. */
function evenDayOf(definition: BudgetDefinition, date: string): number {
	const amounts = amountsOn(definition, date);
	const perDay = CALENDAR_PERIODS.flatMap(({ horizon, field }) => {
		const amount = amounts[field];
		if (amount === undefined) return [];
		const { start, end } = calendarPeriod(horizon, date, definition);
		return [Number(amount) / (daysBetween(start, end) + 1)];
	});
	const known = [...(amounts.dailyAmount === undefined ? [] : [Number(amounts.dailyAmount)]), ...perDay];
	return known.length === 0 ? 1 : Math.min(...known);
}
