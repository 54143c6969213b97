import { UserError } from '../../errors';
import { campaignId } from '../../reports/campaignId';
import { collect } from '../../reports/collect';
import { localHourWindow } from '../../reports/localHourWindow';
import { countIn, numbered, TURN_ON_PAGINATION } from '../../reports/pages';
import { isMissing, optional, readMoney, readNumber, readSignedNumber } from '../../reports/readNumber';
import { isRejection, quoted } from '../../reports/rejection';
import type { ReportFormat } from '../../reports/reportFormat';
import { fieldsOf, isRow, type Row } from '../../reports/row';

const HOUR = /^(\d{4}-\d{2}-\d{2}) (\d{2}):00:00$/;

/**
 * TikTok's integrated report with the dimension `stat_time_hour`.
 *
 * Hours are in the advertiser's time zone; amounts are in major units, as texts. Errors are returned with HTTP 200 and a code other than 0.
 *
 * @see https://business-api.tiktok.com/portal/docs (report/integrated/get)
 */
export const tiktokAdsReport: ReportFormat = {
	label: 'TikTok Ads',
	description: 'Integrated report with stat_time_hour',
	lagMinutes: 0,
	recognises: (row) => isRow(row['dimensions']) && isRow(row['metrics']) && !isRow(row['segments']),
	rowsOf: (response) => {
		const { code, message, data } = response;
		if (!('code' in response) || !('message' in response) || typeof code !== 'number') return null;
		if (code !== 0) {
			throw new UserError(
				`TikTok answered with code ${code} instead of a report: ${String(message).slice(0, 300)}`,
				'Correct the request in the node that reads the report.',
			);
		}
		return isRow(data) && Array.isArray(data['list']) ? data['list'] : null;
	},
	pages: {
		isCutOff: numbered(pageOf),
		remedy: TURN_ON_PAGINATION,
		settings:
			"Pagination Mode is 'Update a Parameter in Each Request', with a Query parameter page whose value is {{ $pageCount + 1 }}, Pagination Complete When is 'Other', Complete Expression is {{ $response.body.data.page_info.page >= $response.body.data.page_info.total_page }}.",
	},
	currency: (row) => fieldsOf(row, 'metrics')['currency'],
	account: (row) => fieldsOf(row, 'dimensions')['advertiser_id'] ?? fieldsOf(row, 'metrics')['advertiser_id'],
	place: (row, { timeZone }) => {
		const dimensions = fieldsOf(row, 'dimensions');
		const hour = dimensions['stat_time_hour'];
		if (isMissing(hour)) return { reason: 'The row has no hour: add stat_time_hour to the dimensions' };
		const [, date, clock] = (typeof hour === 'string' ? HOUR.exec(hour) : null) ?? [];
		if (date === undefined)
			return { reason: `'stat_time_hour' is ${quoted(hour)}: it must look like 2026-11-22 09:00:00` };
		const window = localHourWindow(date, clock, timeZone);
		if (isRejection(window)) return window;
		const campaign = campaignId(dimensions['campaign_id']);
		return isRejection(campaign) ? campaign : { ...window, ...campaign };
	},
	metrics: (row) => {
		const metrics = fieldsOf(row, 'metrics');
		if (isMissing(metrics['spend'])) return { reason: 'The spend is missing: add spend to the metrics' };
		return collect({
			spend: readMoney(metrics['spend'], 'spend'),
			impressions: optional(readNumber)(metrics['impressions'], 'impressions'),
			clicks: optional(readNumber)(metrics['clicks'], 'clicks'),
			conversions: optional(readSignedNumber)(metrics['conversion'], 'conversion'),
		});
	},
	identity: (row) => fieldsOf(row, 'dimensions'),
};

/** The number of a page and of all pages. */
function pageOf(response: Row) {
	const info = response['page_info'] ?? fieldsOf(response, 'data')['page_info'];
	const [page, of] = [countIn(info, 'page'), countIn(info, 'total_page')];
	return page === null || of === null ? null : { page, of };
}
