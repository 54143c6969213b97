import { campaignId } from '../../reports/campaignId';
import { collect, otherZone } from '../../reports/collect';
import { localHourWindow } from '../../reports/localHourWindow';
import { isMissing, optional, readMoney, readNumber } from '../../reports/readNumber';
import { isRejection, shown } from '../../reports/rejection';
import type { ReportFormat } from '../../reports/reportFormat';
import { isRow, type Row } from '../../reports/row';

const DATE_HOUR = /^(\d{4})(\d{2})(\d{2})(\d{2})$/;

/** Dimensions that name a campaign, the ids of ad platforms first. */
const CAMPAIGN = [
	'sessionGoogleAdsCampaignId',
	'googleAdsCampaignId',
	'sessionCampaignId',
	'campaignId',
	'sessionCampaignName',
	'campaignName',
];

/** Metrics by what they are called now, then before. */
const CONVERSIONS = ['keyEvents', 'conversions'];
const REVENUE = ['totalRevenue', 'purchaseRevenue'];

const firstOf = (row: Row, names: readonly string[]): { readonly name: string; readonly value: unknown } => {
	const name = names.find((each) => !isMissing(row[each])) ?? names[0]!;
	return { name, value: row[name] };
};

/**
 * Google Analytics 4 by `dateHour`: a second source of conversions and revenue for hours whose spend an ad platform reports.
 *
 * Both shapes of n8n's node: the response of runReport with its headers, and simplified rows, which say neither zone nor
 * currency: they are taken to be the budget's. Its costs are imported and late, so they are not read.
 *
 * @see https://developers.google.com/analytics/devguides/reporting/data/v1/rest/v1beta/properties/runReport
 */
export const googleAnalyticsReport: ReportFormat = {
	label: 'Google Analytics',
	description: 'GA4 rows by dateHour: conversions and revenue for hours whose spend is known',
	lagMinutes: 0,
	recognises: (row) => 'dateHour' in row,
	rowsOf: (response) => {
		const { dimensionHeaders, metricHeaders, rows, metadata } = response;
		if (!Array.isArray(metricHeaders) || !Array.isArray(dimensionHeaders)) return null;
		const names = [...dimensionHeaders, ...metricHeaders].map((header: unknown) =>
			isRow(header) ? header['name'] : null,
		);
		const { currencyCode, timeZone } = isRow(metadata) ? metadata : {};
		return (Array.isArray(rows) ? (rows as unknown[]) : []).map((row) =>
			isRow(row) ? { ...flat(row, names), currencyCode, timeZone } : row,
		);
	},
	currency: (row) => row['currencyCode'],
	place: (row, { timeZone }) => {
		const refused = otherZone(row['timeZone'], timeZone);
		if (refused !== null) return refused;
		const at = row['dateHour'];
		const [, year, month, day, hour] =
			(typeof at === 'string' || typeof at === 'number' ? DATE_HOUR.exec(String(at)) : null) ?? [];
		if (year === undefined) return { reason: `'dateHour' is ${shown(at)}: it must look like 2026112209` };
		const window = localHourWindow(`${year}-${month!}-${day!}`, hour, timeZone);
		if (isRejection(window)) return window;
		const campaign = campaignId(firstOf(row, CAMPAIGN).value);
		return isRejection(campaign) ? campaign : { ...window, ...campaign, kind: 'results' };
	},
	metrics: (row) => {
		const conversions = firstOf(row, CONVERSIONS);
		const revenue = firstOf(row, REVENUE);
		if (isMissing(conversions.value) && isMissing(revenue.value)) {
			return { reason: 'The row has neither keyEvents nor totalRevenue: add one to the metrics' };
		}
		return collect({
			conversions: optional(readNumber)(conversions.value, conversions.name),
			revenue: optional(readMoney)(revenue.value, revenue.name),
		});
	},
	identity: (row) => Object.fromEntries(Object.entries(row).filter(([field]) => !METRICS.has(field))),
};

/** Everything else of a row is a dimension that tells it from others. */
const METRICS: ReadonlySet<string> = new Set([
	...CONVERSIONS,
	...REVENUE,
	'advertiserAdCost',
	'sessions',
	'totalUsers',
]);

/** A row of values by the names in the headers. */
function flat(row: Row, names: readonly unknown[]): Row {
	const { dimensionValues, metricValues } = row;
	const values = [dimensionValues, metricValues].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
	return Object.fromEntries(
		values.map((entry, position) => [String(names[position]), isRow(entry) ? entry['value'] : undefined]),
	);
}
