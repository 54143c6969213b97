import { figure } from '../../levers/platformProfile';
import type { PushRequest } from '../../levers/pushRequest';
import { type BudgetObject, isZero } from '../../levers/readBudget';
import type { BiddingTargets, ReadTarget, TargetEdit } from '../../push/biddingTarget';
import { isMissing } from '../../reports/readNumber';
import { fieldsOf } from '../../reports/row';
import { update } from './update';

const CAP = { lever: 'target-cpa', field: 'bid_amount' } as const;

/**
 * Targets by bid strategy: an amount in Meta's smallest units, or a return on ad spend in ten-thousandths.
 *
 * @see https://developers.facebook.com/documentation/ads-commerce/marketing-api/bidding/overview/bid-strategy
 */
const TARGETS = {
	COST_CAP: { ...CAP, name: 'cost cap' },
	LOWEST_COST_WITH_BID_CAP: { ...CAP, name: 'bid cap' },
	LOWEST_COST_WITH_MIN_ROAS: { lever: 'target-roas', field: 'roas_average_floor', name: 'minimum ROAS' },
} as const;

/** Bidding targets of ad sets. */
export const metaAdsTargets: BiddingTargets = {
	level: 'adGroup',
	fields: 'bid_strategy, bid_amount and bid_constraints',
	ratioDigits: 4,
	restartsLearning: figure(
		true,
		'significant edits restart learning, https://www.facebook.com/business/help/112167992830700; from which change on is not published',
		'2026-11',
	),
	read,
	request,
};

/** An ad set. With Advantage campaign budget the strategy is the campaign's, and the ad set has the cap. */
function read(adSet: BudgetObject, id: string): ReadTarget {
	if (!isMissing(adSet['id']) && String(adSet['id']) !== id) return { kind: 'unknown' };
	const campaign = fieldsOf(adSet, 'campaign');
	const strategy = adSet['bid_strategy'] ?? campaign['bid_strategy'];
	if (strategy === 'LOWEST_COST_WITHOUT_CAP') return { kind: 'none' };
	if (typeof strategy !== 'string' || !Object.hasOwn(TARGETS, strategy)) return { kind: 'unknown' };
	const target = TARGETS[strategy as keyof typeof TARGETS];
	const value = target.field === 'bid_amount' ? adSet[target.field] : fieldsOf(adSet, 'bid_constraints')[target.field];
	const campaignId = adSet['campaign_id'] ?? campaign['id'];
	const { status } = fieldsOf(adSet, 'learning_stage_info');
	return {
		kind: 'target',
		...target,
		value,
		campaignId: typeof campaignId === 'string' || typeof campaignId === 'number' ? String(campaignId) : undefined,
		budget: budgetOf(adSet, id, campaignId),
		isLearning: typeof status === 'string' ? status === 'LEARNING' : undefined,
	};
}

/** Where the daily budget is: at the ad set if it has one, at the campaign if the ad set was read without. */
function budgetOf({ daily_budget: daily }: BudgetObject, id: string, campaignId: unknown): string | undefined {
	if (!isZero(daily)) return `adGroup/${id}`;
	const isRead = daily !== undefined && (typeof campaignId === 'string' || typeof campaignId === 'number');
	return isRead ? `campaign/${campaignId}` : undefined;
}

/** Sets the cap or the least return, and nothing else: the strategy stays. */
function request({ field, value, ...edit }: TargetEdit): PushRequest {
	const isCap = field === 'bid_amount';
	return update(edit, isCap ? { bid_amount: value } : { bid_constraints: JSON.stringify({ [field]: Number(value) }) });
}
