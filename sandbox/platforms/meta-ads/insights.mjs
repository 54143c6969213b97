// Insights: delivery by day, by hour of the advertiser, or of a whole range.
// Sources: https://developers.facebook.com/documentation/ads-commerce/marketing-api/insights and .../insights/breakdowns
import * as z from 'zod/v4';

import { localHour } from '../localTime.mjs';
import { invalidParameter } from './errors.mjs';
import { BREAKDOWNS, INSIGHTS_FIELDS } from './fields.mjs';
import { HOURLY, rowOf } from './insightsRow.mjs';
import { adSetNode } from './nodes.mjs';
import { integer, json, names, oneOf, readBy } from './params.mjs';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Source: what Meta answers without a list of fields. */
const DEFAULT_FIELDS = ['account_id', 'campaign_id', 'date_start', 'date_stop', 'impressions', 'spend'];

const DATE = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must have dates such as 2026-11-27' });

const PRESETS = [
	'today',
	'yesterday',
	'last_3d',
	'last_7d',
	'last_14d',
	'last_28d',
	'last_30d',
	'last_90d',
	'this_month',
	'last_month',
	'maximum',
];

const LEVELS = { AdAccount: 'account', Campaign: 'campaign', AdSet: 'adset' };

const INSIGHTS = {
	fields: names.optional(),
	level: oneOf(['account', 'campaign', 'adset']).optional(),
	time_range: json(
		z.strictObject({ since: DATE, until: DATE }, { error: 'must be {"since": date, "until": date}' }),
		'{"since": date, "until": date}',
	).optional(),
	date_preset: oneOf(PRESETS).optional(),
	time_increment: z
		.union([integer().refine((days) => days <= 90), z.enum(['all_days', 'monthly'])], {
			error: 'must be 1 to 90, monthly or all_days',
		})
		.optional(),
	breakdowns: names.optional(),
	filtering: json(
		z.array(
			z.strictObject({
				field: z.enum(['campaign.id', 'adset.id']),
				operator: z.enum(['IN', 'EQUAL']),
				value: z.unknown(),
			}),
			{
				error: 'must be a list of filters on campaign.id or adset.id',
			},
		),
		'a list of filters',
	).optional(),
	action_attribution_windows: z.unknown().optional(),
	action_report_time: oneOf(['impression', 'conversion', 'mixed']).optional(),
	use_unified_attribution_setting: oneOf(['true', 'false']).optional(),
	use_account_attribution_setting: oneOf(['true', 'false']).optional(),
	limit: integer().optional(),
	after: z.string().optional(),
	before: z.string().optional(),
};

/**
 * The rows of a node's insights.
 *
 * @param onReport a fault's view of the account's report
 * @throws GraphError
 */
export function readInsights(account, node, parameters, onReport) {
	const query = readBy(INSIGHTS, parameters);
	const {
		fields = DEFAULT_FIELDS,
		level = LEVELS[node.type],
		breakdowns = [],
		time_increment: increment = 'all_days',
	} = query;
	const unknown = fields.find((field) => !INSIGHTS_FIELDS.has(field));
	if (unknown !== undefined)
		throw invalidParameter(
			`${unknown} is not valid for fields param. please check https://developers.facebook.com/docs/marketing-api/reference/ads-insights/ for all valid values`,
		);
	for (const breakdown of breakdowns) {
		if (!BREAKDOWNS.has(breakdown))
			throw invalidParameter(
				`breakdowns[0] must be one of the following values: ${[...BREAKDOWNS].slice(0, 5).join(', ')}, ...`,
			);
		if (breakdown !== HOURLY) throw invalidParameter(`The sandbox does not break down by ${breakdown}`);
	}
	if (increment === 'monthly' || (increment !== 'all_days' && increment > 1))
		throw invalidParameter('The sandbox reports single days (time_increment=1) or the whole range');
	const [since, until] = rangeOf(query, account);
	if (since > until) throw invalidParameter('Param time_range: since must not be after until');
	const isHourly = breakdowns.includes(HOURLY);
	const groups = new Map();
	const reported = account.reported({
		fromMs: Date.parse(since) - 15 * HOUR_MS,
		untilMs: Math.min(account.nowMs, Date.parse(until) + 39 * HOUR_MS),
	});
	const hours = new Map();
	for (const figures of onReport(reported)) {
		const { startMs } = figures;
		if (!hours.has(startMs)) hours.set(startMs, localHour(startMs, account.timeZone));
		const { date, hour } = hours.get(startMs);
		if (date < since || date > until || !isWithin(figures.campaignId, node, query.filtering, account)) continue;
		const days = increment === 1 ? [date, date] : [since, until];
		const key = JSON.stringify([days, isHourly && hour, level === 'account' ? null : figures.campaignId]);
		if (!groups.has(key)) groups.set(key, { days, hour, campaignId: figures.campaignId, all: [] });
		groups.get(key).all.push(figures);
	}
	return [...groups.values()]
		.sort((a, b) => (a.days[0] < b.days[0] ? -1 : a.days[0] > b.days[0] ? 1 : a.hour - b.hour))
		.map((group) => rowOf(account, group, { fields, level, isHourly }))
		.filter((row) => row !== null);
}

function isWithin(campaignId, node, filtering = [], account) {
	if (node.type !== 'AdAccount' && node.campaign.id !== campaignId) return false;
	return filtering.every(({ field, value }) => {
		const campaign = account.campaigns.find(({ id }) => id === campaignId);
		const id = field === 'campaign.id' ? campaignId : adSetNode(account, campaign).id;
		return [value].flat().map(String).includes(id);
	});
}

/** The first and last date of a range; 30 days before today by default. */
function rangeOf({ time_range: range, date_preset: preset = 'last_30d' }, { nowMs, timeZone }) {
	if (range !== undefined) return [range.since, range.until];
	const today = Date.parse(localHour(nowMs, timeZone).date);
	const date = (ms) => new Date(ms).toISOString().slice(0, 10);
	const firstOf = (offset) => Date.UTC(new Date(today).getUTCFullYear(), new Date(today).getUTCMonth() + offset, 1);
	const days = /^last_(\d+)d$/.exec(preset)?.[1];
	if (days !== undefined) return [date(today - Number(days) * DAY_MS), date(today - DAY_MS)];
	switch (preset) {
		case 'today':
			return [date(today), date(today)];
		case 'yesterday':
			return [date(today - DAY_MS), date(today - DAY_MS)];
		case 'this_month':
			return [date(firstOf(0)), date(today)];
		case 'last_month':
			return [date(firstOf(-1)), date(firstOf(0) - DAY_MS)];
		default:
			return [date(today - 37 * 30 * DAY_MS), date(today)];
	}
}
