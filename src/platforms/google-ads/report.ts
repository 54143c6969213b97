import { UserError } from '../../errors';
import { campaignId } from '../../reports/campaignId';
import { collect, zoneMismatch } from '../../reports/collect';
import { localHourWindow } from '../../reports/localHourWindow';
import { announced, TURN_ON_PAGINATION } from '../../reports/pages';
import {
	isMissing,
	optional,
	readMicros,
	readNumber,
	readSignedMoney,
	readSignedNumber,
} from '../../reports/readNumber';
import { readBudgetColumn } from '../../reports/readBudgetColumn';
import { isRejection, type Rejection } from '../../reports/rejection';
import type { ReportRow } from '../../reports/reportRows';
import type { Metrics, ReportedBudget, ReportFormat } from '../../reports/reportFormat';
import { fieldsOf, isRow, type Row } from '../../reports/row';
import { selectedMetrics } from './selectedMetrics';

/**
 * Google Ads API rows segmented by hour, as returned by REST `googleAds:searchStream` and `googleAds:search`.
 *
 * Amounts are micros, as strings; dates and hours are in the account's time zone, without an offset. Hours without activity are left out,
 * and a repeated hour is one row. Currency and zone are present only if the query selects them. Rows whose selected metrics are all 0 are not
 * returned. A metric of 0 may be left out of a row: it is 0 if the query selected it, else unknown. Budgets are those in force when the report is
 * read, whatever the date of the row.
 *
 * @see https://developers.google.com/google-ads/api/reference/rpc/latest/SearchGoogleAdsStreamResponse
 * @see https://developers.google.com/google-ads/api/docs/reporting/zero-metrics
 * @see https://support.google.com/google-ads/answer/2544985 for the delay of less than three hours
 */
export const googleAdsReport: ReportFormat = {
	label: 'Google Ads',
	description: 'Rows of googleAds:searchStream or googleAds:search by hour',
	lagMinutes: 180,
	recognises: (row) =>
		isRow(row['segments']) || (isRow(row['metrics']) && (isRow(row['campaign']) || isRow(row['customer']))),
	rowsOf: (response) => {
		if (Array.isArray(response['results'])) return response['results'];
		return isWithoutResults(response) ? [] : null;
	},
	pages: {
		isCutOff: announced(({ nextPageToken }) => !isMissing(nextPageToken)),
		remedy: `use googleAds:searchStream, which has no pages, or ${TURN_ON_PAGINATION}`,
		settings:
			"Pagination Mode is 'Update a Parameter in Each Request', with a Body parameter pageToken whose value is {{ $response.body.nextPageToken }}, Pagination Complete When is 'Other', Complete Expression is {{ !$response.body.nextPageToken }}.",
	},
	/** n8n's Google Ads node merges a campaign, its metrics and its budget into one flat object. */
	assertUsable: (row) => {
		if (!('costMicros' in row) || isRow(row['metrics'])) return;
		throw new UserError(
			"These rows come from n8n's Google Ads node, which adds up whole date ranges: they have no hours",
			'Read the report with an HTTP Request node instead: POST googleAds:searchStream with segments.date and segments.hour in the query.',
		);
	},
	currency: (row) => fieldsOf(row, 'customer')['currencyCode'],
	account: accountOf,
	place: (row, { timeZone }) => {
		const segments = fieldsOf(row, 'segments');
		const refused = zoneMismatch(fieldsOf(row, 'customer')['timeZone'], timeZone);
		if (refused !== null) return refused;
		if (isMissing(segments['hour']) && !isMissing(segments['date'])) {
			return { reason: 'The row is the total of a day: add segments.hour to the query' };
		}
		const window = localHourWindow(segments['date'], segments['hour'], timeZone);
		if (isRejection(window)) return window;
		const campaign = campaignId(idOf(fieldsOf(row, 'campaign')));
		return isRejection(campaign) ? campaign : { ...window, ...campaign };
	},
	metrics: (row) => metricsOf(row, new Set(), undefined),
	metricsWithin: (report) => {
		const selectedFor = selectedMetrics(report);
		const last = lastDate(report);
		return (row) => metricsOf(row, selectedFor(row), last);
	},
	identity: (row) => {
		const named = Object.entries(row).map(([field, value]) => [field, field === 'metrics' ? undefined : nameOf(value)]);
		return Object.fromEntries(named) as Row;
	},
};

