import type { Strategy } from '../budget/budgetDefinition';
import { learn } from '../learning/learn';
import type { LearningState } from '../learning/learning';
import { localClock } from '../time/localClock';
import { planDay } from './planDay';
import type { SpendPlan } from './spendPlan';
import { targetOf } from './targetOf';

/** The part of a budget's state that planning reads and writes. */
export interface PlanningState extends LearningState {
	/** The last plan made for today; null before the first. */
	readonly plan: SpendPlan | null;
}

/**
 * Plans a local day: what its targets allow, less what is delivered, over the hours that are left.
 *
 * Past hours keep what they spent, so the amounts of all hours add up to the day's amount to the minor unit (less what the
 * maxima leave no room for). A plan for today becomes the state's plan; one for a later day does not.
 *
 * @param date local date, today by default
 * @throws UserError if the date is over or does not exist
 */
export function optimizeAllocation<State extends PlanningState>(
	state: State,
	{ strategy, nowMs, date }: { strategy: Strategy; nowMs: number; date?: string | undefined },
): { state: State; plan: SpendPlan } {
	const today = localClock(nowMs, state.definition.timeZone).date;
	const context = { learning: learn(state), strategy, nowMs, date: date ?? today };
	const plan = planDay(context, targetOf(context), state.plan);
	return { state: plan.date === today ? { ...state, plan } : state, plan };
}
