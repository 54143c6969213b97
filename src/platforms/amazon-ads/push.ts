import { accountOf } from '../../levers/accountOf';
import { jsonRequest, type PushRequest } from '../../levers/pushRequest';
import type { PushTarget } from '../../levers/pushTarget';
import type { Region } from '../../levers/region';
import type { PushPlatform } from '../../push/pushPlatform';
import { statusBy } from '../../push/statusBy';
import { isMissing } from '../../reports/readNumber';
import { isRow } from '../../reports/row';
import { amazonAdsAnswer } from './answer';
import { amazonAdsProfile } from './profile';

const statusOf = statusBy('ENABLED', 'PAUSED');

/** Media type, which carries the version. */
const SPONSORED_PRODUCTS = 'application/vnd.spCampaign.v3+json';

/** Each region has a host that knows only its own profiles. */
const ORIGINS: Readonly<Record<Region, string>> = {
	northAmerica: 'https://advertising-api.amazon.com',
	europe: 'https://advertising-api-eu.amazon.com',
	farEast: 'https://advertising-api-fe.amazon.com',
};

/**
 * Daily budgets and pauses of Sponsored Products campaigns. The scope is the profile; the ID of the client belongs to the user's app, and
 * the HTTP Request node adds it.
 *
 * @see https://github.com/amzn/ads-advanced-tools-docs, PUT /sp/campaigns
 * @see https://advertising.amazon.com/API/docs/en-us/reference/api-overview, API endpoints
 */
export const amazonAdsPush: PushPlatform = {
	profile: amazonAdsProfile,
	readAnswer: amazonAdsAnswer,
	description: 'Daily budgets of Sponsored Products campaigns',
	names: ['accountId', 'region'],
	readBudget: (campaign) => {
		const { budget, budgetType } = isRow(campaign['budget']) ? campaign['budget'] : campaign;
		const kind = budgetType === 'DAILY' ? 'daily' : isMissing(budgetType) ? 'unknown' : 'total';
		return { kind, amount: budget };
	},
	budgetTypeField: { campaign: 'budget.budgetType' },
	readStatus: ({ state }) => statusOf(state),
	dailyBudget: ({ target, id, amount }) =>
		putCampaign({ campaignId: id, budget: { budget: Number(amount), budgetType: 'DAILY' } }, target),
	setStatus: ({ target, id, status }) =>
		putCampaign({ campaignId: id, state: status === 'paused' ? 'PAUSED' : 'ENABLED' }, target),
};

const putCampaign = (campaign: object, target: PushTarget): PushRequest =>
	jsonRequest(
		'PUT',
		`${ORIGINS[target.region ?? 'northAmerica']}/sp/campaigns`,
		{ campaigns: [campaign] },
		{
			'Content-Type': SPONSORED_PRODUCTS,
			Accept: SPONSORED_PRODUCTS,
			'Amazon-Advertising-API-Scope': accountOf(target, 'profile ID of Amazon Ads'),
		},
	);
