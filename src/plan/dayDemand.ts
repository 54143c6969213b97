import type { CampaignDelivery } from '../campaigns/learnDelivery';
import { expectedSpendOf, largestOffer } from '../demand/ceiling';
import type { Learning } from '../learning/learning';

/**
 * Whether days are what is decided: daily budgets are the lever, or hours are capped at unchanged bids. Without a stated control the budgets in force
 * that are known say so.
 */
export function isSteeredByDay({ definition: { control }, ledger }: Pick<Learning, 'definition' | 'ledger'>): boolean {
	if (control === undefined) return (ledger.offers ?? []).length > 0;
	return control !== 'bid-multiplier';
}

/** (campaigns) the largest daily budget worth offering on a weekday, major units; Infinity for a campaign that demand does not limit. */
export const largestOffers = (deliveries: readonly CampaignDelivery[], weekday: number): number[] =>
	deliveries.map(({ limitedBy, ceilings, rates }) =>
		limitedBy === 'demand' ? largestOffer(ceilings[weekday]!, rates[weekday]!) : Infinity,
	);

/** Expected spend of all campaigns with daily budgets, major units; what a campaign that demand does not limit is offered is taken as spent. */
export function spendOfOffers(
	deliveries: readonly CampaignDelivery[],
	weekday: number,
	offers: readonly number[],
): number {
	let spend = 0;
	deliveries.forEach(({ limitedBy, ceilings, rates }, campaign) => {
		const offer = offers[campaign]!;
		spend += limitedBy === 'demand' ? expectedSpendOf(offer, rates[weekday]!, ceilings[weekday]!) : offer;
	});
	return spend;
}

/** Deviations by which the ceilings of days ahead are taken as lower. */
const CAUTION = 1.6;

/** What all campaigns can surely spend on a day ahead, major units. The further ahead, the more days will make up for it. */
export function cautiousDemand(deliveries: readonly CampaignDelivery[], weekday: number, ahead: number): number {
	if (deliveries.some(({ limitedBy }) => limitedBy !== 'demand')) return Infinity;
	return deliveries.reduce((sum, { ceilings }) => {
		const { mean, deviation } = ceilings[weekday]!;
		return sum + Math.exp(mean - (CAUTION * deviation) / Math.sqrt(1 + ahead));
	}, 0);
}
