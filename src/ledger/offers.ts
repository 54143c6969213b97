import * as z from 'zod/v4';

import { addDays, daysBetween } from '../time/localClock';
import { FigureColumn, readColumn, storeColumn } from './figureColumn';

/** The daily budget of a campaign on a local day. */
export interface Offer {
	/** Micros; the last of the day. */
	readonly amount: number;
	/** Whether it changed so late in the day that the day's spend is that of neither budget. */
	readonly isMixed: boolean;
}

/** Daily budgets of one campaign in stored state, a figure per local day. */
export const StoredOffers = z
	.object({
		/** '' for the daily budget of everything under the pacing budget together. */
		campaignId: z.string(),
		/** First local date. */
		from: z.string(),
		days: z.int().min(1).max(400),
		/** Micros; null on a day whose budget is not known. */
		amounts: FigureColumn,
		/** 1 on a day whose budget changed late; absent without such days. */
		mixed: FigureColumn.optional(),
	})
	.refine((stored) => decode(stored) !== null, { path: ['amounts'], message: 'Its columns do not fit together' });
export type StoredOffers = z.output<typeof StoredOffers>;

/** Offers of one campaign by local date. */
export type CampaignOffers = ReadonlyMap<string, Offer>;

/** Days for which budgets are kept, like the days of a campaign. */
const DAYS_KEPT = 120;

/** A budget that nobody reports stays in force at least so long as nobody changes it; after a week it is no longer known. */
const DAYS_IN_FORCE = 7;

/** Stored offers, decoded; none for columns that do not fit together, which the schema rejects. */
export function readOffers(stored: StoredOffers): CampaignOffers {
	const known = decoded.get(stored) ?? decode(stored) ?? new Map<string, Offer>();
	decoded.set(stored, known);
	return known;
}

const decoded = new WeakMap<StoredOffers, CampaignOffers>();

function decode({ from, days, amounts, mixed }: Omit<StoredOffers, 'campaignId'>): Map<string, Offer> | null {
	const known = readColumn(amounts, days);
	const late = mixed === undefined ? null : readColumn(mixed, days);
	if (known === null || (mixed !== undefined && late === null)) return null;
	const offers = new Map<string, Offer>();
	known.forEach((amount, day) => {
		if (amount !== null) offers.set(addDays(from, day), { amount, isMixed: late !== null && late[day] === 1 });
	});
	return offers;
}

/** @param offers at least one */
export function storeOffers(campaignId: string, offers: CampaignOffers): StoredOffers {
	const dates = [...offers.keys()].sort();
	const last = dates.at(-1)!;
	const oldest = addDays(last, 1 - DAYS_KEPT);
	const from = dates.find((date) => date >= oldest)!;
	const kept = Array.from({ length: daysBetween(from, last) + 1 }, (_, day) => offers.get(addDays(from, day)));
	const isMixed = kept.map((offer) => (offer?.isMixed === true ? 1 : null));
	return {
		campaignId,
		from,
		days: kept.length,
		amounts: storeColumn(kept.map((offer) => offer?.amount ?? null)),
		...(isMixed.includes(1) && { mixed: storeColumn(isMixed) }),
	};
}

/** Days before the first known budget on which it is assumed: people seldom change budgets. */
const DAYS_ASSUMED = 28;

/** The budget on a local date: as it is known, or as it was last known within a week before. */
export function offerOn(offers: CampaignOffers | undefined, date: string): Offer | undefined {
	const own = offers?.get(date);
	if (offers === undefined || own !== undefined) return own;
	for (let days = 1; days <= DAYS_IN_FORCE; days++) {
		const earlier = offers.get(addDays(date, -days));
		if (earlier !== undefined) return { amount: earlier.amount, isMixed: false };
	}
	return undefined;
}

/** The first known budget, on the four weeks before it. It is weak evidence: nobody saw it. */
export function assumedOffer(offers: CampaignOffers | undefined, date: string): number | undefined {
	const first =
		offers === undefined ? undefined : [...offers.keys()].reduce((one, other) => (one < other ? one : other));
	if (first === undefined || date >= first || date < addDays(first, -DAYS_ASSUMED)) return undefined;
	return offers!.get(first)!.amount;
}
