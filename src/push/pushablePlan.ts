import type { BudgetDefinition } from '../budget/budgetDefinition';
import { UserError } from '../errors';
import { leftOf, type PeriodMoney } from '../guards/moneyLeft';
import { formatUnits } from '../format/formatUnits';
import { toMinorUnits } from '../money/minorUnits';
import { definitionId } from '../plan/planId';
import type { SpendPlan } from '../plan/spendPlan';

/** What a plan is checked against. Spend in major units. */
interface Position {
	readonly definition: BudgetDefinition;
	readonly plan: SpendPlan | null;
	readonly spent: number;
	readonly period: PeriodMoney | null;
}

/**
 * The plan that may be pushed on a local day: the latest one, if it is for that day, was made under the definition in force, and is the
 * approved one. An approval is only as good as the facts that it was given for: it lapses once the plan's amount is spent, or is more than the
 * week, month, quarter, year or flight has left.
 *
 * @param approved ID of the approved plan; the latest one by default
 * @throws UserError if the budget is for advice only, there is no plan, its day is over, another plan or definition has replaced it, or today's spend refutes the approved one
 */
export function pushablePlan(position: Position, approved: string | undefined, today: string): SpendPlan {
	const { plan, definition } = position;
	if (definition.control === 'advice') {
		throw new UserError(
			`Nothing is pushed: 'Delivery Control' of '${definition.budgetId}' is Advice Only`,
			'Set the budgets by hand, or choose Daily Budget in Pacing Budget.',
		);
	}
	if (approved !== undefined && approved !== plan?.planId) {
		const expired = /^\d{4}-\d{2}-\d{2}-/.test(approved) && approved.slice(0, today.length) < today;
		throw new UserError(
			expired
				? `The plan '${approved}' has expired: its day is over, today is ${today}`
				: `The plan '${approved}' is not the latest plan: ${plan === null ? 'there is none' : `that is '${plan.planId}'`}`,
			'Ask for approval of the latest plan, or leave Plan ID empty to push it without.',
		);
	}
	if (plan === null) {
		throw new UserError('There is no plan to push', 'Run Optimize Allocation earlier in the workflow.');
	}
	if (plan.date !== today) {
		throw new UserError(
			`The plan '${plan.planId}' is for ${plan.date}, and in ${plan.timeZone} it is ${today}`,
			'Run Optimize Allocation for today, then push.',
		);
	}
	if (plan.definitionId !== undefined && plan.definitionId !== definitionId(definition)) {
		throw new UserError(
			`The plan '${plan.planId}' was made before the budget was changed`,
			'Run Optimize Allocation again, then push; a plan that was approved has to be approved again.',
		);
	}
	const refuted = approved === undefined ? null : refutedBy(position, plan);
	if (refuted !== null) throw new UserError(refuted, 'Ask for approval of a new plan.');
	return plan;
}

/** What today's spend says against an approved plan, or null. */
function refutedBy({ definition: { currency }, spent, period }: Position, plan: SpendPlan): string | null {
	const shown = (units: number) => formatUnits(units, currency);
	const amount = toMinorUnits(plan.dayAmount, currency, 'nearest');
	const units = toMinorUnits(spent, currency, 'nearest');
	if (units >= amount) {
		return `The plan '${plan.planId}' no longer holds: it gives ${shown(amount)} to today, and ${shown(units)} are spent`;
	}
	if (period === null || leftOf(period) >= amount - units) return null;
	const left = shown(Math.max(0, leftOf(period)));
	return `The plan '${plan.planId}' no longer holds: it gives ${shown(amount - units)} more to today, and the ${period.horizon} has ${left} left`;
}
