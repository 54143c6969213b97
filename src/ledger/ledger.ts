import * as z from 'zod/v4';

import { recentlyUsed } from '../recentlyUsed';
import { KnownChanges } from './addChanges';
import { Arrivals, RunningSpend } from './arrivals';
import { type DeliveredHour, keyOf } from './deliveredHour';
import { StoredOffers } from './offers';
import { Source } from './source';
import { readHours, StoredHours, storeHours } from './storedHours';
import { StoredTally } from './storedTally';

const StoredCampaign = z
	.object({
		campaignId: z.string(),
		/** Of all its windows; absent if their reports named none. */
		source: Source.optional(),
		/** The range of time that is folded into the statistics and can no longer be restated. */
		folded: z.object({ fromMs: z.number(), untilMs: z.number() }).optional(),
		hours: StoredHours,
		/** Its folded days, see `foldDays`; absent before the first. */
		foldedDays: StoredHours.optional(),
	})
	.refine((campaign) => decode(campaign) !== null && isReadable(campaign.foldedDays), {
		path: ['hours'],
		message: 'Its columns do not fit together',
	});

/**
 * A folded local day: [days since 1970, spend, clicks, conversions, revenue, impressions], amounts in major units. Null is not reported; trailing
 * nulls are left out. Spend is exact; results, used for learning only, have six significant digits.
 */
const StoredDay = z.tuple([z.number().int().min(0).max(99_999), z.number().min(0)]).rest(z.number().min(0).nullable());
export type StoredDay = z.output<typeof StoredDay>;

/** A folded local day in the format used before results were kept: [date, spend in micros]. */
const SpendOfDay = z.tuple([z.string(), z.number().min(0)]);
export type SpendOfDay = z.output<typeof SpendOfDay>;

/** Statistics of the hours that are too old to be restated. */
const Folded = z.object({
	/** Reference instant of the age weights. */
	referenceMs: z.number(),
	hourOfWeek: z.array(StoredTally).length(168),
	weekOfMonth: z.array(StoredTally).length(5),
	month: z.array(StoredTally).length(12),
	days: z.array(z.union([StoredDay, SpendOfDay])),
});
export type Folded = z.output<typeof Folded>;

/** Everything delivered under a budget: recent windows as reported, older ones as statistics. */
export const Ledger = z.object({
	/** One for each campaign and source, sorted by id; windows sorted by start. A window without a campaign belongs to the campaign ''. */
	campaigns: z.array(StoredCampaign),
	folded: Folded.optional(),
	/** Of conversions. */
	arrivals: Arrivals.optional(),
	/** Of spend, in major units. */
	spendArrivals: Arrivals.optional(),
	runningSpend: RunningSpend.optional(),
	/** Recently added changes, so that none is added twice. */
	changes: z.array(KnownChanges).optional(),
	/** Daily budgets that were in force, one for each campaign, sorted by ID; absent before the first. */
	offers: z.array(StoredOffers).optional(),
	/** Latest instant that any report covered. */
	dataUntilMs: z.number().optional(),
});
export type Ledger = z.output<typeof Ledger>;
export type StoredCampaign = z.output<typeof StoredCampaign>;

export const EMPTY_LEDGER: Ledger = { campaigns: [] };

/** All recent windows, ordered by campaign, then by time. */
export function deliveredHours(ledger: Ledger): readonly DeliveredHour[] {
	const hours = lastDelivered.get(ledger) ?? ledger.campaigns.flatMap(campaignHours);
	lastDelivered.set(ledger, hours);
	return hours;
}

const lastDelivered = recentlyUsed<Ledger, readonly DeliveredHour[]>(1);

/** The recent windows of a campaign, in order of time. */
export const campaignHours = (campaign: StoredCampaign): readonly DeliveredHour[] => decode(campaign)!;

/** The windows of a campaign; null for columns that do not fit together. */
function decode(campaign: StoredCampaign): readonly DeliveredHour[] | null {
	const known = notPacked.get(campaign) ?? decoded.get(campaign);
	if (known !== undefined) return known;
	const hours = readHours(campaign.campaignId, campaign.hours, campaign.source);
	if (hours !== null) decoded.set(campaign, hours);
	return hours;
}

/** Windows of campaigns whose columns nobody has asked for yet. */
const notPacked = new WeakMap<StoredCampaign, readonly DeliveredHour[]>();

/** Windows take ten times the room of their columns, so only those are kept that are likely to be asked for again: some 10 MB. */
const MOST_DECODED = 50_000;
const decoded = recentlyUsed<StoredCampaign, readonly DeliveredHour[]>(MOST_DECODED, ({ length }) => length);

/** A campaign with these windows, in order of time. They are packed when somebody stores them. */
export function withHours(campaign: Omit<StoredCampaign, 'hours'>, hours: readonly DeliveredHour[]): StoredCampaign {
	let packed: StoredHours | undefined;
	const stored = {
		...campaign,
		get hours() {
			if (packed === undefined) {
				const own = campaignHours(stored);
				packed = storeHours(own);
				decoded.set(stored, own);
				notPacked.delete(stored);
			}
			return packed;
		},
	};
	notPacked.set(stored, hours);
	return stored;
}

const isReadable = (days: StoredHours | undefined): boolean => days === undefined || readHours('', days) !== null;

/** Every recent window by its key. */
export const hoursByKey = (ledger: Ledger): Map<string, DeliveredHour> =>
	new Map(deliveredHours(ledger).map((hour) => [keyOf(hour), hour]));
