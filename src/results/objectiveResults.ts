import { sum } from 'simple-statistics';

import type { Objective } from '../budget/budgetDefinition';
import type { Delivery } from '../ledger/tally';
import { MICROS } from '../money/micros';

type Results = Pick<Delivery, 'clicks' | 'conversions' | 'revenue' | 'impressions'>;

/**
 * The results an objective counts: conversions, revenue in major units, clicks or impressions; null where they were not reported. `balanced` counts the
 * mean of conversions and revenue, with revenue converted to conversions at the average revenue per conversion.
 */
export function objectiveResults(
	objective: Objective,
	deliveries: readonly Results[],
): (delivery: Results) => number | null {
	switch (objective) {
		case 'conversions':
		case 'cpa':
			return ({ conversions }) => conversions;
		case 'revenue':
		case 'roas':
			return ({ revenue }) => revenue && revenue / MICROS;
		case 'clicks':
			return ({ clicks }) => clicks;
		case 'reach':
			return ({ impressions }) => impressions;
		case 'balanced': {
			const both = deliveries.filter(({ conversions, revenue }) => conversions !== null && revenue !== null);
			const conversions = sum(both.map((delivery) => delivery.conversions!));
			const revenue = sum(both.map((delivery) => delivery.revenue!));
			const conversionsPerRevenue = revenue > 0 ? conversions / revenue : 0;
			return (delivery) =>
				delivery.conversions === null || delivery.revenue === null
					? null
					: (delivery.conversions + delivery.revenue * conversionsPerRevenue) / 2;
		}
	}
}
