// The account as Meta's nodes: an ad account, its campaigns, and of each campaign one ad set.
// Assumed: a campaign has one ad set, whose ID is the campaign's followed by 01. The campaign has the budget (Advantage campaign budget) unless
// it says budgetLevel: 'adSet'.
import { toUnits } from './money.mjs';

const AD_SET = '01';

const STATUSES = { enabled: 'ACTIVE', paused: 'PAUSED', removed: 'DELETED' };

/**
 * @typedef {{ type: 'AdAccount' | 'Campaign' | 'AdSet', id: string, campaign?: object, budget?: object }} Node
 *   `budget` is there if the node has one of its own
 */

/**
 * The node of an ID.
 *
 * @returns {Node | undefined}
 */
export function nodeOf(account, id) {
	if (id === `act_${account.id}`) return { type: 'AdAccount', id };
	const campaign = account.campaigns.find((candidate) => candidate.id === id || candidate.id + AD_SET === id);
	if (campaign === undefined) return undefined;
	return campaign.id === id ? campaignNode(account, campaign) : adSetNode(account, campaign);
}

export const campaignNode = (account, campaign) =>
	node(account, campaign, 'Campaign', campaign.id, campaign.budgetLevel !== 'adSet');

export const adSetNode = (account, campaign) =>
	node(account, campaign, 'AdSet', campaign.id + AD_SET, campaign.budgetLevel === 'adSet');

const node = (account, campaign, type, id, hasBudget) => ({
	type,
	id,
	campaign,
	...(hasBudget && { budget: account.budgets.find((budget) => budget.id === campaign.budgetId) }),
});

/** All fields of a node that the sandbox knows; documented fields beyond these are not set. */
export function fieldsOf(account, { type, id, campaign, budget }) {
	if (type === 'AdAccount') {
		return {
			id,
			account_id: account.id,
			name: 'Sandbox',
			currency: account.currency,
			timezone_name: account.timeZone,
			account_status: 1,
		};
	}
	const status = STATUSES[campaign.status];
	return {
		id,
		account_id: account.id,
		name: campaign.name,
		status,
		configured_status: status,
		effective_status: status === 'ACTIVE' && campaign.disapproved ? 'WITH_ISSUES' : status,
		...budgetFields(account, type, budget),
		...(campaign.bidding === 'smart' && { bid_strategy: strategyOf(campaign) }),
		...(type === 'AdSet' && {
			campaign_id: campaign.id,
			...(campaign.targetCpaMicros !== undefined && {
				bid_amount: toUnits(campaign.targetCpaMicros, account.currency),
			}),
			...(campaign.targetRoas !== undefined && {
				bid_constraints: { roas_average_floor: Math.round(10_000 * campaign.targetRoas) },
			}),
		}),
	};
}

/** Bidding as Meta names it. Assumed: a target is a cost cap. */
export const strategyOf = ({ targetCpaMicros, targetRoas }) => {
	if (targetRoas !== undefined) return 'LOWEST_COST_WITH_MIN_ROAS';
	return targetCpaMicros === undefined ? 'LOWEST_COST_WITHOUT_CAP' : 'COST_CAP';
};

/** Assumed: an ad set has the unused field as "0", a campaign leaves it out. */
function budgetFields(account, type, budget) {
	const none = type === 'AdSet' ? { daily_budget: '0', lifetime_budget: '0' } : {};
	if (budget === undefined) return none;
	const amount = String(toUnits(budget.amountMicros, account.currency));
	return { ...none, [budget.kind === 'total' ? 'lifetime_budget' : 'daily_budget']: amount };
}
