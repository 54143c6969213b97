import { groupBy } from '../groupBy';
import { localClock } from '../time/localClock';
import type { IndexedWindow } from './absoluteWindows';
import type { IngestContext } from './ingestContext';
import type { Ledger } from './ledger';
import { differs, offersOf, withOffer, withOfferOn } from './withOffer';
import { fromMicros } from '../money/micros';

/**
 * The ledger with the daily budgets that a report's windows name.
 *
 * That of today was in force when the report was read. That of an earlier day is the one of the day's last window, and what was known of the day
 * while it lasted is kept.
 */
export function withReportedOffers(
	ledger: Ledger,
	windows: readonly IndexedWindow[],
	{ definition: { timeZone }, nowMs }: IngestContext,
): Ledger {
	const today = localClock(nowMs, timeZone).date;
	const named = windows
		.flatMap(({ budget, hour: { campaignId, startMs } }) =>
			budget === null ? [] : [{ campaignId, startMs, budget, date: localClock(startMs, timeZone).date }],
		)
		.sort((a, b) => a.startMs - b.startMs || a.budget - b.budget);
	let current = ledger;
	for (const own of groupBy(named, ({ campaignId, date }) => `${date} ${campaignId}`).values()) {
		const { campaignId, date, budget } = own.at(-1)!;
		if (date === today) {
			current = withOffer(current, { campaignId, amount: fromMicros(budget).toFixed(), atMs: nowMs }, timeZone);
		} else if (offersOf(current).get(campaignId)?.has(date) !== true) {
			const isMixed = own.some((other) => differs(other.budget, budget));
			current = withOfferOn(current, campaignId, date, { amount: budget, isMixed });
		}
	}
	return current;
}
