import type { Amount } from '../money/amount';
import { toMicros } from '../money/micros';
import { addDays, localClock } from '../time/localClock';
import type { Ledger } from './ledger';
import { type CampaignOffers, type Offer, offerOn, readOffers, storeOffers } from './offers';

/** A daily budget in force from an instant on. */
export interface DailyBudgetInForce {
	/** '' or absent for the budget of everything together. */
	readonly campaignId?: string | undefined;
	/** Major units, in the currency of the pacing budget. */
	readonly amount: Amount;
	readonly atMs: number;
}

/** Before this hour of a local day a change is the day's own budget: little is spent by then. */
const EARLY_HOURS = 6;

/** A smaller change of a day's budget leaves the day evidence. */
const NOTABLE_CHANGE = 0.1;

/**
 * The ledger with a daily budget that is in force from an instant on: as it was set by a push that is confirmed, or as it was read from the platform.
 *
 * Spend beside the budget that was offered says what a campaign can spend. A budget counts for the local day of its instant and stays in force
 * until another is known. One that replaces the first known budget on the day that it was read leaves that to the day before: it was in force until then.
 */
export function withOffer(
	ledger: Ledger,
	{ campaignId = '', amount, atMs }: DailyBudgetInForce,
	timeZone: string,
): Ledger {
	const { date, hour } = localClock(atMs, timeZone);
	const own = offersOf(ledger).get(campaignId);
	const before = offerOn(own, date);
	const micros = toMicros(amount);
	const isLate = hour >= EARLY_HOURS && before !== undefined && differs(micros, before.amount);
	const isFirstDay = own?.size === 1 && own.has(date) && own.get(date)!.amount !== micros;
	const since = isFirstDay
		? withOfferOn(ledger, campaignId, addDays(date, -1), { amount: own.get(date)!.amount, isMixed: false })
		: ledger;
	return withOfferOn(since, campaignId, date, { amount: micros, isMixed: (before?.isMixed ?? false) || isLate });
}

/** The ledger with the daily budget of a campaign on a local date; the same ledger if that is known. */
export function withOfferOn(ledger: Ledger, campaignId: string, date: string, offer: Offer): Ledger {
	const own = offersOf(ledger).get(campaignId) ?? new Map<string, Offer>();
	const known = own.get(date);
	if (known?.amount === offer.amount && known.isMixed === offer.isMixed) return ledger;
	const stored = storeOffers(campaignId, new Map([...own, [date, offer]]));
	const others = (ledger.offers ?? []).filter((each) => each.campaignId !== campaignId);
	return {
		...ledger,
		offers: [...others, stored].sort((a, b) => (a.campaignId < b.campaignId ? -1 : 1)),
	};
}

/** Daily budgets by campaign; that of everything together under ''. */
export const offersOf = ({ offers = [] }: Ledger): ReadonlyMap<string, CampaignOffers> =>
	new Map(offers.map((stored) => [stored.campaignId, readOffers(stored)]));

export const differs = (one: number, other: number): boolean =>
	Math.abs(one - other) > NOTABLE_CHANGE * Math.max(one, other);

/** The last local date for which a daily budget is known. */
export const latestOffer = (ledger: Ledger): string | undefined =>
	[...offersOf(ledger).values()]
		.flatMap((own) => [...own.keys()])
		.sort()
		.at(-1);
