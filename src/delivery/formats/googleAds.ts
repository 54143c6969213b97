import { collect, contradiction } from './collect';
import { localHourWindow } from './localHourWindow';
import { isMissing, optional, readMicros, readMoney, readNumber } from './readNumber';
import { isRejection, isRow, type Row, type RowFormat } from './rowFormat';

const part = (row: Row, name: string): Row => {
	const value = row[name];
	return isRow(value) ? value : {};
};

/**
 * Google Ads API rows segmented by hour: `googleAds:searchStream` and `googleAds:search`, as REST sends them.
 *
 * Money is in micros, as strings; dates and hours are those of the account's clock, without an offset. Hours without activity
 * are left out, and where clocks go back both hours are one row. Currency and zone are only there if the query selects them.
 *
 * @see https://developers.google.com/google-ads/api/reference/rpc/latest/SearchGoogleAdsStreamResponse
 */
export const googleAds: RowFormat = {
	label: 'Google Ads',
	recognises: (row) => isRow(row['metrics']) || isRow(row['segments']),
	place: (row, { currency, timeZone }) => {
		const customer = part(row, 'customer');
		const segments = part(row, 'segments');
		const refused =
			contradiction('currency', customer['currencyCode'], currency) ??
			contradiction('time zone', customer['timeZone'], timeZone);
		if (refused !== null) return refused;
		if (isMissing(segments['hour']) && !isMissing(segments['date'])) {
			return { reason: 'The row is the total of a day: add segments.hour to the query' };
		}
		const window = localHourWindow(segments['date'], segments['hour'], timeZone);
		if (isRejection(window)) return window;
		const id = part(row, 'campaign')['id'];
		return { ...window, ...(!isMissing(id) && { campaignId: String(id).slice(0, 200) }), identity: identityOf(row) };
	},
	metrics: (row) => {
		const metrics = part(row, 'metrics');
		if (isMissing(metrics['costMicros']))
			return { reason: 'The spend is missing: add metrics.cost_micros to the query' };
		return collect({
			spend: readMicros(metrics['costMicros'], 'costMicros'),
			impressions: optional(readNumber)(metrics['impressions'], 'impressions'),
			clicks: optional(readNumber)(metrics['clicks'], 'clicks'),
			conversions: optional(readNumber)(metrics['conversions'], 'conversions'),
			revenue: optional(readMoney)(metrics['conversionsValue'], 'conversionsValue'),
		});
	},
};

/** Everything of a row that is not a metric, to the depth that Google's rows have. */
function identityOf(row: Row): string {
	const parts: string[] = [];
	for (const [group, fields] of Object.entries(row)) {
		if (group === 'metrics' || !isRow(fields)) continue;
		for (const [field, value] of Object.entries(fields)) {
			if (typeof value !== 'object') parts.push(`${group}.${field}=${String(value).slice(0, 200)}`);
		}
	}
	return parts.sort().join('|');
}
