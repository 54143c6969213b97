// Campaigns of Sponsored Products: list and update.
// Source: https://github.com/amzn/ads-advanced-tools-docs (Postman collection: POST /sp/campaigns/list, PUT /sp/campaigns) and the OpenAPI
// definition named in errors.mjs. Assumed: lowest and highest daily budgets, and that a budget of another type cannot become a daily one.
// Refused because the sandbox does not keep them: names, dates, bidding, portfolios and tags.
import * as z from 'zod/v4';

import { isWhole, toMajor, toMicros } from '../amounts.mjs';
import { refusalOf, repeated } from '../strictBody.mjs';
import { campaignError } from './errors.mjs';

const Id = z.string().regex(/^\d{1,20}$/);
const State = z.enum(['ENABLED', 'PAUSED', 'PROPOSED', 'ARCHIVED']);

export const Listing = z.strictObject({
	campaignIdFilter: z.strictObject({ include: z.array(Id).max(1000) }).optional(),
	stateFilter: z.strictObject({ include: z.array(State).max(10) }).optional(),
	maxResults: z.number().int().min(1).max(1000).optional(),
	nextToken: z.string().optional(),
});

export const Updates = z.strictObject({ campaigns: z.array(z.looseObject({})).min(1).max(1000) });

const Update = z.strictObject({
	campaignId: Id,
	state: z.enum(['ENABLED', 'PAUSED', 'PROPOSED']).optional(),
	budget: z.strictObject({ budget: z.number(), budgetType: z.literal('DAILY') }).optional(),
});

/** Assumed: units of a currency that are the lowest daily budget; elsewhere it is 1. */
const LOWEST = { JPY: 100, INR: 50 };
/** Assumed: the highest daily budget in lowest ones. */
const HIGHEST = 1_000_000;

const budgetOf = (account, { budgetId }) => account.budgets.find(({ id }) => id === budgetId);
const SHOWN_STATE = { enabled: 'ENABLED', paused: 'PAUSED', removed: 'ARCHIVED' };

/** A campaign as it is returned. */
export function shown(account, campaign) {
	const { amountMicros, kind } = budgetOf(account, campaign);
	return {
		budget: { budget: toMajor(amountMicros), budgetType: kind === 'total' ? 'OTHER' : 'DAILY' },
		campaignId: campaign.id,
		name: campaign.name,
		state: SHOWN_STATE[campaign.status],
		targetingType: 'MANUAL',
	};
}

/** A page of campaigns; null if the token is none of this list. */
export function listOf(account, { campaignIdFilter, stateFilter, maxResults = 100, nextToken = '0' }, forcedSize) {
	const all = account.campaigns
		.filter(({ id }) => campaignIdFilter?.include.includes(id) ?? true)
		.map((campaign) => shown(account, campaign))
		.filter(({ state }) => stateFilter?.include.includes(state) ?? state !== 'ARCHIVED');
	if (!/^\d+$/.test(nextToken) || Number(nextToken) > all.length) return null;
	const [from, size] = [Number(nextToken), forcedSize ?? maxResults];
	return {
		campaigns: all.slice(from, from + size),
		...(from + size < all.length && { nextToken: String(from + size) }),
		totalResults: all.length,
	};
}

/**
 * What is wrong with the updates as a whole: an unknown field, which Amazon's strict definition refuses, or a campaign that is there twice.
 *
 * @returns a message or null
 */
export function listError(updates) {
	for (const [position, update] of updates.entries()) {
		const refusal = refusalOf(Update, update);
		if (refusal?.kind === 'unknown') return `Unrecognized field at $.campaigns[${position}].${refusal.path}`;
	}
	const twice = repeated(updates.map(({ campaignId }) => campaignId));
	return twice === undefined ? null : `Campaign ${twice} is in the request twice`;
}

/** Updates one campaign. @returns an error, null if it was updated */
export function updateCampaign(account, update, position) {
	const at = (path) => `$.campaigns[${position}].${path}`;
	const refusal = refusalOf(Update, update);
	if (refusal !== null) {
		return refusal.kind === 'missing'
			? campaignError('missingValueError', 'MISSING_VALUE', at(refusal.path), `${refusal.path} is missing`)
			: campaignError('malformedValueError', 'PATTERN_NOT_MATCHED', at(refusal.path), refusal.message);
	}
	const campaign = account.campaigns.find(({ id }) => id === update.campaignId);
	if (campaign === undefined) {
		const entity = { entityType: 'CAMPAIGN', entityId: update.campaignId };
		return campaignError('entityNotFoundError', 'ENTITY_NOT_FOUND', at('campaignId'), 'Campaign not found', entity);
	}
	if (campaign.status === 'removed') {
		const reason = 'ARCHIVED_ENTITY_CANNOT_BE_MODIFIED';
		return campaignError('entityStateError', reason, at('campaignId'), 'An archived campaign cannot be modified');
	}
	if (update.state === 'PROPOSED') {
		return campaignError('entityStateError', 'INVALID_TARGET_STATE', at('state'), 'The state cannot be set');
	}
	const error = update.budget === undefined ? null : budgetError(account, campaign, update.budget.budget, at('budget'));
	if (error !== null) return error;
	if (update.budget !== undefined) account.setBudget(campaign.budgetId, toMicros(update.budget.budget), 'api');
	if (update.state !== undefined) {
		account.setStatus(campaign.id, update.state === 'PAUSED' ? 'paused' : 'enabled', 'api');
	}
	return null;
}

function budgetError(account, campaign, budget, location) {
	const { currency } = account;
	const lowerLimit = LOWEST[currency] ?? 1;
	const upperLimit = lowerLimit * HIGHEST;
	const limits = { lowerLimit: String(lowerLimit), upperLimit: String(upperLimit) };
	if (budgetOf(account, campaign).kind === 'total') {
		return campaignError('budgetError', 'BUDGETING_POLICY_INVALID', location, 'The type of budget cannot be changed');
	}
	if (budget < lowerLimit) {
		return campaignError('budgetError', 'BUDGET_TOO_LOW', location, 'The budget is below the minimum', limits);
	}
	if (budget > upperLimit) {
		return campaignError('budgetError', 'BUDGET_TOO_HIGH', location, 'The budget is above the maximum', limits);
	}
	return isWhole(budget, currency)
		? null
		: campaignError('malformedValueError', 'PATTERN_NOT_MATCHED', location, 'The budget has too many decimals');
}
