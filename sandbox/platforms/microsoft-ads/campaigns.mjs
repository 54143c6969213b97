// GetCampaignsByAccountId, GetCampaignsByIds, UpdateCampaigns, GetBudgetsByIds and UpdateBudgets.
// Source: https://learn.microsoft.com/en-us/advertising/campaign-management-service/ (updatecampaigns, updatebudgets, campaign, budget).
// Refused because the sandbox does not keep them: the other fields of a campaign, names of budgets, and campaign types but Search.
import * as z from 'zod/v4';

import { isWhole, toMajor, toMicros } from '../amounts.mjs';
import { repeated } from '../strictBody.mjs';
import { LIMITS } from './currencies.mjs';
import { batchError } from './errors.mjs';

/** A long is a text of digits; assumed: a whole number is read as well. */
const Long = z.union([z.string().regex(/^\d{1,19}$/), z.number().int().positive()]).transform(String);
const BudgetType = z.enum(['DailyBudgetAccelerated', 'DailyBudgetStandard', 'LifetimeBudgetStandard']);
const Status = z.enum(['Active', 'Paused', 'BudgetPaused', 'BudgetAndManualPaused', 'Deleted', 'Suspended']);
const CampaignType = z.literal('Search');
const ReturnAdditionalFields = z.string();

export const ByAccount = z.strictObject({
	AccountId: Long,
	CampaignType: CampaignType.optional(),
	ReturnAdditionalFields: ReturnAdditionalFields.optional(),
});

export const ByIds = ByAccount.extend({ CampaignIds: z.array(Long).min(1).max(100) });

export const CampaignUpdates = z.strictObject({
	AccountId: Long,
	Campaigns: z.array(
		z.strictObject({
			Id: Long,
			DailyBudget: z.number().optional(),
			BudgetType: BudgetType.optional(),
			Status: Status.optional(),
		}),
	),
});

export const BudgetIds = z.strictObject({ BudgetIds: z.array(Long).max(100).nullable().optional() });

export const BudgetUpdates = z.strictObject({
	Budgets: z.array(z.strictObject({ Id: Long, Amount: z.number().optional(), BudgetType: BudgetType.optional() })),
});

const budgetOf = (account, campaign) => account.budgets.find(({ id }) => id === campaign.budgetId);
const typeOf = ({ kind }) => (kind === 'total' ? 'LifetimeBudgetStandard' : 'DailyBudgetStandard');
const isHere = ({ status }) => status !== 'removed';

/** A campaign as it is returned. */
function shown(account, campaign) {
	const budget = budgetOf(account, campaign);
	return {
		Id: campaign.id,
		Name: campaign.name,
		CampaignType: 'Search',
		Status: campaign.status === 'paused' ? 'Paused' : 'Active',
		BudgetType: typeOf(budget),
		DailyBudget: toMajor(budget.amountMicros),
		BudgetId: budget.shared ? budget.id : null,
	};
}

export const allCampaigns = (account) => ({
	Campaigns: account.campaigns.filter(isHere).map((campaign) => shown(account, campaign)),
});

export function campaignsByIds(account, { CampaignIds }) {
	const found = CampaignIds.map((id) => account.campaigns.find((campaign) => campaign.id === id && isHere(campaign)));
	return {
		Campaigns: found.map((campaign) => (campaign === undefined ? null : shown(account, campaign))),
		PartialErrors: errorsAt(found, 'CampaignServiceInvalidCampaignId'),
	};
}

/** The shared budgets; without IDs all of them. */
export function budgetsByIds(account, { BudgetIds }) {
	const shared = account.budgets.filter((budget) => budget.shared);
	const found =
		(BudgetIds ?? []).length === 0 ? shared : BudgetIds.map((id) => shared.find((budget) => budget.id === id));
	return {
		Budgets: found.map((budget) => (budget === undefined ? null : shownBudget(account, budget))),
		PartialErrors: errorsAt(found, 'CampaignServiceBudgetIdInvalid'),
	};
}

