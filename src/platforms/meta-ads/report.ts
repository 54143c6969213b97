import { campaignId } from '../../reports/campaignId';
import { collect } from '../../reports/collect';
import { localDayWindow, localHourWindow } from '../../reports/localHourWindow';
import { announced, TURN_ON_PAGINATION } from '../../reports/pages';
import { isMissing, optional, readMoney, readNumber } from '../../reports/readNumber';
import { readBudgetColumn } from '../../reports/readBudgetColumn';
import { isRejection, type Rejection, quoted } from '../../reports/rejection';
import type { Metrics, Place, ReportedBudget, ReportFormat } from '../../reports/reportFormat';
import { fieldsOf, type Row } from '../../reports/row';
import { type Conversions, conversionsIn } from './conversions';
import { META_UNITS } from './profile';

const HOUR_RANGE = /^(\d{2}):00:00 - \1:59:59$/;

/** Dimensions that distinguish rows of one campaign and hour: level and breakdowns. */
const DIMENSIONS = [
	'account_id',
	'campaign_id',
	'adset_id',
	'ad_id',
	'publisher_platform',
	'platform_position',
	'device_platform',
	'impression_device',
	'country',
	'region',
	'age',
	'gender',
];

/**
 * Meta Ads insights by hour of the advertiser's time zone, or by day.
 *
 * Amounts are in major units, as strings. Conversions outside of Meta (pixel, server) are never reported by hour, so without any they are
 * unknown, not 0. A daily row is a running total; its increase since the last report is used. Metrics and actions of 0 are left out. Insights name no
 * budgets: `daily_budget` is that of the row's ad set or campaign, in Meta's smallest units, if it was merged into the row.
 *
 * @see https://developers.facebook.com/docs/marketing-api/insights/breakdowns
 */
export const metaAdsReport: ReportFormat = {
	label: 'Meta Ads',
	description: 'Insights broken down by hour of the advertiser, or by day',
	lagMinutes: 0,
	recognises: (row) => 'date_start' in row,
	rowsOf: ({ data }) => (Array.isArray(data) ? data : null),
	pages: {
		isCutOff: announced((response) => !isMissing(fieldsOf(response, 'paging')['next'])),
		remedy: TURN_ON_PAGINATION,
		settings:
			"Pagination Mode is 'Response Contains Next URL', Next URL is {{ $response.body.paging?.next }}, Pagination Complete When is 'Other', Complete Expression is {{ !$response.body.paging?.next }}.",
	},
	currency: (row) => row['account_currency'],
	account: (row) => row['account_id'],
	place: (row, { timeZone }) => {
		if (!isMissing(row['hourly_stats_aggregated_by_audience_time_zone'])) {
			return {
				reason:
					"The hours are in the audience's time zones: break down by hourly_stats_aggregated_by_advertiser_time_zone",
			};
		}
		if (isMissing(row['date_stop'])) return { reason: 'The row has no date_stop: it may be the total of several days' };
		if (row['date_start'] !== row['date_stop']) {
			return { reason: 'The row is the total of several days: ask for time_increment=1' };
		}
		const range = row['hourly_stats_aggregated_by_advertiser_time_zone'];
		if (isMissing(range)) return wholeDay(row, timeZone);
		const hour = typeof range === 'string' ? HOUR_RANGE.exec(range)?.[1] : undefined;
		if (hour === undefined) return { reason: `The hour is ${quoted(range)}: it must look like 09:00:00 - 09:59:59` };
		const window = localHourWindow(row['date_start'], hour, timeZone);
		if (isRejection(window)) return window;
		const campaign = campaignId(row['campaign_id']);
		return isRejection(campaign) ? campaign : { ...window, ...campaign };
	},
	metrics: (row, currency) => metricsOf(row, {}, currency),
	metricsWithin: (report, { conversionActions }) => {
		const conversionsOf = conversionsIn(report, conversionActions);
		return (row, currency) => metricsOf(row, conversionsOf(row), currency);
	},
	identity: (row) => Object.fromEntries(DIMENSIONS.map((field) => [field, row[field]])),
};

function wholeDay(row: Row, timeZone: string): Place | Rejection {
	const window = localDayWindow(row['date_start'], timeZone);
	if (isRejection(window)) return window;
	const campaign = campaignId(row['campaign_id']);
	return isRejection(campaign) ? campaign : { ...window, ...campaign, kind: 'running-total' };
}

function metricsOf(
	row: Row,
	{ conversions, revenue, notice }: Partial<Conversions>,
	currency: string,
): Metrics | Rejection {
	if (isMissing(row['spend'])) return { reason: 'The spend is missing: add spend to the fields' };
	return collect(
		{
			spend: readMoney(row['spend'], 'spend'),
			impressions: optional(readNumber)(row['impressions'], 'impressions'),
			clicks: optional(readNumber)(row['clicks'], 'clicks'),
			conversions,
			revenue,
		},
		notice,
		budgetOf(row, currency),
	);
}

/** The daily budget of a row's ad set or campaign. */
const budgetOf = (row: Row, currency: string): ReportedBudget | undefined =>
	readBudgetColumn(
		row['adset_id'] ?? row['campaign_id'],
		row['daily_budget'],
		1_000_000 / 10 ** META_UNITS.digits(currency),
	);
