import { isMissing } from '../../reports/readNumber';
import { isRow } from '../../reports/row';
import { jsonRequest } from '../../push/pushRequest';
import type { PushPlatform } from '../../push/pushPlatform';
import { statusBy } from '../../push/statusBy';
import { amazonAdsAnswer } from './answer';
import { amazonAdsProfile } from './profile';

const statusOf = statusBy('ENABLED', 'PAUSED');

/** Media type, which carries the version. */
const SPONSORED_PRODUCTS = 'application/vnd.spCampaign.v3+json';

/**
 * Daily budgets of Sponsored Products campaigns. The profile ID (scope) and client ID are headers of the credential.
 *
 * @see https://github.com/amzn/ads-advanced-tools-docs, PUT /sp/campaigns
 */
export const amazonAdsPush: PushPlatform = {
	profile: amazonAdsProfile,
	readAnswer: amazonAdsAnswer,
	description: 'Daily budgets of Sponsored Products campaigns',
	names: [],
	readBudget: (campaign) => {
		const { budget, budgetType } = isRow(campaign['budget']) ? campaign['budget'] : campaign;
		const kind = budgetType === 'DAILY' ? 'daily' : isMissing(budgetType) ? 'unknown' : 'total';
		return { kind, amount: budget };
	},
	budgetTypeField: { campaign: 'budget.budgetType' },
	readStatus: ({ state }) => statusOf(state),
	dailyBudget: ({ id, amount }) =>
		jsonRequest(
			'PUT',
			'https://advertising-api.amazon.com/sp/campaigns',
			{ campaigns: [{ campaignId: id, budget: { budget: Number(amount), budgetType: 'DAILY' } }] },
			{ 'Content-Type': SPONSORED_PRODUCTS, Accept: SPONSORED_PRODUCTS },
		),
};
