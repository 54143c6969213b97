import type { CampaignDelivery } from '../campaigns/learnDelivery';
import { largestOffers } from '../campaigns/largestOffers';
import { expectedSpendOf } from '../demand/ceiling';
import type { Learning } from '../learning/learning';

/**
 * Whether days are what is decided: daily budgets are the lever, or hours are capped at unchanged bids. Without a stated control the budgets in force
 * that are known say so.
 */
export function isSteeredByDay({ definition: { control }, ledger }: Pick<Learning, 'definition' | 'ledger'>): boolean {
	if (control === undefined) return (ledger.offers ?? []).length > 0;
	return control !== 'bid-multiplier';
}

type Deliveries = readonly CampaignDelivery[];

/** Expected spend of all campaigns with daily budgets, major units; what a campaign without known budgets is offered is taken as spent. */
export function spendOfOffers(deliveries: Deliveries, weekday: number, offers: readonly number[]): number {
	let spend = 0;
	deliveries.forEach(({ ceilings, rates }, campaign) => {
		const offer = offers[campaign]!;
		spend += ceilings === null ? offer : expectedSpendOf(offer, rates[weekday]!, ceilings[weekday]!);
	});
	return spend;
}

/** Deviations by which the ceilings of days ahead are taken as lower. */
const CAUTION = 1.6;

/**
 * What all campaigns can surely spend on a day, major units; Infinity if one of them has no known budgets. The further ahead, the more days will make up
 * for it.
 *
 * @param ahead days after today
 */
export function certainSpend(deliveries: Deliveries, weekday: number, ahead: number): number {
	if (ahead === 0) return spendOfOffers(deliveries, weekday, largestOffers(deliveries, weekday));
	let spend = 0;
	for (const { ceilings } of deliveries) {
		if (ceilings === null) return Infinity;
		const { mean, deviation } = ceilings[weekday]!;
		spend += Math.exp(mean - (CAUTION * deviation) / Math.sqrt(1 + ahead));
	}
	return spend;
}

/** Whether demand limits every campaign. */
export const isLimitedByDemand = (deliveries: Deliveries): boolean =>
	deliveries.every(({ limitedBy }) => limitedBy === 'demand');

/** All that campaigns can spend on a weekday, major units; Infinity unless demand limits each of them. */
export const mostSpend = (deliveries: Deliveries, weekday: number): number =>
	isLimitedByDemand(deliveries) ? spendOfOffers(deliveries, weekday, largestOffers(deliveries, weekday)) : Infinity;
