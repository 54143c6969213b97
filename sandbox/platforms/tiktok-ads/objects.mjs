// Campaigns and ad groups of TikTok: budgets and status.
// Source: https://github.com/tiktok/tiktok-business-api-sdk (CampaignUpdateBody, CampaignStatusUpdateBody, AdgroupUpdateBody,
// AdgroupStatusUpdateBody, FilteringCampaignGet); adgroup/budget/update: https://business-api.tiktok.com/portal/docs?id=1739591133130817;
// minimums: https://ads.tiktok.com/help/article/budget (more than 50 USD for a campaign, 20 USD a day for an ad group).
// Assumed: every campaign has one ad group, whose ID is 1 and the campaign's, and both levels set the same amount; minimums in other currencies.
// Changes of at most 50% are advice of TikTok's help pages, not a limit of its API: they are not refused.
// Refused because the sandbox does not keep them: names, PO numbers and special industries.
import * as z from 'zod/v4';

import { isWhole, toMajor, toMicros } from '../amounts.mjs';
import { nextMidnight } from '../localTime.mjs';
import { CODES } from './errors.mjs';

const Id = z.string().regex(/^\d{1,19}$/);
const operation_status = z.enum(['ENABLE', 'DISABLE', 'DELETE']);

export const CampaignUpdate = z.strictObject({ advertiser_id: Id, campaign_id: Id, budget: z.number().optional() });

export const CampaignStatusUpdate = z.strictObject({
	advertiser_id: Id,
	campaign_ids: z.array(Id).min(1).max(20),
	operation_status,
});

export const AdgroupUpdate = z.strictObject({ advertiser_id: Id, adgroup_id: Id, budget: z.number().optional() });

export const AdgroupBudgetUpdate = z
	.strictObject({
		advertiser_id: Id,
		budget: z
			.array(z.strictObject({ adgroup_id: Id, budget: z.number() }))
			.min(1)
			.max(20)
			.optional(),
		scheduled_budget: z
			.array(z.strictObject({ adgroup_id: Id, scheduled_budget: z.number() }))
			.min(1)
			.max(20)
			.optional(),
	})
	.refine(({ budget, scheduled_budget }) => budget ?? scheduled_budget, { path: ['budget'] });

export const AdgroupStatusUpdate = z.strictObject({
	advertiser_id: Id,
	adgroup_ids: z.array(Id).min(1).max(20),
	operation_status,
	allow_partial_success: z.boolean().optional(),
});

/** Dollars that a budget must exceed. */
const MINIMUM = { campaign: 50, adgroup: 20 };
/** Assumed: units of a currency that count as a dollar. */
const PER_DOLLAR = { JPY: 100, KWD: 0.3, TWD: 30, HUF: 300 };

/** A refusal: a code and a message. */
export class Refusal extends Error {
	constructor(code, message) {
		super(message);
		this.code = code;
	}
}

/** The campaign behind the ID of a campaign or of its ad group. @throws Refusal */
export function campaignOf(account, level, id) {
	const campaign = account.campaigns.find((one) => idAt(level, one) === id && one.status !== 'removed');
	if (campaign !== undefined) return campaign;
	throw new Refusal(
		CODES.parameters,
		`${level}_id: ${level} ${id} does not exist or does not belong to the advertiser.`,
	);
}

export const idAt = (level, { id }) => (level === 'campaign' ? id : `1${id}`);

const budgetOf = (account, { budgetId }) => account.budgets.find(({ id }) => id === budgetId);

/** @throws Refusal if the amount is none of the currency, or too low */
export function assertAmount({ currency }, level, budget) {
	const minimum = MINIMUM[level] * (PER_DOLLAR[currency] ?? 1);
	if (!isWhole(budget, currency)) throw new Refusal(CODES.parameters, 'budget: Not a valid number.');
	if (budget > minimum) return;
	throw new Refusal(CODES.parameters, `budget: The budget must be greater than ${minimum} ${currency}.`);
}

export const setBudget = (account, campaign, budget) => account.setBudget(campaign.budgetId, toMicros(budget), 'api');

/** Sets a budget at the account's next midnight. */
export const scheduleBudget = (account, campaign, budget) =>
	account.at(nextMidnight(account.nowMs, account.timeZone), () => setBudget(account, campaign, budget));

const STATUS = { ENABLE: 'enabled', DISABLE: 'paused', DELETE: 'removed' };

export const setStatus = (account, campaign, operation) => account.setStatus(campaign.id, STATUS[operation], 'api');

/** A campaign or its ad group as it is returned. */
export function shown(account, level, campaign) {
	const { amountMicros, kind } = budgetOf(account, campaign);
	return {
		advertiser_id: account.id,
		campaign_id: campaign.id,
		campaign_name: campaign.name,
		...(level === 'adgroup' && { adgroup_id: idAt(level, campaign), adgroup_name: campaign.name }),
		budget: toMajor(amountMicros),
		budget_mode: kind === 'total' ? 'BUDGET_MODE_TOTAL' : 'BUDGET_MODE_DAY',
		operation_status: campaign.status === 'enabled' ? 'ENABLE' : 'DISABLE',
	};
}