/**
 * @param selected metrics that the query selected: one of them that a row with others leaves out is 0
 * @param last last date of the report, the only one whose budget is that in force
 */
function metricsOf(row: Row, selected: ReadonlySet<string>, last: unknown): Metrics | Rejection {
	const metrics = fieldsOf(row, 'metrics');
	const hasMetrics = Object.values(metrics).some((value) => !isMissing(value));
	const read = <Value>(metric: string, reader: (value: unknown, field: string) => Value): Value => {
		const isLeftOut = metrics[metric] === undefined && hasMetrics && selected.has(metric);
		return reader(isLeftOut ? 0 : metrics[metric], metric);
	};
	const spend = read('costMicros', optional(readMicros));
	if (spend === undefined) return { reason: 'The spend is missing: add metrics.cost_micros to the query' };
	const figures = {
		spend,
		impressions: read('impressions', optional(readNumber)),
		clicks: read('clicks', optional(readNumber)),
		conversions: read('conversions', optional(readSignedNumber)),
		revenue: read('conversionsValue', optional(readSignedMoney)),
	};
	return collect(figures, undefined, fieldsOf(row, 'segments')['date'] === last ? budgetOf(row) : undefined);
}

/** The daily budget of a row's campaign. One that campaigns share is no campaign's own. */
function budgetOf(row: Row): ReportedBudget | undefined {
	const budget = fieldsOf(row, 'campaignBudget');
	if (budget['explicitlyShared'] === true) return undefined;
	const owner = budget['resourceName'] ?? budget['id'] ?? idOf(fieldsOf(row, 'campaign'));
	return readBudgetColumn(owner, budget['amountMicros']);
}

/** The last date of a report's rows, as they write it; undefined without any. */
const lastDate = (report: readonly ReportRow[]): string | undefined =>
	report
		.flatMap(({ readable }) => {
			const date = readable === null ? undefined : fieldsOf(readable, 'segments')['date'];
			return typeof date === 'string' ? [date] : [];
		})
		.reduce<string | undefined>((last, date) => (last === undefined || date > last ? date : last), undefined);

/** Whether a response is a batch without results. */
const isWithoutResults = (response: Row): boolean =>
	['fieldMask', 'requestId', 'nextPageToken'].some((field) => field in response) &&
	!('results' in response) &&
	!('metrics' in response);

/** The campaign ID, if necessary from the resource name, which is always present: customers/1234567890/campaigns/111. */
function idOf({ id, resourceName }: Row): unknown {
	if (!isMissing(id) || typeof resourceName !== 'string') return id;
	return CAMPAIGN_RESOURCE.exec(resourceName)?.[1];
}

/** The customer ID, if necessary from a resource name, which every selected resource has. */
function accountOf(row: Row): unknown {
	const { id, resourceName } = fieldsOf(row, 'customer');
	if (!isMissing(id)) return id;
	for (const name of [resourceName, fieldsOf(row, 'campaign')['resourceName']]) {
		const account = typeof name === 'string' ? CUSTOMER_RESOURCE.exec(name)?.[1] : undefined;
		if (account !== undefined) return account;
	}
	return undefined;
}

const CUSTOMER_RESOURCE = /^customers\/(\d{1,20})(?:\/|$)/;

const CAMPAIGN_RESOURCE = /^customers\/\d{1,20}\/campaigns\/(\d{1,20})$/;

/** The identity of a resource, regardless of its other fields: a campaign paused between two reads is still the same. */
const nameOf = (value: unknown): unknown => (isRow(value) ? (value['resourceName'] ?? value['id'] ?? value) : value);
