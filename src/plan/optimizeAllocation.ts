import type { Strategy } from '../budget/budgetDefinition';
import { learn } from '../learning/learn';
import type { LearningState } from '../learning/learning';
import { localClock } from '../time/localClock';
import type { PlannedPush } from './nextPush';
import { planContext } from './planContext';
import { planDay } from './planDay';
import type { SpendPlan } from './spendPlan';
import { targetOf } from './targetOf';

/** What planning reads and writes of a budget's state. */
export interface PlanningState extends LearningState {
	/** The last plan made for today; null before the first. */
	readonly plan: SpendPlan | null;
	/** Pushes to ad platforms; absent before the first. */
	readonly pushes?: readonly PlannedPush[] | undefined;
}

/**
 * Plans a local day: the day target, less what is delivered, over the remaining hours.
 *
 * Past hours keep what they spent, so the amounts of all hours add up to the day's amount to the minor unit (less the amount that the
 * maxima leave unallocated). A plan for today is stored in the state; one for a later day is not.
 *
 * @param date local date, today by default
 * @throws UserError if the date is over or does not exist
 */
export function optimizeAllocation<State extends PlanningState>(
	state: State,
	{ strategy, nowMs, date }: { strategy: Strategy; nowMs: number; date?: string | undefined },
): { state: State; plan: SpendPlan } {
	const context = planContext(learn(state), { strategy, nowMs, date, pushes: state.pushes });
	const plan = planDay(context, targetOf(context), state.plan);
	const today = localClock(nowMs, state.definition.timeZone).date;
	return { state: plan.date === today ? { ...state, plan } : state, plan };
}
