import { figure } from '../../levers/platformProfile';
import type { PushRequest } from '../../levers/pushRequest';
import { type BudgetObject, isZero } from '../../levers/readBudget';
import type { BiddingTargets, ReadTarget, TargetEdit, TargetLever } from '../../push/biddingTarget';
import { isMissing } from '../../reports/readNumber';
import { fieldsOf, isRow, type Row } from '../../reports/row';
import { customerOf, mutate } from './mutate';

/**
 * Targets of a campaign's own (standard) bidding strategy. Each is in a message that is named like its strategy.
 *
 * @see https://developers.google.com/google-ads/api/docs/campaigns/bidding/strategy-types
 */
const TARGETS: readonly { readonly strategy: string; readonly field: string; readonly lever: TargetLever }[] = [
	{ strategy: 'maximizeConversions', field: 'targetCpaMicros', lever: 'target-cpa' },
	{ strategy: 'targetCpa', field: 'targetCpaMicros', lever: 'target-cpa' },
	{ strategy: 'maximizeConversionValue', field: 'targetRoas', lever: 'target-roas' },
	{ strategy: 'targetRoas', field: 'targetRoas', lever: 'target-roas' },
];

const NAMES = { 'target-cpa': 'target CPA', 'target-roas': 'target ROAS' } as const;

/** Bidding targets of campaigns. */
export const googleAdsTargets: BiddingTargets = {
	level: 'campaign',
	fields:
		'campaign.id, campaign.bidding_strategy, campaign.accessible_bidding_strategy, campaign.bidding_strategy_type, campaign.maximize_conversions.target_cpa_micros, campaign.target_cpa.target_cpa_micros, campaign.maximize_conversion_value.target_roas and campaign.target_roas.target_roas',
	ratioDigits: 0,
	restartsLearning: figure(false, 'https://support.google.com/google-ads/answer/10433846', '2026-11'),
	read,
	request,
};

/** A campaign, or a row that has it. */
function read(object: BudgetObject, id: string): ReadTarget {
	const campaign: Row = isRow(object['campaign']) ? object['campaign'] : object;
	if (!isMissing(campaign['id']) && String(campaign['id']) !== id) return { kind: 'unknown' };
	if (!isMissing(campaign['biddingStrategy']) || !isMissing(campaign['accessibleBiddingStrategy'])) {
		return { kind: 'portfolio' };
	}
	const target = TARGETS.find(({ strategy, field }) => !isZero(fieldsOf(campaign, strategy)[field]));
	if (target === undefined) return { kind: isMissing(campaign['biddingStrategyType']) ? 'unknown' : 'none' };
	const { strategy, field, lever } = target;
	const status = campaign['biddingStrategySystemStatus'];
	return {
		kind: 'target',
		lever,
		name: NAMES[lever],
		field: `${strategy}.${field}`,
		value: fieldsOf(campaign, strategy)[field],
		campaignId: id,
		budget: budgetOf(object, campaign),
		isLearning: typeof status === 'string' ? status.includes('LEARNING') : undefined,
	};
}

/** The budget of a campaign, by its resource name or by the row's own. */
function budgetOf(row: BudgetObject, campaign: Row): string | undefined {
	const named =
		typeof campaign['campaignBudget'] === 'string' ? campaign['campaignBudget'].split('/').at(-1) : undefined;
	const id = named ?? fieldsOf(row, 'campaignBudget')['id'];
	return typeof id === 'string' || typeof id === 'number' ? `budget/${id}` : undefined;
}

/**
 * Sets the target of a campaign's bidding strategy, and nothing else of it: a mask of the whole strategy would clear its bid limits.
 *
 * @see https://developers.google.com/google-ads/api/reference/rpc/v26/MutateCampaignsRequest
 */
function request({ id, field, value, ...edit }: TargetEdit): PushRequest {
	const [strategy, name] = field.split('.') as [string, string];
	const resourceName = `customers/${customerOf(edit)}/campaigns/${id}`;
	const update = { resourceName, [strategy]: { [name]: name === 'targetRoas' ? Number(value) : value } };
	return mutate(edit, 'campaigns', [{ updateMask: field, update }]);
}
