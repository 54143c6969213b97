import { campaignId } from '../../reports/campaignId';
import { collect, zoneMismatch } from '../../reports/collect';
import { localHourWindow } from '../../reports/localHourWindow';
import { counted, countIn } from '../../reports/pages';
import { isMissing, optional, readSignedMoney, readSignedNumber } from '../../reports/readNumber';
import { isRejection, quoted } from '../../reports/rejection';
import type { ReportFormat } from '../../reports/reportFormat';
import { isRow, type Row } from '../../reports/row';

const DATE_HOUR = /^(\d{4})(\d{2})(\d{2})(\d{2})$/;

/** Dimensions that name a campaign, IDs of ad platforms first. */
const CAMPAIGN = [
	'sessionGoogleAdsCampaignId',
	'googleAdsCampaignId',
	'sessionCampaignId',
	'campaignId',
	'sessionCampaignName',
	'campaignName',
];

/** Metrics by current name, then by former name. */
const CONVERSIONS = ['keyEvents', 'conversions'];
const REVENUE = ['totalRevenue', 'purchaseRevenue'];

const firstOf = (row: Row, names: readonly string[]): { readonly name: string; readonly value: unknown } => {
	const name = names.find((each) => !isMissing(row[each])) ?? names[0]!;
	return { name, value: row[name] };
};

/**
 * Google Analytics 4 by `dateHour`: a second source of conversions and revenue for hours whose spend an ad platform reports.
 *
 * Both outputs of n8n's node are read: the runReport response with its headers, and simplified rows, whose zone and currency are assumed to
 * be the budget's. Costs are not read, because they are imported late.
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
	pages: {
		isCutOff: counted((response) => {
			const { rows } = response;
			const of = countIn(response, 'rowCount');
			return of === null ? null : { rows: Array.isArray(rows) ? rows.length : 0, of };
		}),
		remedy: "raise 'limit' in the request, or turn on 'Return All' in the Google Analytics node",
		settings:
			"A response has at most 'limit' rows, 10,000 by default and up to 250,000; 'offset' reads the rows after them.",
	},
	currency: (row) => row['currencyCode'],
	place: (row, { timeZone }) => {
		const refused = zoneMismatch(row['timeZone'], timeZone);
		if (refused !== null) return refused;
		const at = row['dateHour'];
		const [, year, month, day, hour] =
			(typeof at === 'string' || typeof at === 'number' ? DATE_HOUR.exec(String(at)) : null) ?? [];
		if (year === undefined) return { reason: `'dateHour' is ${quoted(at)}: it must look like 2026112209` };
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
			conversions: optional(readSignedNumber)(conversions.value, conversions.name),
			revenue: optional(readSignedMoney)(revenue.value, revenue.name),
		});
	},
	identity: (row) => Object.fromEntries(Object.entries(row).filter(([field]) => !METRICS.has(field))),
};

/** Metrics of a row; all other fields are dimensions. */
const METRICS: ReadonlySet<string> = new Set([
	...CONVERSIONS,
	...REVENUE,
	'advertiserAdCost',
	'sessions',
	'totalUsers',
]);

/** The values of a row by header name. */
function flat(row: Row, names: readonly unknown[]): Row {
	const { dimensionValues, metricValues } = row;
	const values = [dimensionValues, metricValues].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
	return Object.fromEntries(
		values.map((entry, position) => [String(names[position]), isRow(entry) ? entry['value'] : undefined]),
	);
}
