import type { SpendPaths } from '../demand/spendPaths';
import { LEVEL } from '../statistics/interval';
import { hoursBetween } from '../time/localClock';

/** When and by how much the sample paths of a day exceed the rest of its budget. */
export interface PathOutcome {
	/** Share of the paths on which the budget runs out before the day ends. */
	readonly probability: number;
	/** Share on which it runs out with more than the material share of the day's demand still to come. */
	readonly materialProbability: number;
	/** Share on which more than the severe share of the day's demand cannot be served, which needs a person's attention. */
	readonly severeProbability: number;
	/** Quantiles of the instant at which it runs out, given that it does; null if it does on no path. */
	readonly exhaustionMs: { median: number | null; low: number | null; high: number | null; level: number };
	/** Expected out-of-budget hours. */
	readonly darkHours: number;
	/** (stretches) expected spend that the budget cannot serve, major units. */
	readonly unservedSpend: readonly number[];
}

/** Shares of a day's demand beyond its amount. */
export interface Excess {
	/** Less is on pace. */
	readonly material: number;
	/** Above the excess demand of a normal day. */
	readonly severe: number;
}

/** Where hours are steered, running out in the last twentieth of the day's demand is on pace. */
export const EXCESS_OF_HOURS: Excess = { material: 0.05, severe: 0.1 };

/** A platform that paces a daily budget spends up to a third more or less on a normal day, and makes up for it on others. */
export const EXCESS_OF_DAILY_BUDGETS: Excess = { material: 0.2, severe: 0.3 };

/**
 * Follows every sample path until the remaining budget is used up; within an hour spend is even.
 *
 * @param left  remaining budget, major units
 * @param spent spend of today, major units
 * @param openHours from one instant to another: those in which money may be spent
 */
export function exhaustionPaths(
	{ hours, spend, paths }: SpendPaths,
	left: number,
	spent: number,
	nowMs: number,
	{ material: materialShare, severe: severeShare }: Excess = EXCESS_OF_HOURS,
	openHours = hoursBetween,
): PathOutcome {
	const endMs = hours.at(-1)?.endMs ?? nowMs;
	const instants = new Float64Array(paths);
	let exhausted = 0;
	const unserved = hours.map(() => 0);
	let material = 0;
	let severe = 0;
	let darkHours = 0;
	for (let path = 0; path < paths; path++) {
		let total = 0;
		let exhaustedMs = Infinity;
		for (let position = 0; position < hours.length; position++) {
			const hour = hours[position]!;
			const amount = spend[position]![path]!;
			if (exhaustedMs === Infinity && total + amount >= left) {
				const share = amount > 0 ? (left - total) / amount : 0;
				exhaustedMs = Math.max(nowMs, hour.startMs + share * (hour.endMs - hour.startMs));
			}
			unserved[position]! += Math.max(0, Math.min(amount, total + amount - left)) / paths;
			total += amount;
		}
		if (exhaustedMs === Infinity) continue;
		instants[exhausted++] = exhaustedMs;
		darkHours += Math.max(0, openHours(exhaustedMs, endMs)) / paths;
		if (total - left > materialShare * (spent + total)) material++;
		if (total - left > severeShare * (spent + total)) severe++;
	}
	return {
		probability: exhausted / paths,
		materialProbability: material / paths,
		severeProbability: severe / paths,
		exhaustionMs: instantQuantiles(instants.subarray(0, exhausted).sort()),
		darkHours,
		unservedSpend: unserved,
	};
}

function instantQuantiles(sorted: Float64Array): PathOutcome['exhaustionMs'] {
	const at = (probability: number) =>
		sorted.length === 0
			? null
			: Math.round(sorted[Math.min(sorted.length - 1, Math.floor(probability * sorted.length))]!);
	return { median: at(0.5), low: at((1 - LEVEL) / 2), high: at((1 + LEVEL) / 2), level: LEVEL };
}
