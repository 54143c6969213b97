import { sum } from 'simple-statistics';

import type { Learning } from '../learning/learning';
import { gammaCdf, gammaQuantile } from '../statistics/gamma';
import { type Interval, LEVEL } from '../statistics/interval';
import { addDays, daysBetween } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import type { Kpi, KpiDelivery } from './kpiDelivery';

/** What the last mature days of one or several campaigns delivered, in major units. */
export interface KpiEvidence {
	readonly days: number;
	/** The last of them. */
	readonly lastDay: string;
	readonly spend: number;
	/** Conversions or revenue reported so far. */
	readonly results: number;
	/** Conversions or revenue that the spend would bring at the targets. */
	readonly resultsAtTarget: number;
	/** What is brought, with what is still to be reported, as a multiple of `resultsAtTarget`. */
	readonly attained: Interval;
	/** Results that the spend would have brought by now at the targets, in independent results. */
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

/**
 * How campaigns stand to their targets of one kind, together: by the shortest of the periods in which enough results would be expected, or else the longest.
 *
 * Gamma-Poisson: results / dispersion ~ Poisson(a m / dispersion), where `m` are the results that the spend would have brought by now at the targets and
 * `a` is what is attained, with the posterior Gamma(1/2 + results / dispersion, m / dispersion). Periods are at equal maturity: each hour's spend counts by
 * the share of its results that is usually reported by now. The dispersion is that of the budget's results, at least that of Poisson counts.
 *
 * @param delivered by the campaigns
 * @param band      how far from the target is no miss, as a fraction
 * @returns null if it cannot be judged: too short a history, or results that were not reported
 */
export function kpiEvidence(
	learning: Learning,
	today: string,
	delivered: readonly KpiDelivery[],
	{ kpi, band }: { readonly kpi: Kpi; readonly band: number },
): KpiEvidence | null {
	const { rate, dispersion } = learning.rate(kpi === 'cpa' ? 'conversionsPerSpend' : 'revenuePerSpend');
	if (kpi === 'roas' && (rate === null || rate.mean <= 0)) return null;
	const unit = kpi === 'cpa' ? Math.max(1, dispersion) : dispersion;
	const lastDay = lastMatureDay(learning, today);
	const dates = delivered.filter(({ spend }) => spend > 0).map(({ date }) => date);
	const first = dates.reduce<string | null>((least, date) => (least === null || date < least ? date : least), null);
	if (lastDay === null || first === null || daysBetween(first, today) < LEAST_HISTORY) return null;
	const edge = kpi === 'cpa' ? 1 / (1 + band) : 1 - band;
	for (const days of PERIODS) {
		const evidence = evidenceOfPeriod(delivered, { days, lastDay, unit, edge });
		if (evidence === null || evidence.expected >= ENOUGH_EXPECTED || days === PERIODS.at(-1)) return evidence;
	}
	return null;
}

interface Period {
	readonly days: number;
	readonly lastDay: string;
	/** Results that count as one independent one. */
	readonly unit: number;
	/** What must be attained, as a multiple of the results at the targets. */
	readonly edge: number;
}

/** @returns null if the results of a part of the spend are not known */
function evidenceOfPeriod(
	delivered: readonly KpiDelivery[],
	{ days, lastDay, unit, edge }: Period,
): KpiEvidence | null {
	const from = addDays(lastDay, 1 - days);
	const all = delivered.filter(({ date }) => date >= from && date <= lastDay);
	const known = all.filter(({ results }) => results !== null);
	const spend = sum(all.map((one) => one.spend));
	if (sum(known.map((one) => one.spend)) < LEAST_KNOWN * spend) return null;
	const results = sum(known.map((one) => one.results!));
	const mature = sum(known.map((one) => one.atTarget * one.reported));
	const shape = PRIOR + results / unit;
	const quantile = (probability: number) => (mature > 0 ? (gammaQuantile(shape, probability) * unit) / mature : 0);
	return {
		days,
		lastDay,
		spend,
		results,
		resultsAtTarget: sum(all.map((one) => one.atTarget)),
		attained: {
			mean: mature > 0 ? results / mature : 0,
			low: quantile((1 - LEVEL) / 2),
			high: quantile((1 + LEVEL) / 2),
			level: LEVEL,
		},
		expected: mature / unit,
		probability: gammaCdf(shape, (edge * mature) / unit),
	};
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
