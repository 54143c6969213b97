import { sum } from 'simple-statistics';

import { openFrom } from '../budget/openTime';
import type { Ledger } from '../ledger/ledger';
import { offerOn } from '../ledger/offers';
import { offersOf } from '../ledger/withOffer';
import { addDays, localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import type { Learning } from './learning';

type Known = Pick<Learning, 'ledger' | 'days' | 'definition'>;

/**
 * Whether a local date has spent its daily budgets, as far as they are known. The platform then delivers little more that day, and reports no hour
 * without delivery.
 *
 * Platforms may go on to twice the budget, so such a day may hide spend, never more than it had. It is still taken as silent: most days end at their
 * budgets, and would be stale every evening otherwise. What the assumption may hide, a later report restates; a cut needs no newer one, and a raise
 * does (`stalenessForRaise`).
 *
 * @param share of the budgets that counts as all
 */
export function isUsedUp({ ledger, days }: Pick<Known, 'ledger' | 'days'>, date: string, share = 1): boolean {
	const budgets = dailyBudgetsOn(ledger, date);
	return budgets !== null && (days.get(date)?.spend ?? 0) >= share * sum(budgets.map(({ amount }) => amount));
}

/** The daily budget of a campaign, or of everything together if its ID is ''; micros. */
interface DailyBudget {
	readonly campaignId: string;
	readonly amount: number;
}

/** Daily budgets on a local date; null unless those of all reported campaigns are known. */
export function dailyBudgetsOn(ledger: Ledger, date: string): readonly DailyBudget[] | null {
	const offers = offersOf(ledger);
	const ids = offers.has('') ? [''] : ledger.campaigns.map(({ campaignId }) => campaignId);
	const budgets = ids.flatMap((campaignId) => {
		const offer = offerOn(offers.get(campaignId), date);
		return offer === undefined ? [] : [{ campaignId, amount: offer.amount }];
	});
	return budgets.length > 0 && budgets.length === ids.length ? budgets : null;
}

/**
 * The instant from which on reports are missing: the end of the data, or of a local day that had spent its daily budgets by then; if the budget is
 * closed at that time, the instant at which it opens.
 */
export function silentSinceMs(learning: Known & Pick<Learning, 'dataUntilMs'>, nowMs: number): number | undefined {
	const { dataUntilMs, definition } = learning;
	if (dataUntilMs === undefined) return undefined;
	const { date } = localClock(dataUntilMs, definition.timeZone);
	const silentMs = isUsedUp(learning, date)
		? Math.max(dataUntilMs, Math.min(nowMs, dayStartMs(addDays(date, 1), definition.timeZone)))
		: dataUntilMs;
	return openFrom(definition, silentMs, nowMs);
}
