import { UserError } from '../../errors';
import { accountOf, managerOf } from '../../levers/accountOf';
import type { PlatformEdit } from '../../levers/budgetEdit';
import { jsonRequest, type PushRequest } from '../../levers/pushRequest';
import type { PushTarget } from '../../levers/pushTarget';
import { isZero } from '../../levers/readBudget';
import type { PushPlatform } from '../../push/pushPlatform';
import { statusBy } from '../../push/statusBy';
import { isMissing } from '../../reports/readNumber';
import { isRow } from '../../reports/row';
import { microsoftAdsAnswer } from './answer';
import { microsoftAdsProfile } from './profile';

const ORIGIN = 'https://campaign.api.bingads.microsoft.com';

/** The only type that a shared budget can be given. */
const SHARED_TYPE = { BudgetType: 'DailyBudgetStandard' };

const statusOf = statusBy('Active', 'Paused');

/**
 * Shared budgets, daily budgets of campaigns without a shared one, and pauses of campaigns. The developer token is a secret that the HTTP
 * Request node adds.
 *
 * @see https://learn.microsoft.com/en-us/advertising/campaign-management-service/updatebudgets
 * @see https://learn.microsoft.com/en-us/advertising/campaign-management-service/updatecampaigns
 */
export const microsoftAdsPush: PushPlatform = {
	profile: microsoftAdsProfile,
	readAnswer: microsoftAdsAnswer,
	description: 'Daily budgets of campaigns, or shared budgets',
	names: ['accountId', 'managerAccountId'],
	/**
	 * A shared budget is daily. That of a campaign has its amount in DailyBudget even if it is for its lifetime, or that of the shared budget
	 * that BudgetId names, which cannot be set through the campaign.
	 */
	readBudget: ({ Amount, DailyBudget, BudgetId, BudgetType: type }, level) => {
		if (level === 'budget') return { kind: 'daily', amount: Amount };
		if (!isZero(BudgetId)) return { kind: 'none', amount: undefined };
		const kind = isMissing(type) ? 'unknown' : typeof type === 'string' && type.startsWith('Daily') ? 'daily' : 'total';
		return { kind, amount: DailyBudget };
	},
	budgetTypeField: { campaign: 'BudgetType' },
	readStatus: ({ Status }) => statusOf(Status),
	dailyBudget: ({ level, id, amount, ...edit }) =>
		level === 'budget'
			? put('Budgets', edit, {
					Budgets: [{ Id: id, Amount: Number(amount), ...SHARED_TYPE, ...typeAsRead(edit.target, id) }],
				})
			: putCampaign({ Id: id, DailyBudget: Number(amount), ...typeAsRead(edit.target, id) }, edit),
	setStatus: ({ level, id, status, ...edit }) => {
		if (level === 'budget') {
			throw new UserError(
				'A shared budget of Microsoft Advertising cannot be paused',
				"Set 'IDs Are Of' to Campaigns, and 'IDs' to the campaigns that share it.",
			);
		}
		return putCampaign({ Id: id, Status: status === 'paused' ? 'Paused' : 'Active' }, edit);
	},
};

/** The type of a budget as it was read; without one Microsoft keeps the type that it has. */
function typeAsRead({ objects }: PushTarget, id: string): { readonly BudgetType?: unknown } {
	const read = objects.find((object) => object.id === id)?.current;
	return isRow(read) && !isMissing(read['BudgetType']) ? { BudgetType: read['BudgetType'] } : {};
}

const putCampaign = (campaign: object, edit: PlatformEdit): PushRequest =>
	put('Campaigns', edit, { AccountId: accountIn(edit), Campaigns: [campaign] });

/** A request that names the account, and the customer through which it is accessed, in its headers. */
const put = (entities: string, edit: PlatformEdit, body: object): PushRequest =>
	jsonRequest('PUT', `${ORIGIN}/CampaignManagement/${edit.apiVersion}/${entities}`, body, {
		CustomerAccountId: accountIn(edit),
		CustomerId: managerOf(edit.target, 'customer ID of Microsoft Advertising, cid in its address'),
	});

const accountIn = ({ target }: PlatformEdit): string => accountOf(target, 'account ID of Microsoft Advertising');
