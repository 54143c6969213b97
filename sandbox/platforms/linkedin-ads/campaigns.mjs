// Campaigns of LinkedIn: read and partial update.
// Source: https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-campaigns.
// Assumed: the lowest daily budget, 10 USD and about as much elsewhere; a campaign with a total budget takes no daily one.
// Refused because the sandbox does not keep them: all fields but the budgets and the status.
import * as z from 'zod/v4';

import { isWhole, toMajor, toMicros } from '../amounts.mjs';
import { refusalOf } from '../strictBody.mjs';
import { error, inputError } from './errors.mjs';

const STATUSES = ['ACTIVE', 'ARCHIVED', 'CANCELED', 'COMPLETED', 'DRAFT', 'PAUSED', 'PENDING_DELETION', 'REMOVED'];
const Money = z.strictObject({ amount: z.string().regex(/^\d{1,12}(\.\d+)?$/), currencyCode: z.string() });

const PartialUpdate = z.strictObject({
	patch: z.strictObject({
		$set: z.strictObject({ dailyBudget: Money.optional(), status: z.enum(STATUSES).optional() }),
	}),
});

const LOWEST_DOLLARS = 10;
/** Assumed: units of a currency that count as a dollar. */
const PER_DOLLAR = { JPY: 100, KWD: 0.3, TWD: 30, HUF: 300 };
/** Assumed. */
const HIGHEST_DOLLARS = 1_000_000;

const budgetOf = (account, { budgetId }) => account.budgets.find(({ id }) => id === budgetId);
const SHOWN_STATUS = { enabled: 'ACTIVE', paused: 'PAUSED', removed: 'REMOVED' };

/** A campaign as it is returned. */
export function shown(account, campaign) {
	const { amountMicros, kind } = budgetOf(account, campaign);
	const amount = { amount: String(toMajor(amountMicros)), currencyCode: account.currency };
	return {
		id: Number(campaign.id),
		account: `urn:li:sponsoredAccount:${account.id}`,
		name: campaign.name,
		status: SHOWN_STATUS[campaign.status],
		...(kind === 'total' ? { totalBudget: amount } : { dailyBudget: amount }),
	};
}

export const notFound = () => error(404, 'NOT_FOUND', 'Not Found');

/** What is refused of a partial update as a whole: null, or LinkedIn's answer. */
export function updateRefusal(body) {
	const refusal = refusalOf(PartialUpdate, body);
	if (refusal === null) {
		return Object.keys(body.patch.$set).length > 0
			? null
			: inputError('MISSING_FIELD', '$set', '/$set is required but missing');
	}
	const path = `/${refusal.path.replaceAll('.', '/')}`;
	switch (refusal.kind) {
		case 'unknown':
			return inputError('FIELD_NOT_ALLOWED', path, `${path} is not allowed to be set`);
		case 'missing':
			return inputError('MISSING_FIELD', path, `${path} is required but missing`);
		default:
			return inputError('INVALID_VALUE_FOR_FIELD', path, `${path} can't be set to the value: ${refusal.message}`);
	}
}

/** Updates a campaign. @returns LinkedIn's answer to what is wrong, null if it was updated */
export function updateCampaign(account, campaign, { dailyBudget, status }) {
	if (dailyBudget !== undefined) {
		const refused = budgetRefusal(account, campaign, dailyBudget);
		if (refused !== null) return refused;
	}
	if (status !== undefined && status !== 'ACTIVE' && status !== 'PAUSED') {
		const change = `from ${SHOWN_STATUS[campaign.status]} to ${status}`;
		return inputError('STATUS_CHANGE_NOT_ALLOWED', '/status', `/status can't be changed ${change}`);
	}
	if (dailyBudget !== undefined) account.setBudget(campaign.budgetId, toMicros(dailyBudget.amount), 'api');
	if (status !== undefined) account.setStatus(campaign.id, status === 'PAUSED' ? 'paused' : 'enabled', 'api');
	return null;
}

function budgetRefusal(account, campaign, { amount, currencyCode }) {
	const { currency } = account;
	const lowest = LOWEST_DOLLARS * (PER_DOLLAR[currency] ?? 1);
	const highest = HIGHEST_DOLLARS * (PER_DOLLAR[currency] ?? 1);
	const path = '/dailyBudget/amount';
	if (currencyCode !== currency) {
		const message = `The currency ${currencyCode} of the dailyBudget doesn't match the currency ${currency} of the account.`;
		return inputError('CURRENCY_MISMATCH', '/dailyBudget/currencyCode', message);
	}
	if (budgetOf(account, campaign).kind === 'total') {
		const message = '/dailyBudget is not allowed when field /totalBudget is set';
		return inputError('CONDITIONAL_FIELD_NOT_ALLOWED', '/dailyBudget', message);
	}
	if (!isWhole(amount, currency))
		return inputError('INVALID_VALUE_FOR_FIELD', path, `${path} can't be set to ${amount}`);
	if (Number(amount) < lowest) {
		return inputError('FIELD_VALUE_TOO_LOW', path, `${path} value ${amount} can't be lower than ${lowest}`);
	}
	if (Number(amount) <= highest) return null;
	return inputError('FIELD_VALUE_TOO_HIGH', path, `${path} value ${amount} can't be higher than ${highest}`);
}
