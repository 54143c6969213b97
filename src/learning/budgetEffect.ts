import { mean } from 'simple-statistics';

import type { BudgetDefinition } from '../budget/budgetDefinition';
import { campaignDays, daysTogether } from '../campaigns/campaignDays';
import { learnDelivery } from '../campaigns/learnDelivery';
import { expectedSpendOf } from '../demand/ceiling';
import type { Ledger } from '../ledger/ledger';
import { type CampaignOffers, offerOn } from '../ledger/offers';
import { offersOf } from '../ledger/withOffer';
import { MICROS } from '../money/micros';

/**
 * How daily budgets scale what is spent: the log of what all campaigns are expected to spend with those of a local date, up to a constant.
 *
 * A campaign that its budget limits spends twice as much with twice the budget; one that demand limits does not. Without this, a day with a smaller budget
 * than usual would be forecast to spend as usual, and to run out.
 *
 * @returns null unless daily budgets of all campaigns are known
 */
export function budgetEffect(
	ledger: Ledger,
	definition: BudgetDefinition,
): ((date: string) => number | undefined) | null {
	const offers = offersOf(ledger);
	if (offers.size === 0) return null;
	const days = campaignDays(ledger, definition);
	const whole = offers.get('');
	const parts: [CampaignOffers | undefined, ReturnType<typeof daysTogether>][] =
		whole === undefined
			? [...days].map(([campaignId, own]) => [offers.get(campaignId), own])
			: [[whole, daysTogether(days, ledger)]];
	if (parts.length === 0 || parts.some(([own]) => own === undefined)) return null;
	const histories = parts.map(([, own]) => own);
	const last = Math.max(...histories.flatMap((own) => own.at(-1)?.day ?? []));
	const ceilings = learnDelivery(histories, last + 1).map(({ ceilings: byWeekday }) =>
		byWeekday === null ? null : { mean: mean(byWeekday.map((day) => day.mean)), deviation: byWeekday[0]!.deviation },
	);
	const known = new Map<string, number | undefined>();
	return (date) => {
		if (!known.has(date)) {
			const spends = parts.map(([own], part) => {
				const offer = offerOn(own, date);
				const ceiling = ceilings[part]!;
				if (offer === undefined) return undefined;
				return ceiling === null ? offer.amount / MICROS : expectedSpendOf(offer.amount / MICROS, 0, ceiling);
			});
			const total = spends.reduce<number | undefined>(
				(sum, spend) => (sum === undefined || spend === undefined ? undefined : sum + spend),
				0,
			);
			known.set(date, total !== undefined && total > 0 ? Math.log(total) : undefined);
		}
		return known.get(date);
	};
}
