import type { Learning } from '../learning/learning';
import type { DayTotal } from '../ledger/dayTotals';
import type { Interval } from '../statistics/interval';
import { gammaInterval } from '../statistics/shrinkage';
import { addDays } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { type Performance, performance, quotient } from './performance';

type Ratio = 'roas' | 'cpa' | 'cvr' | 'cpc' | 'cpm';

/** Changes of a budget's last seven full days from the seven before: 0.1 is 10% more; null where either is unknown. */
export interface Trends extends Record<'spend' | Ratio, number | null> {
	/** 80% intervals of the changes of ratios by the chance in their results; null where a ratio is unknown. */
	readonly intervals: Record<Ratio, Interval | null>;
}

/** What the days of a period delivered, compared at equal maturity. */
interface MaturePeriod {
	readonly ratios: Performance;
	/** Variances of the logarithms of the ratios. */
	readonly variance: Record<Ratio, number>;
}

/**
 * Trends of the last week against the week before.
 *
 * Conversions and revenue arrive late, so a recent day looks worse than it is. For CPA, CVR and ROAS days are compared at equal maturity: spend and clicks
 * are reduced to the share whose results are usually reported by now. Clicks and impressions do not arrive late, so CPC and CPM are of the days as they are.
 */
export function trends(learning: Learning, today: string): Trends {
	const last = maturePeriod(learning, addDays(today, -7), addDays(today, -1));
	const before = maturePeriod(learning, addDays(today, -14), addDays(today, -8));
	const spend = (from: number, to: number) =>
		Number(performance(learning.days, addDays(today, from), addDays(today, to)).spend);
	const change = (ratio: Ratio) => relativeChange(last.ratios[ratio], before.ratios[ratio]);
	const interval = (ratio: Ratio): Interval | null => {
		const mean = quotient(last.ratios[ratio], before.ratios[ratio]);
		if (mean === null || mean === 0) return null;
		const relativeDeviation = Math.sqrt(last.variance[ratio] + before.variance[ratio]);
		const { low, high, level } = gammaInterval({ mean, relativeDeviation });
		return { mean: mean - 1, low: low - 1, high: high - 1, level };
	};
	return {
		spend: relativeChange(spend(-7, -1), spend(-14, -8)),
		roas: change('roas'),
		cpa: change('cpa'),
		cvr: change('cvr'),
		cpc: change('cpc'),
		cpm: change('cpm'),
		intervals: {
			roas: interval('roas'),
			cpa: interval('cpa'),
			cvr: interval('cvr'),
			cpc: interval('cpc'),
			cpm: interval('cpm'),
		},
	};
}

/** The ratios of a period at full maturity: results over the share of their spend and clicks that has matured. */
export const matureRatios = (learning: Learning, from: string, to: string): Performance =>
	maturePeriod(learning, from, to).ratios;

function maturePeriod(
	{ definition, days, dataUntilMs = 0, conversionsReported, rate }: Learning,
	from: string,
	to: string,
): MaturePeriod {
	const matured = new Map<string, DayTotal>();
	for (const [date, day] of days) {
		if (date < from || date > to) continue;
		const share = conversionsReported(dataUntilMs - dayStartMs(date, definition.timeZone) - HALF_DAY_MS);
		matured.set(date, { ...day, spend: day.spend * share, clicks: day.clicks === null ? null : day.clicks * share });
	}
	const ratios = performance(matured, from, to);
	const { clicks, impressions, cpc, ctr, cpm } = performance(days, from, to);
	const byChance = (dispersion: number, results: number | null) =>
		results === null || results <= 0 ? Infinity : dispersion / results;
	const conversions = byChance(rate('conversionsPerSpend').dispersion, ratios.conversions);
	const revenue = byChance(rate('revenuePerSpend').dispersion, ratios.revenue === null ? null : Number(ratios.revenue));
	return {
		ratios: { ...ratios, cpc, ctr, cpm },
		variance: {
			cpa: conversions,
			cvr: conversions,
			roas: revenue,
			cpc: byChance(rate('clicksPerSpend').dispersion, clicks),
			cpm: byChance(rate('impressionsPerSpend').dispersion, impressions),
		},
	};
}

const HALF_DAY_MS = 43_200_000;

function relativeChange(now: number | null, before: number | null): number | null {
	const ratio = quotient(now, before);
	return ratio === null ? null : ratio - 1;
}
