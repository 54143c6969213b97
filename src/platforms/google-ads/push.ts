import { isRow } from '../../reports/row';
import { accountOf } from '../../push/accountOf';
import type { BudgetEdit, PlatformEdit } from '../../push/budgetEdit';
import type { AdScheduleEdit, PushPlatform } from '../../push/pushPlatform';
import { jsonRequest, type PushRequest } from '../../push/pushRequest';
import { type BudgetObject, isZero, type ReadBudget } from '../../push/readBudget';
import { statusBy } from '../../push/statusBy';
import { googleAdsAnswer } from './answer';
import { googleAdsProfile } from './profile';

const statusOf = statusBy('ENABLED', 'PAUSED');

/** Google Ads: individual and shared budgets, and ad schedules. The developer token is a secret that the HTTP Request node adds. */
export const googleAdsPush: PushPlatform = {
	profile: googleAdsProfile,
	readAnswer: googleAdsAnswer,
	description: 'Campaign budgets, and bid modifiers of the ad schedule',
	names: ['accountId', 'managerAccountId'],
	readBudget,
	/** In a row that has the campaign. */
	readStatus: ({ campaign }, id) =>
		isRow(campaign) && String(campaign['id']) === id ? statusOf(campaign['status']) : undefined,
	dailyBudget,
	adSchedule,
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
	return mutate(edit, 'campaignBudgets', true, [{ updateMask: 'amountMicros', update }]);
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
	return mutate(edit, 'campaignCriteria', !edit.allOrNothing, operations);
}

function mutate(edit: PlatformEdit, resource: string, partialFailure: boolean, operations: readonly object[]) {
	const { managerAccountId } = edit.target;
	return jsonRequest(
		'POST',
		`https://googleads.googleapis.com/${edit.apiVersion}/customers/${customerOf(edit)}/${resource}:mutate`,
		{ operations, partialFailure, validateOnly: edit.validateOnly },
		managerAccountId === undefined ? {} : { 'login-customer-id': withoutHyphens(managerAccountId) },
	);
}

const customerOf = ({ target }: PlatformEdit): string => withoutHyphens(accountOf(target, 'customer ID of Google Ads'));

/** The customer ID as the API expects it; the screen shows 123-456-7890. */
const withoutHyphens = (customerId: string): string => customerId.replaceAll('-', '');
