import { normalHazard } from '../statistics/normalHazard';
import { zeros } from '../statistics/zeros';
import type { Ceiling } from './ceiling';

/** One day of a campaign as evidence of its ceiling. */
export interface CeilingDay {
	/** Log of its spend, major units. */
	readonly logSpend: number;
	/** Monday 0. */
	readonly weekday: number;
	readonly weight: number;
	/** Whether it used its budget, so that it could have spent at least that much. */
	readonly isAtLeast: boolean;
}

/** What is known of the ceiling of one campaign. */
export interface CeilingEvidence {
	readonly days: readonly CeilingDay[];
	/** Log of the ceiling before a day says more, major units; counts as one day. */
	readonly prior: number;
}

/** Variances of weekdays: of the pattern that the campaigns share, and of a campaign's own around it. */
const SHARED_VARIANCE = 0.12 ** 2;
const OWN_VARIANCE = 0.09 ** 2;

/** Prior of the deviation between days, and its weight in days. */
const PRIOR_DEVIATION = 0.2;
const PRIOR_DAYS = 8;

const MIN_DEVIATION = 0.1;
const MAX_DEVIATION = 0.5;

/** Alternations between the expected ceilings of days and the estimates given them. */
const ROUNDS = 12;

/**
 * The ceilings of campaigns by weekday, from days that spent less than they were offered, whose spend is the ceiling, and from days that used
 * their budget, which says "at least": a censored log-normal model, fitted by expectation maximisation. Campaigns share a pattern of weekdays, and each has its
 * own around that; with one campaign its weekdays are shrunk to their mean.
 *
 * @param campaigns those whose budgets are known
 * @returns (campaigns)(weekdays)
 * @see A. P. Dempster, N. M. Laird and D. B. Rubin, J. R. Statist. Soc. B 39, 1977, 4.1 (censored data)
 */
export function learnCeilings(campaigns: readonly CeilingEvidence[]): Ceiling[][] {
	let estimates = campaigns.map(
		({ prior }): Estimate => ({ mean: prior, deviation: PRIOR_DEVIATION, weekdays: zeros(7) }),
	);
	for (let round = 0; round < ROUNDS; round++) {
		const expectations = campaigns.map((evidence, campaign) => expectationOf(evidence, estimates[campaign]!));
		const shared = sharedPattern(expectations);
		estimates = expectations.map((expectation) => estimateOf(expectation, shared));
	}
	return estimates.map(({ mean, deviation, weekdays }) => {
		const bounded = Math.min(MAX_DEVIATION, Math.max(MIN_DEVIATION, deviation));
		return weekdays.map((weekday) => ({ mean: mean + weekday, deviation: bounded }));
	});
}

/** Of a campaign: the log of its ceiling, the deviation of days, and (weekdays) what is added to the log. */
interface Estimate {
	readonly mean: number;
	readonly deviation: number;
	readonly weekdays: readonly number[];
}

/** What a campaign's days say, given an estimate. */
interface Expectation {
	readonly days: readonly CeilingDay[];
	/** (days) log ceilings. */
	readonly expected: readonly ExpectedCeiling[];
	readonly mean: number;
	/** Deviation of days by which ceilings were expected. */
	readonly deviation: number;
	/** (weekdays) sums of what lies above the mean. */
	readonly above: readonly { readonly weight: number; readonly sum: number }[];
}

function expectationOf({ days, prior }: CeilingEvidence, before: Estimate): Expectation {
	const { deviation, weekdays } = before;
	const expected = days.map((day) => expectedCeiling(day, before.mean + weekdays[day.weekday]!, deviation));
	let total = 1;
	let sum = prior;
	days.forEach(({ weekday, weight }, day) => {
		total += weight;
		sum += weight * (expected[day]!.value - weekdays[weekday]!);
	});
	const mean = sum / total;
	const above = weekdays.map(() => ({ weight: 0, sum: 0 }));
	days.forEach(({ weekday, weight }, day) => {
		above[weekday]!.weight += weight;
		above[weekday]!.sum += weight * (expected[day]!.value - mean);
	});
	return { days, expected, mean, deviation, above };
}

/** (weekdays) what campaigns have in common: the mean of their weekdays, each weighed by how well it is known, shrunk to none. */
const sharedPattern = (campaigns: readonly Expectation[]): number[] =>
	zeros(7).map((_, weekday) => {
		let precision = 1 / SHARED_VARIANCE;
		let sum = 0;
		for (const { above, deviation } of campaigns) {
			const own = above[weekday]!;
			const variance = OWN_VARIANCE * own.weight + deviation ** 2;
			precision += own.weight / variance;
			sum += own.sum / variance;
		}
		return sum / precision;
	});

function estimateOf({ days, expected, mean, deviation, above }: Expectation, shared: readonly number[]): Estimate {
	const weekdays = above.map(({ weight, sum }, weekday) => {
		const pattern = shared[weekday]!;
		return pattern + (sum - weight * pattern) / (weight + deviation ** 2 / OWN_VARIANCE);
	});
	let total = PRIOR_DAYS;
	let squares = PRIOR_DAYS * PRIOR_DEVIATION ** 2;
	days.forEach(({ weekday, weight }, day) => {
		const { value, variance } = expected[day]!;
		total += weight;
		squares += weight * ((value - mean - weekdays[weekday]!) ** 2 + variance);
	});
	return { mean, deviation: Math.sqrt(squares / total), weekdays };
}

interface ExpectedCeiling {
	readonly value: number;
	readonly variance: number;
}

/** Log ceiling of a day given the estimates: its spend, or the mean of what lies above it. */
function expectedCeiling({ logSpend, isAtLeast }: CeilingDay, mean: number, deviation: number): ExpectedCeiling {
	if (!isAtLeast) return { value: logSpend, variance: 0 };
	const z = (logSpend - mean) / deviation;
	const hazard = normalHazard(z);
	return {
		value: mean + deviation * hazard,
		variance: Math.max(0, deviation ** 2 * (1 + z * hazard - hazard * hazard)),
	};
}
