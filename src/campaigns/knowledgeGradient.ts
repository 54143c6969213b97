import type { CampaignResponse } from './learnResponses';
import { meanResponse } from './meanResponse';
import { relativeResponse } from './shapes';
import { SIBLING_SHAPES } from './siblingShapes';

/**
 * Results that days may bring by each shape: deviations from what it expects, and how much each stands for (Gauss-Hermite). Where one shape is left, three of them give
 * 0.7 to 1.25 of what a test teaches that may decide something.
 */
const OUTCOMES = [
	{ deviations: -Math.sqrt(3), share: 1 / 6 },
	{ deviations: 0, share: 2 / 3 },
	{ deviations: Math.sqrt(3), share: 1 / 6 },
] as const;

/** Shapes that are less likely decide nothing. */
const LEAST_WEIGHT = 1e-3;

/** What a campaign is worth at best is looked for at these amounts. */
export interface Prospects {
	/** Major units, > 0. */
	readonly spends: readonly number[];
	/** Results that a unit of money brings elsewhere. */
	readonly price: number;
}

/**
 * What the results of some days at a spend are expected to teach, as results a day: the knowledge gradient.
 *
 *     E_y max_x (E[f(x) | y] - price * x) - max_x (E f(x) - price * x)
 *
 * y is what the days bring together, negative binomial for each shape as in `fitShapes` and taken at its word, x a later spend. It is 0 where no result could change what is best, and
 * great where a test may find that much more is to be had, as from a campaign that brings nothing until enough is spent.
 *
 * @returns of a spend a day, major units, > 0, and a number of days
 * @see I. O. Ryzhov, W. B. Powell and P. I. Frazier, The knowledge gradient algorithm for a general class of online learning problems, Operations Research 60, 2012
 */
export function knowledgeGradient(campaign: CampaignResponse, { spends, price }: Prospects) {
	const { siblingSpend, weights, levels, certainty, noise } = campaign;
	const likely = SIBLING_SHAPES.flatMap(({ shape }, position) => {
		const weight = weights[position]!;
		if (weight < LEAST_WEIGHT) return [];
		const later = Float64Array.from(spends, (spend) => relativeResponse(shape, spend / siblingSpend));
		return [{ shape, weight, level: levels[position]!, later }];
	});
	const mean = meanResponse(campaign);
	const costs = Float64Array.from(spends, (spend) => price * spend);
	const rates = new Float64Array(likely.length);
	const constants = new Float64Array(likely.length);
	const logShares = new Float64Array(likely.length);
	const logs = new Float64Array(likely.length);
	const results = new Float64Array(spends.length);
	const uninformed = new Float64Array(spends.length);

	return (spend: number, testDays: number): number => {
		const dispersion = noise.ofCount + noise.ofDay * mean(spend);
		const exposures = likely.map(
			({ shape }) => (testDays * relativeResponse(shape, spend / siblingSpend)) / dispersion,
		);
		likely.forEach(({ weight, level }, shape) => {
			const before = certainty / level;
			const rate = before + exposures[shape]!;
			rates[shape] = rate;
			constants[shape] = Math.log(weight) + certainty * Math.log(before / rate);
			logShares[shape] = Math.log(exposures[shape]! / rate);
		});

		let informed = 0;
		uninformed.fill(0);
		likely.forEach(({ weight, level }, shape) => {
			const expected = level * exposures[shape]!;
			const deviation = Math.sqrt(expected + expected ** 2 / certainty);
			for (const { deviations, share } of OUTCOMES) {
				expectAfter(Math.max(0, expected + deviations * deviation));
				informed += share * weight * best(results, costs);
				for (let x = 0; x < results.length; x++) uninformed[x]! += share * weight * results[x]!;
			}
		});
		return Math.max(0, informed - best(uninformed, costs));
	};

	/** Fills `results`: what later spends are expected to bring once the test brought a count. */
	function expectAfter(count: number): void {
		let most = -Infinity;
		for (let shape = 0; shape < logs.length; shape++) {
			logs[shape] = constants[shape]! + count * logShares[shape]!;
			most = Math.max(most, logs[shape]!);
		}
		let whole = 0;
		results.fill(0);
		for (let shape = 0; shape < logs.length; shape++) {
			const own = Math.exp(logs[shape]! - most);
			if (own < LEAST_WEIGHT) continue;
			whole += own;
			const level = (own * (certainty + count)) / rates[shape]!;
			const { later } = likely[shape]!;
			for (let x = 0; x < results.length; x++) results[x]! += level * later[x]!;
		}
		for (let x = 0; x < results.length; x++) results[x]! /= whole;
	}
}

/** The most that results are worth beyond their costs; nothing is spent where none is. */
function best(results: Float64Array, costs: Float64Array): number {
	let most = 0;
	for (let x = 0; x < results.length; x++) most = Math.max(most, results[x]! - costs[x]!);
	return most;
}
