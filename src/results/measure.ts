import type { Delivery, Tally } from '../ledger/tally';
import { MICROS } from '../money/micros';
import type { Cell } from '../statistics/shrinkage';

/** A learned rate: results over their exposure, impressions, clicks or spend. */
export type Measure =
	| 'conversionsPerClick'
	| 'conversionsPerSpend'
	| 'revenuePerClick'
	| 'revenuePerSpend'
	| 'clicksPerSpend'
	| 'clicksPerImpression'
	| 'impressionsPerSpend';

/** Rates in words. */
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
	clicksPerSpend: 'clicks per unit of spend',
	conversionsPerClick: 'conversions per click',
	conversionsPerSpend: 'conversions per unit of spend',
	revenuePerClick: 'revenue per click',
	revenuePerSpend: 'revenue per unit of spend',
	clicksPerImpression: 'clicks per impression',
	impressionsPerSpend: 'impressions per unit of spend',
};

/** Results and exposure of a tally for a measure. Spend and revenue in major units. */
export function cellOf(tally: Tally, measure: Measure): Cell {
	const { hours } = tally;
	switch (measure) {
		case 'conversionsPerClick':
			return { events: tally.conversions, exposure: tally.conversionClicks, hours };
		case 'conversionsPerSpend':
			return { events: tally.conversions, exposure: tally.conversionSpend / MICROS, hours };
		case 'revenuePerClick':
			return { events: tally.revenue / MICROS, exposure: tally.revenueClicks, hours };
		case 'revenuePerSpend':
			return { events: tally.revenue / MICROS, exposure: tally.revenueSpend / MICROS, hours };
		case 'clicksPerSpend':
			return { events: tally.clicks, exposure: tally.clickSpend / MICROS, hours };
		case 'clicksPerImpression':
			return { events: tally.impressionClicks, exposure: tally.clickImpressions, hours };
		case 'impressionsPerSpend':
			return { events: tally.impressions, exposure: tally.impressionSpend / MICROS, hours };
	}
}

/** The same for one window; null where it did not report the measure. */
export function eventsOf(delivery: Delivery, measure: Measure): { events: number; exposure: number } | null {
	const { spend, clicks, conversions, revenue, impressions } = delivery;
	switch (measure) {
		case 'conversionsPerClick':
			return conversions === null || clicks === null ? null : { events: conversions, exposure: clicks };
		case 'conversionsPerSpend':
			return conversions === null ? null : { events: conversions, exposure: spend / MICROS };
		case 'revenuePerClick':
			return revenue === null || clicks === null ? null : { events: revenue / MICROS, exposure: clicks };
		case 'revenuePerSpend':
			return revenue === null ? null : { events: revenue / MICROS, exposure: spend / MICROS };
		case 'clicksPerSpend':
			return clicks === null ? null : { events: clicks, exposure: spend / MICROS };
		case 'clicksPerImpression':
			return clicks === null || impressions === null ? null : { events: clicks, exposure: impressions };
		case 'impressionsPerSpend':
			return impressions === null ? null : { events: impressions, exposure: spend / MICROS };
	}
}

const AT_ONCE: readonly Measure[] = ['clicksPerSpend', 'clicksPerImpression', 'impressionsPerSpend'];

/** Whether the results of a measure are reported with a delay. */
export const isDelayed = (measure: Measure): boolean => !AT_ONCE.includes(measure);

/** Impressions that a CPM is the cost of. */
export const PER_MILLE = 1000;
