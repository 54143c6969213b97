import * as z from 'zod/v4';

import { KnownChanges } from './addChanges';
import { Arrivals } from './arrivals';
import { type DeliveredHour, keyOf } from './deliveredHour';
import { StoredTally } from './tally';

const MINUTE_MS = 60_000;

/**
 * One delivered window in stored state: [start, minutes, spend, clicks, conversions, revenue, impressions, multiplier, asOf, control].
 *
 * Start and asOf are minutes since 1970, money is micros, null is not reported, nulls at the end are left out. `asOf` is there
 * only while the window was read before it ended; `control` adds up 1 where the multiplier was the plan's, 2 where the plan's cap
 * stopped the hour, 4 where the figures are preliminary, 8 where results are those of a second
 * source, 16 where figures are a part of a longer stretch.
 */
const StoredHour = z.array(z.number().min(0).nullable()).min(3).max(10);
export type StoredHour = z.output<typeof StoredHour>;

const StoredCampaign = z.object({
	campaignId: z.string(),
	/** What is folded into the statistics and can no longer be restated: from the first such instant to the last. */
	folded: z.object({ fromMs: z.number(), untilMs: z.number() }).optional(),
	hours: z.array(StoredHour),
});

/**
 * A folded local day: [days since 1970, spend, clicks, conversions, revenue], money in major units, null is not reported, nulls at the end
 * are left out. Spend is exact; results, which only teach, have six significant digits.
 */
const StoredDay = z.tuple([z.number().int().min(0).max(99_999), z.number().min(0)]).rest(z.number().min(0).nullable());
export type StoredDay = z.output<typeof StoredDay>;

/** A folded local day as it was written before results were kept: [date, spend in micros]. */
const SpendOfDay = z.tuple([z.string(), z.number().min(0)]);
export type SpendOfDay = z.output<typeof SpendOfDay>;

/** What hours too old to be restated have left behind. */
const Folded = z.object({
	/** Instant that the weights of age refer to. */
	referenceMs: z.number(),
	hourOfWeek: z.array(StoredTally).length(168),
	weekOfMonth: z.array(StoredTally).length(5),
	month: z.array(StoredTally).length(12),
	days: z.array(z.union([StoredDay, SpendOfDay])),
});
export type Folded = z.output<typeof Folded>;

/** Everything delivered under a budget: recent windows as reported, older ones as statistics. */
export const Ledger = z.object({
	/** Sorted by id; windows sorted by start. A window without a campaign belongs to the campaign ''. */
	campaigns: z.array(StoredCampaign),
	folded: Folded.optional(),
	/** Of conversions. */
	arrivals: Arrivals.optional(),
	/** Of spend, in major units. */
	spendArrivals: Arrivals.optional(),
	/** Changes that were added lately, so that none is added twice. */
	changes: z.array(KnownChanges).optional(),
	/** Latest instant that any report covered. */
	dataUntilMs: z.number().optional(),
});
export type Ledger = z.output<typeof Ledger>;
export type StoredCampaign = z.output<typeof StoredCampaign>;

export const EMPTY_LEDGER: Ledger = { campaigns: [] };

const STEERED = 1;
const CAPPED = 2;
const PRELIMINARY = 4;
const SECOND_SOURCE = 8;
const DIVIDED = 16;

function readHour(campaignId: string, stored: StoredHour): DeliveredHour {
	const [start, minutes, spend, clicks, conversions, revenue, impressions, multiplier, asOf, control] = stored;
	const startMs = start! * MINUTE_MS;
	return {
		campaignId,
		startMs,
		endMs: startMs + minutes! * MINUTE_MS,
		spend: spend!,
		clicks: clicks ?? null,
		conversions: conversions ?? null,
		revenue: revenue ?? null,
		impressions: impressions ?? null,
		multiplier: multiplier ?? null,
		asOfMs: asOf == null ? null : asOf * MINUTE_MS,
		steered: ((control ?? 0) & STEERED) > 0,
		capped: ((control ?? 0) & CAPPED) > 0,
		preliminary: ((control ?? 0) & PRELIMINARY) > 0,
		secondSource: ((control ?? 0) & SECOND_SOURCE) > 0,
		divided: ((control ?? 0) & DIVIDED) > 0,
	};
}

export function storeHour(hour: DeliveredHour): StoredHour {
	const control =
		(hour.steered ? STEERED : 0) +
		(hour.capped ? CAPPED : 0) +
		(hour.preliminary ? PRELIMINARY : 0) +
		(hour.secondSource ? SECOND_SOURCE : 0) +
		(hour.divided ? DIVIDED : 0);
	const stored: StoredHour = [
		hour.startMs / MINUTE_MS,
		(hour.endMs - hour.startMs) / MINUTE_MS,
		hour.spend,
		hour.clicks,
		hour.conversions,
		hour.revenue,
		hour.impressions,
		hour.multiplier,
		hour.asOfMs === null ? null : Math.floor(hour.asOfMs / MINUTE_MS),
		control || null,
	];
	while (stored.at(-1) === null) stored.pop();
	return stored;
}

/** Every recent window of every campaign, campaigns in order, windows in time. */
export function deliveredHours(ledger: Ledger): readonly DeliveredHour[] {
	const known = decoded.get(ledger);
	if (known !== undefined) return known;
	const hours = ledger.campaigns.flatMap((campaign) =>
		campaign.hours.map((stored) => readHour(campaign.campaignId, stored)),
	);
	decoded.set(ledger, hours);
	return hours;
}

/** Ledgers are never changed, so each is decoded once. */
const decoded = new WeakMap<Ledger, readonly DeliveredHour[]>();

/** Every recent window by its key. */
export const hoursByKey = (ledger: Ledger): Map<string, DeliveredHour> =>
	new Map(deliveredHours(ledger).map((hour) => [keyOf(hour), hour]));
