import type { DayTotal } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { addDays } from '../time/localClock';

/** Delivery of a period and its key ratios; null if a part was not reported or the denominator is 0. */
export interface Performance {
	/** Major units. */
	readonly spend: string;
	readonly clicks: number | null;
	readonly conversions: number | null;
	readonly revenue: string | null;
	/** Revenue over spend. */
	readonly roas: number | null;
	/** Spend per conversion, major units. */
	readonly cpa: number | null;
	/** Conversions per click. */
	readonly cvr: number | null;
	/** Spend per click, major units. */
	readonly cpc: number | null;
}

/** Sums the days from one local date to another, both included. Ratios are of sums, never averaged. */
export function performance(days: ReadonlyMap<string, DayTotal>, from: string, to: string): Performance {
	let spend = 0;
	const sums: Record<'clicks' | 'conversions' | 'revenue', number | null> = {
		clicks: null,
		conversions: null,
		revenue: null,
	};
	for (const [date, day] of days) {
		if (date < from || date > to) continue;
		spend += day.spend;
		for (const field of ['clicks', 'conversions', 'revenue'] as const) {
			if (day[field] !== null) sums[field] = (sums[field] ?? 0) + day[field];
		}
	}
	const { clicks, conversions, revenue } = sums;
	const spent = fromMicros(spend).toNumber();
	return {
		spend: fromMicros(spend).toFixed(),
		clicks,
		conversions,
		revenue: revenue === null ? null : fromMicros(revenue).toFixed(),
		roas: quotient(revenue === null ? null : fromMicros(revenue).toNumber(), spent),
		cpa: quotient(spent, conversions),
		cvr: quotient(conversions, clicks),
		cpc: quotient(spent, clicks),
	};
}

/** Relative change of the last seven full days from the seven before: 0.1 is 10% more; null if either is unknown. */
export function trends(
	days: ReadonlyMap<string, DayTotal>,
	today: string,
): Record<'spend' | 'roas' | 'cpa' | 'cvr' | 'cpc', number | null> {
	const last = performance(days, addDays(today, -7), addDays(today, -1));
	const before = performance(days, addDays(today, -14), addDays(today, -8));
	const change = (field: 'roas' | 'cpa' | 'cvr' | 'cpc') => relativeChange(last[field], before[field]);
	return {
		spend: relativeChange(Number(last.spend), Number(before.spend)),
		roas: change('roas'),
		cpa: change('cpa'),
		cvr: change('cvr'),
		cpc: change('cpc'),
	};
}

const quotient = (numerator: number | null, denominator: number | null): number | null =>
	numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;

function relativeChange(now: number | null, before: number | null): number | null {
	const ratio = quotient(now, before);
	return ratio === null ? null : ratio - 1;
}
