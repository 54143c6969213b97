// adAnalytics by campaign and day.
// Source: https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads-reporting/ads-reporting: at most 15,000 elements, no pages, no
// hours, amounts as texts of up to 20 decimals. Users have observed days of UTC. Assumed: a day without delivery has no element.
import * as z from 'zod/v4';

import { toMajor } from '../amounts.mjs';
import { localHour, startOfDate, startOfNextDate } from '../localTime.mjs';

const UTC = 'utc';
const MAX_ELEMENTS = 15_000;
const DATE = String.raw`\(year:(\d{4}),month:(\d{1,2}),day:(\d{1,2})\)`;
const RANGE = new RegExp(String.raw`^\(start:${DATE}(?:,end:${DATE})?\)$`);
const urns = (kind) => z.string().regex(new RegExp(`^List\\(urn:li:${kind}:\\d+(,urn:li:${kind}:\\d+)*\\)$`));

const FIELDS = {
	dateRange: ({ date }) => ({ start: parts(date), end: parts(date) }),
	pivotValues: ({ campaignId }) => [`urn:li:sponsoredCampaign:${campaignId}`],
	costInLocalCurrency: ({ costMicros }) => String(toMajor(costMicros)),
	impressions: ({ impressions }) => impressions,
	clicks: ({ clicks }) => clicks,
	externalWebsiteConversions: ({ conversions }) => conversions,
	conversionValueInLocalCurrency: ({ value }) => String(value),
};

export const Query = z
	.strictObject({
		q: z.literal('analytics'),
		pivot: z.literal('CAMPAIGN'),
		timeGranularity: z.literal('DAILY'),
		dateRange: z.string().regex(RANGE),
		campaigns: urns('sponsoredCampaign').optional(),
		accounts: urns('sponsoredAccount').optional(),
		fields: z
			.string()
			.refine((names) => names.split(',').every((name) => Object.hasOwn(FIELDS, name)))
			.default('impressions,clicks'),
	})
	.refine(({ campaigns, accounts }) => campaigns ?? accounts, { path: ['campaigns'] });

const idsIn = (list) => list?.match(/\d+(?=[,)])/g);

/** Whether a query is about this account alone. */
export const isOwn = ({ accounts }, { id }) => idsIn(accounts)?.every((account) => account === id) ?? true;

/** The elements of a response: a campaign's running total of each day. */
export function elementsOf({ dateRange, campaigns, fields }, account, onReport) {
	const [, ...numbers] = RANGE.exec(dateRange);
	const first = isoDate(numbers.slice(0, 3));
	const last = numbers[3] === undefined ? localHour(account.nowMs, UTC).date : isoDate(numbers.slice(3));
	const [fromMs, untilMs] = [startOfDate(first, UTC), startOfNextDate(last, UTC)];
	if (!(fromMs < untilMs)) return [];
	const asked = idsIn(campaigns);
	const rows = onReport(account.reported({ fromMs, untilMs })).filter(
		({ campaignId }) => asked?.includes(campaignId) ?? true,
	);
	const days = new Map();
	for (const row of rows) {
		const { date } = localHour(row.startMs, UTC);
		const key = `${row.campaignId} ${date}`;
		days.set(key, sum(days.get(key) ?? { ...EMPTY, campaignId: row.campaignId, date }, row));
	}
	const names = fields.split(',');
	return [...days.values()]
		.slice(0, MAX_ELEMENTS)
		.map((day) => Object.fromEntries(names.map((name) => [name, FIELDS[name](day)])));
}

const EMPTY = { costMicros: 0, impressions: 0, clicks: 0, conversions: 0, value: 0 };

const sum = (day, row) => ({
	...day,
	...Object.fromEntries(Object.keys(EMPTY).map((metric) => [metric, day[metric] + row[metric]])),
});

const isoDate = ([year, month, day]) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function parts(date) {
	const [year, month, day] = date.split('-').map(Number);
	return { year, month, day };
}
