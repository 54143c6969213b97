import { addReported, type DayTotal, NO_RESULTS } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { PER_MILLE } from '../results/measure';

/** Delivery of a period and its key ratios; null if a part was not reported or the denominator is 0. */
export interface Performance {
	/** Major units. */
	readonly spend: string;
	readonly clicks: number | null;
	readonly conversions: number | null;
	readonly revenue: string | null;
	readonly impressions: number | null;
	/** Revenue over spend. */
	readonly roas: number | null;
	/** Spend per conversion, major units. */
	readonly cpa: number | null;
	/** Conversions per click. */
	readonly cvr: number | null;
	/** Spend per click, major units. */
	readonly cpc: number | null;
	/** Clicks per impression. */
	readonly ctr: number | null;
	/** Spend per thousand impressions, major units. */
	readonly cpm: number | null;
}

/** Sums the days from one local date to another, both included. Ratios are of sums, never averaged. */
export function performance(days: ReadonlyMap<string, DayTotal>, from: string, to: string): Performance {
	let spend = 0;
	const results = { ...NO_RESULTS };
	for (const [date, day] of days) {
		if (date < from || date > to) continue;
		spend += day.spend;
		addReported(results, day);
	}
	const { clicks, conversions, revenue, impressions } = results;
	const spent = fromMicros(spend).toNumber();
	return {
		spend: fromMicros(spend).toFixed(),
		clicks,
		conversions,
		revenue: revenue === null ? null : fromMicros(revenue).toFixed(),
		impressions,
		roas: quotient(revenue === null ? null : fromMicros(revenue).toNumber(), spent),
		cpa: quotient(spent, conversions),
		cvr: quotient(conversions, clicks),
		cpc: quotient(spent, clicks),
		ctr: quotient(clicks, impressions),
		cpm: quotient(spent * PER_MILLE, impressions),
	};
}

export const quotient = (numerator: number | null, denominator: number | null): number | null =>
	numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
