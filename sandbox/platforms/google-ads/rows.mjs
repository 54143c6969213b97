// What queries can read: the account as rows of Google's messages, by their defined names.

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

const MINUTES = { 0: 'ZERO', 15: 'FIFTEEN', 30: 'THIRTY', 45: 'FORTY_FIVE' };

export { MINUTES, WEEKDAYS };

/** Google's identifier of a window in an ad schedule. */
export const criterionName = (account, campaignId, id) =>
	`customers/${account.id}/campaignCriteria/${campaignId}~${id}`;

/** Bidding as Google reports it. Assumed: smart campaigns bid for conversions unless they have a target ROAS. */
function biddingOf({ bidding, targetCpaMicros, targetRoas }) {
	if (bidding === 'manual') return { bidding_strategy_type: 'MANUAL_CPC', manual_cpc: { enhanced_cpc_enabled: false } };
	if (targetRoas !== undefined) {
		return {
			bidding_strategy_type: 'MAXIMIZE_CONVERSION_VALUE',
			maximize_conversion_value: { target_roas: targetRoas },
		};
	}
	return {
		bidding_strategy_type: 'MAXIMIZE_CONVERSIONS',
		maximize_conversions: { target_cpa_micros: targetCpaMicros ?? 0 },
	};
}

const customerRow = (account) => ({
	resource_name: `customers/${account.id}`,
	id: account.id,
	currency_code: account.currency,
	time_zone: account.timeZone,
	descriptive_name: 'Sandbox',
	manager: false,
	test_account: true,
});

const campaignRow = (account, campaign) => ({
	resource_name: `customers/${account.id}/campaigns/${campaign.id}`,
	id: campaign.id,
	name: campaign.name,
	status: campaign.status.toUpperCase(),
	serving_status: 'SERVING',
	primary_status: primaryStatus(campaign),
	primary_status_reasons: campaign.disapproved ? ['HAS_ADS_DISAPPROVED'] : [],
	advertising_channel_type: 'SEARCH',
	campaign_budget: `customers/${account.id}/campaignBudgets/${campaign.budgetId}`,
	...biddingOf(campaign),
});

const primaryStatus = ({ status, disapproved }) =>
	status === 'enabled' ? (disapproved ? 'NOT_ELIGIBLE' : 'ELIGIBLE') : status.toUpperCase();

const budgetRow = (account, budget) => ({
	resource_name: `customers/${account.id}/campaignBudgets/${budget.id}`,
	id: budget.id,
	name: budget.name,
	...(budget.kind === 'total'
		? { total_amount_micros: budget.amountMicros, period: 'CUSTOM_PERIOD' }
		: { amount_micros: budget.amountMicros, period: 'DAILY' }),
	status: 'ENABLED',
	delivery_method: 'STANDARD',
	explicitly_shared: budget.shared,
	reference_count: account.campaigns.filter(({ budgetId, status }) => budgetId === budget.id && status !== 'removed')
		.length,
	type: 'STANDARD',
});

const criterionRow = (account, campaign, window) => ({
	resource_name: criterionName(account, campaign.id, window.id),
	campaign: `customers/${account.id}/campaigns/${campaign.id}`,
	criterion_id: window.id,
	type: 'AD_SCHEDULE',
	status: 'ENABLED',
	negative: false,
	bid_modifier: window.modifier,
	ad_schedule: {
		day_of_week: WEEKDAYS[window.weekday],
		start_hour: window.startHour,
		start_minute: MINUTES[window.startMinute],
		end_hour: window.endHour,
		end_minute: MINUTES[window.endMinute],
	},
});

/** Resources that a query can read FROM: which others their rows may have, and the rows with the campaigns that their figures are of. */
export const RESOURCES = {
	customer: {
		attributed: [],
		hasMetrics: true,
		rows: (account) => [
			{ row: { customer: customerRow(account) }, campaignIds: account.campaigns.map(({ id }) => id) },
		],
	},
	campaign: {
		attributed: ['customer', 'campaign_budget'],
		hasMetrics: true,
		rows: (account) =>
			account.campaigns.map((campaign) => ({ row: ofCampaign(account, campaign), campaignIds: [campaign.id] })),
	},
	campaign_budget: {
		attributed: ['customer'],
		hasMetrics: true,
		rows: (account) =>
			account.budgets.map((budget) => ({
				row: { customer: customerRow(account), campaign_budget: budgetRow(account, budget) },
				campaignIds: account.campaigns.filter(({ budgetId }) => budgetId === budget.id).map(({ id }) => id),
			})),
	},
	campaign_criterion: {
		attributed: ['customer', 'campaign', 'campaign_budget'],
		hasMetrics: false,
		rows: (account) =>
			account.campaigns.flatMap((campaign) =>
				campaign.schedule.map((window) => ({
					row: { ...ofCampaign(account, campaign), campaign_criterion: criterionRow(account, campaign, window) },
					campaignIds: [],
				})),
			),
	},
};

function ofCampaign(account, campaign) {
	const budget = account.budgets.find(({ id }) => id === campaign.budgetId);
	return {
		customer: customerRow(account),
		campaign: campaignRow(account, campaign),
		campaign_budget: budgetRow(account, budget),
	};
}

/** Metrics that the account knows, by Google's names. */
export const METRICS = {
	cost_micros: ({ costMicros }) => costMicros,
	impressions: ({ impressions }) => impressions,
	clicks: ({ clicks }) => clicks,
	conversions: ({ conversions }) => conversions,
	conversions_value: ({ value }) => value,
};

/** Segments that the account knows, of a local hour. */
export const SEGMENTS = {
	date: ({ date }) => date,
	hour: ({ hour }) => hour,
	day_of_week: ({ date }) => WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7],
	month: ({ date }) => `${date.slice(0, 7)}-01`,
};
