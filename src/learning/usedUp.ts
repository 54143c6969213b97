import { openFrom } from '../budget/openTime';
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
	const offers = offersOf(ledger);
	const whole = offers.get('');
	const reported = ledger.campaigns.map(({ campaignId }) => campaignId);
	const own = whole === undefined ? reported.map((campaignId) => offers.get(campaignId)) : [whole];
	const amounts = own.map((budgets) => offerOn(budgets, date)?.amount);
	if (amounts.length === 0 || amounts.includes(undefined)) return false;
	const offered = amounts.reduce<number>((sum, amount) => sum + amount!, 0);
	return (days.get(date)?.spend ?? 0) >= share * offered;
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
