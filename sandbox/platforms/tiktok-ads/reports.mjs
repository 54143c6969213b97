// campaign/get, adgroup/get and report/integrated/get with stat_time_hour.
// Source: https://github.com/tiktok/tiktok-business-api-sdk (ReportingApi, CampaignCreationApi, AdgroupApi), the rows as public fixtures have
// them: texts, hours of the advertiser's clocks. Assumed: an hourly report is about one day, and rows of an hour without delivery are absent.
import * as z from 'zod/v4';

import { toMajor } from '../amounts.mjs';
import { localHour, startOfDate, startOfNextDate } from '../localTime.mjs';

const whole = (min, max) => z.coerce.number().int().min(min).max(max);
const json = (schema) =>
	z
		.string()
		.transform((text, context) => {
			try {
				return JSON.parse(text);
			} catch {
				context.addIssue('no JSON');
				return z.NEVER;
			}
		})
		.pipe(schema);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Id = z.string().regex(/^\d{1,19}$/);
const PAGE = { page: whole(1, 10_000).default(1), page_size: whole(1, 1000).default(10) };

const METRICS = {
	spend: ({ costMicros }) => toMajor(costMicros).toFixed(2),
	impressions: ({ impressions }) => String(impressions),
	clicks: ({ clicks }) => String(clicks),
	conversion: ({ conversions }) => String(conversions),
	currency: (_, { currency }) => currency,
	campaign_name: ({ campaignId }, { campaigns }) => campaigns.find(({ id }) => id === campaignId)?.name ?? '-',
};

export const ReportQuery = z.strictObject({
	advertiser_id: Id,
	report_type: z.literal('BASIC'),
	data_level: z.literal('AUCTION_CAMPAIGN'),
	dimensions: json(z.array(z.enum(['campaign_id', 'stat_time_hour'])).refine((names) => new Set(names).size === 2)),
	metrics: json(z.array(z.enum(Object.keys(METRICS))).min(1)),
	start_date: Day,
	end_date: Day,
	...PAGE,
});

const Filtering = (ids) => json(z.strictObject({ [ids]: z.array(Id).max(100).optional() })).optional();

export const CampaignQuery = z.strictObject({ advertiser_id: Id, filtering: Filtering('campaign_ids'), ...PAGE });
export const AdgroupQuery = z.strictObject({ advertiser_id: Id, filtering: Filtering('adgroup_ids'), ...PAGE });

/** The rows of a report, as the platform has them now. */
export function rowsOf({ start_date, end_date }, account) {
	const { timeZone } = account;
	return account.reported({ fromMs: startOfDate(start_date, timeZone), untilMs: startOfNextDate(end_date, timeZone) });
}

export function shownRow(row, { metrics }, account) {
	const { date, hour } = localHour(row.startMs, account.timeZone);
	return {
		dimensions: { campaign_id: row.campaignId, stat_time_hour: `${date} ${String(hour).padStart(2, '0')}:00:00` },
		metrics: Object.fromEntries(metrics.map((metric) => [metric, METRICS[metric](row, account)])),
	};
}

/** One page of a list. */
export function pageOf(list, { page, page_size }, forcedSize) {
	const size = forcedSize ?? page_size;
	return {
		list: list.slice((page - 1) * size, page * size),
		page_info: { page, page_size: size, total_number: list.length, total_page: Math.ceil(list.length / size) },
	};
}
