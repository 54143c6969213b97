import { sum } from 'simple-statistics';

import type { Estimate } from '../statistics/interval';
import type { Roughness } from '../statistics/periodicKernel';
import { type HourCounts, type HourEffects, hourEffects } from '../statistics/periodicProcess';
import { zeros } from '../statistics/zeros';
import { METHOD } from './method';

/** Priors of the size of a change: small and large, with a substantial part specific to each hour. */
const CHANGES: readonly Roughness[] = [0.3, 0.8].map((scale) => ({ scale, length: 0.8, own: 0.3 }));

/** Prior: one change a month. */
const HAZARD_PER_DAY = 1 / 30;

/** Minimum evidence before and after a change. */
const MIN_DAYS_BEFORE = 3;
const MIN_EVENTS_BEFORE = 5;
const MIN_EVENTS_AFTER = 3;

/** Components with a lower probability are left out of the mixture. */
const MIN_PROBABILITY = 0.01;

/** Multipliers of the hours of a day, and whether they changed recently. */
export interface HourPattern {
	/** (24) relative to their average weighted by exposure. */
	readonly multipliers: readonly Estimate[];
	/** (24) the same, assuming no change. */
	readonly unchanged: readonly Estimate[];
	/** Probability that the pattern changed within the recent days. */
	readonly changeProbability: number;
	/** Days since the most likely change; null unless a change is more likely than not. */
	readonly changedDaysAgo: number | null;
}

/**
 * Learns how hours of the day differ, and whether that changed within the recent days.
 *
 * Log effects are a periodic Gaussian process whose roughness maximizes the marginal likelihood. A change k days ago has a prior of 1/30 for each k; after
 * it, counts follow the old effects plus a second process with a free level. The pattern is the mean over these models, weighted by their marginal
 * likelihood. Because the level is free, a day that is better or worse as a whole is not a change.
 *
 * @param all    (24) counts of all history, with expectations in proportion to exposure
 * @param recent (days, 24) counts of the recent days, newest first
 * @param days   days of history
 * @see R. P. Adams, D. J. C. MacKay, Bayesian online changepoint detection, 2007
 */
export function learnHourPattern(all: HourCounts, recent: readonly HourCounts[], days: number): HourPattern {
	const best = mostLikelyEffects(all);
	const components: Component[] = [
		{ logWeight: 0, daysAgo: null, mode: best.mode, variance: best.variance },
		...changeComponents(all, recent, days, best),
	];
	const highest = Math.max(...components.map(({ logWeight }) => logWeight));
	const weights = components.map(({ logWeight }) => Math.exp(logWeight - highest));
	const total = sum(weights);
	const probabilities = weights.map((weight) => weight / total);
	const byDay = new Map<number, number>();
	components.forEach(({ daysAgo }, position) => {
		if (daysAgo !== null) byDay.set(daysAgo, (byDay.get(daysAgo) ?? 0) + probabilities[position]!);
	});
	const changeProbability = 1 - probabilities[0]!;
	const mostLikely = [...byDay].reduce<[number, number]>((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
	const unchanged = mixed(components.slice(0, 1), [1], all.expected);
	return {
		multipliers: components.length === 1 ? unchanged : mixed(components, probabilities, all.expected),
		unchanged,
		changeProbability,
		changedDaysAgo: changeProbability > 0.5 ? mostLikely[0] : null,
	};
}

interface FittedEffects extends HourEffects {
	readonly roughness: Roughness;
}

/** The effects at the roughness with the highest marginal likelihood. */
function mostLikelyEffects(counts: HourCounts): FittedEffects {
	const roughnesses = METHOD.hourDeviations.flatMap((scale) =>
		METHOD.hourLengths.flatMap((length) => METHOD.hourOwns.map((own): Roughness => ({ scale, length, own }))),
	);
	let near: readonly number[] | undefined;
	const fits = roughnesses.map((roughness) => {
		const fit = hourEffects(counts, roughness, near);
		near = fit.mode;
		return { roughness, ...fit };
	});
	return fits.reduce((a, b) => (b.logEvidence > a.logEvidence ? b : a));
}

interface Component {
	readonly logWeight: number;
	/** null for the model without a change. */
	readonly daysAgo: number | null;
	readonly mode: readonly number[];
	readonly variance: () => readonly number[];
}

function changeComponents(
	all: HourCounts,
	recent: readonly HourCounts[],
	days: number,
	{ roughness, mode }: FittedEffects,
): Component[] {
	const components: Component[] = [];
	const before = { events: [...all.events], expected: [...all.expected] };
	const since = { events: zeros(24), expected: zeros(24) };
	let near: readonly number[] | undefined;
	recent.forEach((day, position) => {
		for (let hour = 0; hour < 24; hour++) {
			since.events[hour]! += day.events[hour]!;
			since.expected[hour]! += day.expected[hour]!;
			before.events[hour]! = Math.max(0, before.events[hour]! - day.events[hour]!);
			before.expected[hour]! = Math.max(0, before.expected[hour]! - day.expected[hour]!);
		}
		const daysAgo = position + 1;
		if (days - daysAgo < MIN_DAYS_BEFORE || sumOf(since.events) < MIN_EVENTS_AFTER) return;
		if (sumOf(before.events) < MIN_EVENTS_BEFORE || sumOf(before.expected) <= 0) return;
		const old = hourEffects(scaled(before, before.expected), roughness, mode);
		const unchanged = scaled(
			since,
			since.expected.map((expected, hour) => expected * Math.exp(old.mode[hour]!)),
		);
		const without = logLikelihood(unchanged);
		for (const change of CHANGES) {
			const fit = hourEffects(unchanged, change, near);
			near = fit.mode;
			components.push({
				logWeight: Math.log(HAZARD_PER_DAY / CHANGES.length) + fit.logEvidence - without,
				daysAgo,
				mode: fit.mode.map((effect, hour) => effect + old.mode[hour]!),
				variance: () => added(old.variance(), fit.variance()),
			});
		}
	});
	return components;
}

/** Counts with expectations scaled to the same sum. */
function scaled({ events }: HourCounts, expected: readonly number[]): HourCounts {
	const level = sumOf(events) / sumOf(expected);
	return { events: [...events], expected: expected.map((value) => value * level) };
}

/** Log likelihood of Poisson counts, without the constant. */
const logLikelihood = ({ events, expected }: HourCounts): number =>
	expected.reduce((total, mean, hour) => total + (mean > 0 ? events[hour]! * Math.log(mean) - mean : 0), 0);

/** Mean and relative deviation of the multipliers over all components, between and within components. */
function mixed(
	components: readonly Component[],
	probabilities: readonly number[],
	exposure: readonly number[],
): Estimate[] {
	const mean = zeros(24);
	const square = zeros(24);
	components.forEach(({ mode, variance }, position) => {
		const probability = probabilities[position]!;
		if (probability < MIN_PROBABILITY) return;
		const effects = mode.map((effect) => Math.exp(effect));
		const average = sumOf(effects.map((effect, hour) => effect * exposure[hour]!)) / sumOf(exposure);
		const spread = variance();
		effects.forEach((effect, hour) => {
			const multiplier = effect / average;
			mean[hour]! += probability * multiplier;
			square[hour]! += probability * multiplier ** 2 * Math.exp(spread[hour]!);
		});
	});
	return mean.map((value, hour) => ({
		mean: value,
		relativeDeviation: Math.sqrt(Math.max(0, square[hour]! / value ** 2 - 1)),
	}));
}

const added = (a: readonly number[], b: readonly number[]): number[] => a.map((value, hour) => value + b[hour]!);

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
