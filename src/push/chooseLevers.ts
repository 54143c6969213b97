import { UserError } from '../errors';
import type { Lever } from './pushRecord';
import type { PushPlatform } from './pushPlatform';
import type { PushTarget } from './pushTarget';
import type { Reason } from './reason';

/** The levers that today's plan is pushed by, why these, and what speaks against others. */
export interface ChosenLevers {
	readonly levers: readonly Exclude<Lever, 'next-day-total'>[];
	readonly explanation: readonly Reason[];
	/** A lever that was asked for and cannot be used. */
	readonly held: readonly (Reason & { readonly lever: Lever })[];
}

const DAY_TOTAL: Reason = {
	code: 'day-total',
	message:
		'The total of the day is pushed, once and corrected once. Editing a daily budget every hour does not pace it',
};

/**
 * Chooses the levers that a platform really has.
 *
 * @throws UserError if hours are asked for on a platform that has no lever for them
 */
export function chooseLevers(
	target: PushTarget,
	{ adSchedule, budgetSchedule, hours, profile }: PushPlatform,
): ChosenLevers {
	const { lever } = target;
	if (lever === 'dayTotal') return { levers: ['day-total'], explanation: [DAY_TOTAL], held: [] };
	const hourly = lever === 'hourly';
	if (adSchedule !== undefined) return byAdSchedule(hourly, againstAdSchedule(target));
	if (budgetSchedule !== undefined) return byBudgetSchedule(hourly);
	if (hours) return byHours(hourly);
	if (hourly) {
		throw new UserError(
			`${profile.label} has no lever for hours that can be raised and lowered`,
			"Set 'Lever' to Automatic or Day Total, and let Check Exhaustion watch the day.",
		);
	}
	const none = { code: 'no-hourly-lever', message: `${profile.label} has no lever for hours` };
	return { levers: ['day-total'], explanation: [DAY_TOTAL, none], held: [] };
}

function byHours(hourly: boolean): ChosenLevers {
	if (!hourly) return { levers: ['day-total'], explanation: [DAY_TOTAL], held: [] };
	const message = 'The amount of every hour is sent with the total of the day';
	return { levers: ['hours'], explanation: [{ code: 'hours', message }], held: [] };
}

function byBudgetSchedule(hourly: boolean): ChosenLevers {
	if (!hourly) {
		const message =
			"Budget schedules can only raise and may cost more than the day's amount: choose Hourly to use them";
		return { levers: ['day-total'], explanation: [DAY_TOTAL, { code: 'increase-only', message }], held: [] };
	}
	const message = 'A lower total of the day, and a schedule that raises it in the hours that the plan favours';
	return { levers: ['day-total', 'budget-schedule'], explanation: [{ code: 'budget-schedule', message }], held: [] };
}

function byAdSchedule(hourly: boolean, against: Reason | null): ChosenLevers {
	if (against === null) {
		return hourly
			? { levers: ['ad-schedule'], explanation: [AD_SCHEDULE], held: [] }
			: { levers: ['day-total', 'ad-schedule'], explanation: [DAY_TOTAL, AD_SCHEDULE], held: [] };
	}
	return hourly
		? { levers: [], explanation: [], held: [{ ...against, lever: 'ad-schedule' }] }
		: { levers: ['day-total'], explanation: [DAY_TOTAL, against], held: [] };
}

const AD_SCHEDULE: Reason = {
	code: 'ad-schedule',
	message: 'Hours are steered by bid modifiers of the ad schedule, at most six windows a day',
};

/** Why modifiers of an ad schedule cannot or must not be set; null if they can. */
function againstAdSchedule({ bidding, campaignIds, adSchedule }: PushTarget): Reason | null {
	if (bidding === 'smart') {
		return { code: 'smart-bidding', message: 'Smart Bidding ignores modifiers of the ad schedule, so none are pushed' };
	}
	if (campaignIds.length === 0) {
		return { code: 'no-campaigns', message: "No ad schedule is pushed: 'Campaign IDs' names no campaign" };
	}
	if (bidding === 'unknown') {
		const message =
			"No ad schedule is pushed: 'Bidding' does not say whether bids are manual, and Smart Bidding ignores modifiers";
		return { code: 'bidding-unknown', message };
	}
	if (adSchedule === undefined) {
		const message =
			"No ad schedule is pushed: 'Current Ad Schedule' is not given, and what is not known cannot be changed";
		return { code: 'schedule-not-read', message };
	}
	return null;
}
