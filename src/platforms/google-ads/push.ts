import { UserError } from '../../errors';
import type { BudgetEdit } from '../../levers/budgetEdit';
import type { PushRequest } from '../../levers/pushRequest';
import { type BudgetObject, isZero, type ReadBudget } from '../../levers/readBudget';
import type { AdScheduleEdit, PushPlatform, StatusEdit } from '../../push/pushPlatform';
import { statusBy } from '../../push/statusBy';
import { isRow } from '../../reports/row';
import { googleAdsAnswer } from './answer';
import { googleAdsTargets } from './biddingTargets';
import { customerOf, mutate } from './mutate';
import { googleAdsProfile } from './profile';

const statusOf = statusBy('ENABLED', 'PAUSED');

/** Google Ads: individual and shared budgets, ad schedules, the status and the bidding targets of campaigns. The developer token is a secret that the HTTP Request node adds. */
export const googleAdsPush: PushPlatform = {
	profile: googleAdsProfile,
	readAnswer: googleAdsAnswer,
	description: 'Campaign budgets, bid modifiers of the ad schedule, and bidding targets',
	names: ['accountId', 'managerAccountId'],
	readBudget,
	/** In a row that has the campaign. */
	readStatus: ({ campaign }, id) =>
		isRow(campaign) && String(campaign['id']) === id ? statusOf(campaign['status']) : undefined,
	dailyBudget,
	adSchedule,
	setStatus,
	biddingTargets: googleAdsTargets,
};

/** A campaign budget, or a row that has it. Total budgets have a period of their own, and their amount in another field. */
function readBudget(read: BudgetObject): ReadBudget {
	const { amountMicros, totalAmountMicros, period } = isRow(read['campaignBudget']) ? read['campaignBudget'] : read;
	const isTotal = period === 'CUSTOM_PERIOD' || !isZero(totalAmountMicros);
	return { kind: isTotal ? 'total' : 'daily', amount: amountMicros };
}

/**
 * Sets the amount of a campaign budget, in one operation for all campaigns that share it.
 *
 * @see https://developers.google.com/google-ads/api/reference/rpc/v26/MutateCampaignBudgetsRequest
 */
function dailyBudget(edit: BudgetEdit): PushRequest {
	const resourceName = `customers/${customerOf(edit)}/campaignBudgets/${edit.id}`;
	const update = { resourceName, amountMicros: edit.amount };
	return mutate(edit, 'campaignBudgets', [{ updateMask: 'amountMicros', update }]);
}

/**
 * Pauses or resumes a campaign. Budgets have no status that can be set.
 *
 * @see https://developers.google.com/google-ads/api/reference/rpc/v26/MutateCampaignsRequest
 */
function setStatus({ level, id, status, ...edit }: StatusEdit): PushRequest {
	if (level !== 'campaign') {
		throw new UserError(
			'Google Ads pauses campaigns, not budgets',
			"Set 'Campaign IDs' to the campaigns that use the budget.",
		);
	}
	const resourceName = `customers/${customerOf(edit)}/campaigns/${id}`;
	const update = { resourceName, status: status === 'paused' ? 'PAUSED' : 'ENABLED' };
	return mutate(edit, 'campaigns', [{ updateMask: 'status', update }]);
}

/**
 * Changes the ad schedule of a campaign. The hours of a window are immutable, so a window with other hours is removed and created again.
 *
 * @see https://developers.google.com/google-ads/api/docs/campaigns/bidding/manage-bid-modifiers
 */
function adSchedule(edit: AdScheduleEdit): PushRequest {
	const campaign = `customers/${customerOf(edit)}/campaigns/${edit.campaignId}`;
	const operations = edit.changes.map((change) => {
		switch (change.kind) {
			case 'remove':
				return { remove: change.resourceName };
			case 'update':
				return {
					updateMask: 'bidModifier',
					update: { resourceName: change.resourceName, bidModifier: change.modifier },
				};
			case 'create': {
				const { weekday, startHour, endHour, modifier } = change.window;
				const hours = { startHour, startMinute: 'ZERO', endHour, endMinute: 'ZERO' };
				return { create: { campaign, adSchedule: { dayOfWeek: weekday, ...hours }, bidModifier: modifier } };
			}
		}
	});
	return mutate(edit, 'campaignCriteria', operations, !edit.allOrNothing);
}
