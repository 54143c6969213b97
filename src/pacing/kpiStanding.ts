import { sum } from 'simple-statistics';

import type { Learning } from '../learning/learning';
import { foldedDays } from '../ledger/foldedDays';
import { campaignHours } from '../ledger/ledger';
import { fromMicros } from '../money/micros';
import { gammaCdf, gammaQuantile } from '../statistics/gamma';
import { type Interval, LEVEL } from '../statistics/interval';
import { addDays, daysBetween, localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';

export type Kpi = 'cpa' | 'roas';

/** How a campaign stands to its target over its last mature days. */
export interface KpiStanding {
	readonly campaignId: string;
	readonly kpi: Kpi;
	/** Cost per conversion in major units, or revenue per unit of spend. */
	readonly target: number;
	/** null if it cannot be judged: too short a history, or results that were not reported. */
	readonly evidence: KpiEvidence | null;
}

/** What the days delivered, in major units. */
export interface KpiEvidence {
	readonly days: number;
	/** The last of them. */
	readonly lastDay: string;
	readonly spend: number;
	/** Conversions or revenue reported so far. */
	readonly results: number;
	/** The CPA or ROAS with what is still to be reported; infinite for a CPA without conversions. */
	readonly ratio: Interval;
	/** Results that the spend would bring at the target, in independent results. */
	readonly expected: number;
	/** Probability that the CPA is above, or the ROAS below, the edge of the band around the target. */
	readonly probability: number;
}

/** Days that are looked at: whole weeks, so that each weekday counts alike. */
const PERIODS = [7, 14, 28] as const;

/** Independent results that a period would bring at the target from which no longer one is looked at. */
const ENOUGH_EXPECTED = 20;

/** Days of delivery before a campaign is judged: its reporting delay and the spread of its results are hardly known earlier. */
const LEAST_HISTORY = 14;

/** A day is mature once so much of its results is usually reported: what is learned of the delay of the rest is not exact. */
const MATURE = 0.8;

/** Days before today of which the last mature one is looked for. */
const LATEST_DAYS = 14;

/** Part of the spend for which results have to be known. */
const LEAST_KNOWN = 0.95;

/** Prior pseudo-results: Jeffreys' of a Poisson rate. */
const PRIOR = 0.5;

interface Goal extends Omit<KpiStanding, 'evidence'> {
	readonly band: number;
}

/** How the campaigns of a budget stand to their targets; those without one are left out. */
export const kpiStandings = (learning: Learning, today: string, band: number): KpiStanding[] =>
	(learning.definition.campaigns ?? []).flatMap(({ campaignId, targetCpa, targetRoas }) => {
		const targets = { cpa: targetCpa, roas: targetRoas };
		return (['cpa', 'roas'] as const).flatMap((kpi): KpiStanding[] => {
			const target = Number(targets[kpi] ?? 0);
			if (target <= 0) return [];
			return [{ campaignId, kpi, target, evidence: evidenceOf(learning, today, { campaignId, kpi, target, band }) }];
		});
	});

/**
 * The evidence of the shortest of the periods in which enough results would be expected, or else of the longest.
 *
 * Gamma-Poisson: results / dispersion ~ Poisson(rate * spend / dispersion), with the rate's posterior Gamma(1/2 + results / dispersion, spend / dispersion).
 * Periods are at equal maturity: each hour's spend counts by the share of its results that is usually reported by now. The dispersion is that of the
 * budget's results, at least that of Poisson counts.
 */
function evidenceOf(learning: Learning, today: string, goal: Goal): KpiEvidence | null {
	const { rate, dispersion } = learning.rate(goal.kpi === 'cpa' ? 'conversionsPerSpend' : 'revenuePerSpend');
	if (goal.kpi === 'roas' && (rate === null || rate.mean <= 0)) return null;
	const unit = goal.kpi === 'cpa' ? Math.max(1, dispersion) : dispersion;
	const delivered = deliveryOf(learning, goal);
	const lastDay = lastMatureDay(learning, today);
	const first = delivered.find(({ spend }) => spend > 0)?.date;
	if (lastDay === null || first === undefined || daysBetween(first, today) < LEAST_HISTORY) return null;
	for (const days of PERIODS) {
		const evidence = evidenceOfPeriod(delivered, { days, lastDay, unit }, goal);
		if (evidence === null || evidence.expected >= ENOUGH_EXPECTED || days === PERIODS.at(-1)) return evidence;
	}
	return null;
}

/** @returns null if the results of a part of the spend are not known */
function evidenceOfPeriod(
	delivered: readonly Delivered[],
	{ days, lastDay, unit }: { readonly days: number; readonly lastDay: string; readonly unit: number },
	{ kpi, target, band }: Goal,
): KpiEvidence | null {
	const from = addDays(lastDay, 1 - days);
	const all = delivered.filter(({ date }) => date >= from && date <= lastDay);
	const known = all.filter(({ results }) => results !== null);
	const spend = sum(all.map((one) => one.spend));
	if (sum(known.map((one) => one.spend)) < LEAST_KNOWN * spend) return null;
	const results = sum(known.map((one) => one.results!));
	const mature = sum(known.map((one) => one.spend * one.reported));
	const targetRate = kpi === 'cpa' ? 1 / target : target;
	const edge = kpi === 'cpa' ? targetRate / (1 + band) : targetRate * (1 - band);
	const shape = PRIOR + results / unit;
	const quantile = (probability: number) => (mature > 0 ? (gammaQuantile(shape, probability) * unit) / mature : 0);
	const [low, high] = [quantile((1 - LEVEL) / 2), quantile((1 + LEVEL) / 2)];
	const mean = mature > 0 ? results / mature : 0;
	return {
		days,
		lastDay,
		spend,
		results,
		ratio:
			kpi === 'cpa'
				? { mean: 1 / mean, low: 1 / high, high: 1 / low, level: LEVEL }
				: { mean, low, high, level: LEVEL },
		expected: (targetRate * mature) / unit,
		probability: gammaCdf(shape, (edge * mature) / unit),
	};
}

/** What a campaign delivered in an hour, or on a day whose hours are folded; major units. */
interface Delivered {
	readonly date: string;
	readonly spend: number;
	readonly results: number | null;
	/** Share of the results that is usually reported by now. */
	readonly reported: number;
}

/** In order of time within each source. */
function deliveryOf(learning: Learning, { campaignId, kpi }: Goal): Delivered[] {
	const { ledger, definition, dataUntilMs = 0, conversionsReported } = learning;
	const field = kpi === 'cpa' ? 'conversions' : 'revenue';
	const major = (micros: number) => fromMicros(micros).toNumber();
	const resultsOf = (one: { readonly conversions: number | null; readonly revenue: number | null }) => {
		const results = one[field];
		return results === null || field === 'conversions' ? results : major(results);
	};
	return ledger.campaigns
		.filter((campaign) => campaign.campaignId === campaignId)
		.flatMap((campaign) => [
			...foldedDays(campaign).map((day) => ({
				date: day.date,
				spend: major(day.spend),
				results: resultsOf(day),
				reported: 1,
			})),
			...campaignHours(campaign).map((hour) => ({
				date: localClock(hour.startMs, definition.timeZone).date,
				spend: major(hour.spend),
				results: resultsOf(hour),
				reported: conversionsReported(dataUntilMs - hour.endMs),
			})),
		]);
}

/** The last full day that is mature by now; null if it is too long ago. */
function lastMatureDay(
	{ dataUntilMs = 0, conversionsReported, definition: { timeZone } }: Learning,
	today: string,
): string | null {
	for (let ago = 1; ago <= LATEST_DAYS; ago++) {
		const date = addDays(today, -ago);
		const endMs = dayStartMs(addDays(date, 1), timeZone);
		const ageMs = dataUntilMs - (dayStartMs(date, timeZone) + endMs) / 2;
		if (endMs <= dataUntilMs && conversionsReported(ageMs) >= MATURE) return date;
	}
	return null;
}