const shownBudget = ({ campaigns }, { id, name, amountMicros }) => ({
	Id: id,
	Name: name,
	Amount: toMajor(amountMicros),
	AssociationCount: campaigns.filter(({ budgetId }) => budgetId === id).length,
	BudgetType: 'DailyBudgetStandard',
});

const errorsAt = (found, code) =>
	found.flatMap((one, position) => (one === undefined ? [batchError(position, code)] : []));

/** @returns the name of an error of the whole list, or null */
export function campaignListError({ Campaigns }) {
	if (Campaigns.length === 0) return 'CampaignServiceCampaignsArrayShouldNotBeNullOrEmpty';
	if (Campaigns.length > 100) return 'CampaignServiceCampaignsArrayExceedsLimit';
	return repeated(Campaigns.map(({ Id }) => String(Id))) === undefined ? null : 'CampaignServiceDuplicateCampaignIds';
}

/** @returns the name of an error of the whole list, or null */
export function budgetListError({ Budgets }) {
	if (Budgets.length === 0) return 'CampaignServiceBudgetsNullOrEmpty';
	if (Budgets.length > 100) return 'CampaignServiceBudgetBatchLimitExceeded';
	return repeated(Budgets.map(({ Id }) => String(Id))) === undefined ? null : 'CampaignServiceDuplicateBudgetId';
}

/** Updates one campaign. @returns the error's name and field; null if it was updated */
export function updateCampaign(account, { Id, DailyBudget, BudgetType: type, Status: status }) {
	const campaign = account.campaigns.find(({ id }) => id === Id);
	if (campaign === undefined || !isHere(campaign)) return ['CampaignServiceInvalidCampaignId', 'Id'];
	const budget = budgetOf(account, campaign);
	if (budget.shared && (DailyBudget !== undefined || type !== undefined)) {
		return ['CampaignServiceCannotUpdateSharedBudget', 'DailyBudget'];
	}
	// Assumed: a campaign of search keeps its kind of budget. Accelerated and lifetime budgets are for audience campaigns alone.
	if (type !== undefined && type !== typeOf(budget)) return ['CampaignServiceInvalidBudgetType', 'BudgetType'];
	if (DailyBudget !== undefined && amountError(account, DailyBudget) !== null) {
		return ['CampaignServiceInvalidDailyBudget', 'DailyBudget'];
	}
	if (status !== undefined && status !== 'Active' && status !== 'Paused') {
		return ['CampaignServiceInvalidCampaignStatus', 'Status'];
	}
	if (DailyBudget !== undefined) account.setBudget(budget.id, toMicros(DailyBudget), 'api');
	if (status !== undefined) account.setStatus(Id, status === 'Paused' ? 'paused' : 'enabled', 'api');
	return null;
}

/** Updates one shared budget. @returns the error's name and field; null if it was updated */
export function updateBudget(account, { Id, Amount, BudgetType: type }) {
	const budget = account.budgets.find(({ id, shared }) => id === Id && shared);
	if (budget === undefined) return ['CampaignServiceBudgetIdInvalid', 'Id'];
	if (type !== undefined && type !== 'DailyBudgetStandard') return ['CampaignServiceInvalidBudgetType', 'BudgetType'];
	const error = Amount === undefined ? null : amountError(account, Amount);
	if (error !== null) return [error, 'Amount'];
	if (Amount !== undefined) account.setBudget(Id, toMicros(Amount), 'api');
	return null;
}

/** Assumed: an amount of more decimals than the currency has is below the limit of a step. */
function amountError({ currency }, amount) {
	const [lowest, highest] = LIMITS[currency] ?? [0.01, 1e12];
	if (!isWhole(amount, currency) || amount < lowest) return 'CampaignServiceBudgetAmountIsBelowLimit';
	return amount > highest ? 'CampaignServiceBudgetAmountIsAboveLimit' : null;
}
