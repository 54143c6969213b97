/** The fields of a row. */
export type Fields = Readonly<Record<string, unknown>>;

/** A budget whose rows these are. */
export const BERLIN = {
	budgetId: 'b',
	currency: 'EUR',
	timeZone: 'Europe/Berlin',
	dailyAmount: '1000.00',
} as const;

/** A row of Google Ads that can be read, changed in one group of its fields. */
export const google = (changes: Readonly<Record<string, Fields>> = {}): Fields => ({
	customer: { currencyCode: 'EUR', timeZone: 'Europe/Berlin', ...changes['customer'] },
	campaign: { id: '111', ...changes['campaign'] },
	metrics: { costMicros: '1000000', clicks: '2', ...changes['metrics'] },
	segments: { date: '2026-11-22', hour: 10, ...changes['segments'] },
});

export const meta = (changes: Fields): Fields => ({
	campaign_id: '7',
	date_start: '2026-11-22',
	date_stop: '2026-11-22',
	hourly_stats_aggregated_by_advertiser_time_zone: '10:00:00 - 10:59:59',
	spend: '1.00',
	...changes,
});

export const COLUMNS = {
	start: 'from',
	end: 'to',
	spend: 'cost',
	clicks: 'clicks',
	campaignId: 'id',
	multiplier: 'bid',
};
export const table = (changes: Fields): Fields => ({
	from: '2026-11-22T10:00',
	to: '2026-11-22T11:00',
	cost: '1.00',
	clicks: 2,
	id: 'a',
	bid: 1,
	...changes,
});

export const nest = (depth: number, leaf: unknown): unknown => (depth === 0 ? leaf : { a: nest(depth - 1, leaf) });
export const huge = 'x'.repeat(1_000_000);
/** An object that no text can be made of. */
export const speechless = { toString: 1, valueOf: 1 };
