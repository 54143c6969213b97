import { accountOf } from '../../levers/accountOf';
import type { PlatformEdit } from '../../levers/budgetEdit';
import { jsonRequest, type PushRequest } from '../../levers/pushRequest';
import type { PushPlatform } from '../../push/pushPlatform';
import { statusBy } from '../../push/statusBy';
import { isRow } from '../../reports/row';
import { linkedinAdsAnswer } from './answer';
import { linkedinAdsProfile } from './profile';

const ORIGIN = 'https://api.linkedin.com';

const statusOf = statusBy('ACTIVE', 'PAUSED');

/**
 * Daily budgets and pauses of campaigns; the currency must be the account's.
 *
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-campaigns
 */
export const linkedinAdsPush: PushPlatform = {
	profile: linkedinAdsProfile,
	readAnswer: linkedinAdsAnswer,
	description: 'Daily budgets of campaigns',
	names: ['accountId'],
	/** A campaign may have both: then the total limits its lifetime, and the daily budget its days. */
	readBudget: ({ dailyBudget, totalBudget }) => {
		if (isRow(dailyBudget)) return { kind: 'daily', amount: dailyBudget['amount'] };
		return { kind: isRow(totalBudget) ? 'total' : 'unknown', amount: undefined };
	},
	readStatus: ({ status }) => statusOf(status),
	dailyBudget: ({ id, amount, currency, ...edit }) =>
		update(id, { dailyBudget: { amount, currencyCode: currency } }, edit),
	setStatus: ({ id, status, ...edit }) => update(id, { status: status === 'paused' ? 'PAUSED' : 'ACTIVE' }, edit),
};

/** Sets fields of a campaign and leaves the others unchanged. */
const update = (id: string, $set: object, { target, apiVersion }: PlatformEdit): PushRequest =>
	jsonRequest(
		'POST',
		`${ORIGIN}/rest/adAccounts/${accountOf(target, 'ad account ID of LinkedIn')}/adCampaigns/${id}`,
		{ patch: { $set } },
		{ 'X-RestLi-Method': 'PARTIAL_UPDATE', 'X-Restli-Protocol-Version': '2.0.0', 'Linkedin-Version': apiVersion },
	);
