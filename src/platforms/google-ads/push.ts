import { accountOf } from '../../push/accountOf';
import type { BudgetEdit } from '../../push/budgetEdit';
import { jsonRequest, type PushRequest } from '../../push/pushRequest';
import type { PushTarget } from '../../push/pushTarget';
import type { ScheduleChange } from '../../push/scheduleChanges';

/** Where a request to Google Ads goes. Its developer token is a secret, so the HTTP Request node adds it. */
interface GoogleEdit {
	readonly target: Pick<PushTarget, 'accountId' | 'managerAccountId'>;
	readonly apiVersion: string;
	readonly validateOnly: boolean;
}

/**
 * Sets the amount of a campaign budget, shared or not: one operation however many campaigns use it.
 *
 * @see https://developers.google.com/google-ads/api/reference/rpc/v26/MutateCampaignBudgetsRequest
 */
export const googleCampaignBudget = (edit: Pick<BudgetEdit, 'id' | 'amount'> & GoogleEdit): PushRequest =>
	mutate(edit, 'campaignBudgets', true, [
		{
			updateMask: 'amountMicros',
			update: {
				resourceName: `customers/${customerOf(edit)}/campaignBudgets/${edit.id}`,
				amountMicros: edit.amount,
			},
		},
	]);

/**
 * Changes the ad schedule of a campaign. The hours of a window cannot be changed, so one with other hours is removed and created.
 *
 * @param allOrNothing whether part of the changes alone could close hours: a campaign shows ads only in the windows that it has
 * @see https://developers.google.com/google-ads/api/docs/campaigns/bidding/manage-bid-modifiers
 */
export function googleAdSchedule(
	edit: GoogleEdit,
	campaignId: string,
	changes: readonly ScheduleChange[],
	allOrNothing: boolean,
): PushRequest {
	const campaign = `customers/${customerOf(edit)}/campaigns/${campaignId}`;
	const operations = changes.map((change) => {
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
	return mutate(edit, 'campaignCriteria', !allOrNothing, operations);
}

function mutate(edit: GoogleEdit, resource: string, partialFailure: boolean, operations: readonly object[]) {
	const { managerAccountId } = edit.target;
	return jsonRequest(
		'POST',
		`https://googleads.googleapis.com/${edit.apiVersion}/customers/${customerOf(edit)}/${resource}:mutate`,
		{ operations, partialFailure, validateOnly: edit.validateOnly },
		managerAccountId === undefined ? {} : { 'login-customer-id': withoutHyphens(managerAccountId) },
	);
}

const customerOf = ({ target }: GoogleEdit): string => withoutHyphens(accountOf(target, 'customer ID of Google Ads'));

/** 123-456-7890 is how people see it. */
const withoutHyphens = (customerId: string): string => customerId.replaceAll('-', '');
