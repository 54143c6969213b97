import { UserError } from '../errors';
import type { SpendPlan } from '../plan/spendPlan';

/**
 * The plan that may be pushed on a local day: the latest one, if it is for that day and is the approved one.
 *
 * @param approved ID of the approved plan; the latest one by default
 * @throws UserError if there is no plan, its day is over, or another plan has replaced the approved one
 */
export function pushablePlan(plan: SpendPlan | null, approved: string | undefined, today: string): SpendPlan {
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
	return plan;
}
