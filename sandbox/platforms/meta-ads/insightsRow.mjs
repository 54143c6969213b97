// A row of insights.
import { majorUnits } from './money.mjs';
import { adSetNode } from './nodes.mjs';

export const HOURLY = 'hourly_stats_aggregated_by_advertiser_time_zone';

/** A row of text, as Meta writes it; null where nothing was delivered. Metrics of 0 are left out. */
export function rowOf(account, { days, hour, campaignId, all }, { fields, level, isHourly }) {
	const sum = (of) => all.reduce((total, figures) => total + of(figures), 0);
	const spend = sum(({ costMicros }) => costMicros);
	const impressions = sum((figures) => figures.impressions);
	if (spend === 0 && impressions === 0) return null;
	const campaign = account.campaigns.find(({ id }) => id === campaignId);
	const clicks = sum((figures) => figures.clicks);
	const conversions = sum((figures) => figures.conversions);
	const value = sum((figures) => figures.value);
	const known = {
		account_id: account.id,
		account_currency: account.currency,
		account_name: 'Sandbox',
		...(level !== 'account' && { campaign_id: campaignId, campaign_name: campaign.name }),
		...(level === 'adset' && { adset_id: adSetNode(account, campaign).id, adset_name: campaign.name }),
		spend: majorUnits(spend),
		impressions: String(impressions),
		...(clicks > 0 && { clicks: String(clicks), inline_link_clicks: String(clicks) }),
		// Conversions outside of Meta are not reported by the hour.
		actions: actionsOf({ link_click: clicks, ...(!isHourly && purchases(conversions)) }),
		action_values: isHourly ? undefined : actionsOf(purchases(value)),
	};
	const chosen = fields.filter((field) => known[field] !== undefined).map((field) => [field, known[field]]);
	return {
		...Object.fromEntries(chosen),
		date_start: days[0],
		date_stop: days[1],
		...(isHourly && { [HOURLY]: `${String(hour).padStart(2, '0')}:00:00 - ${String(hour).padStart(2, '0')}:59:59` }),
	};
}

/** One purchase under the types that Meta counts it under. Assumed: all conversions are purchases on a website. */
const purchases = (count) => ({ 'offsite_conversion.fb_pixel_purchase': count, purchase: count, omni_purchase: count });

function actionsOf(counts) {
	const actions = Object.entries(counts).filter(([, value]) => value > 0);
	return actions.length === 0
		? undefined
		: actions.map(([action_type, value]) => ({ action_type, value: String(Math.round(100 * value) / 100) }));
}
