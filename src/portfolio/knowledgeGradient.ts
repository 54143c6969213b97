import { logGamma } from '../pattern/gamma';
import type { CampaignResponse } from './learnResponses';
import { responseMoments } from './responseMoments';
import { relativeResponse } from './shapes';
import { SIBLING_SHAPES } from './siblingShapes';

/** Results that days may bring by each shape: deviations from what it expects, and how much each stands for (Gauss-Hermite). */
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
 * y is what the days bring together, negative binomial for each shape as in `fitShapes`, x a later spend. It is 0 where no result could change what is best, and great where a test may find that much more is to be had,
 * as from a campaign that brings nothing until enough is spent.
 *
 * @returns of a spend a day, major units, > 0, and a number of days
 * @see I. O. Ryzhov, W. B. Powell and P. I. Frazier, The knowledge gradient algorithm for a general class of online learning problems, Operations Research 60, 2012
 */
export function knowledgeGradient(campaign: CampaignResponse, { spends, price }: Prospects) {
	const { siblingSpend, weights, levels, noise } = campaign;
	const likely = SIBLING_SHAPES.flatMap(({ shape }, position) => {
		const weight = weights[position]!;
		if (weight < LEAST_WEIGHT) return [];
		const { mean, shape: alpha } = levels[position]!;
		const beta = alpha / mean;
		const constant = Math.log(weight) - logGamma(alpha);
		const later = Float64Array.from(spends, (spend) => relativeResponse(shape, spend / siblingSpend));
		return [{ shape, weight, alpha, beta, constant, later }];
	});
	const costs = Float64Array.from(spends, (spend) => price * spend);
	const logs = new Float64Array(likely.length);
	const results = new Float64Array(spends.length);
	const uninformed = new Float64Array(spends.length);

	return (spend: number, testDays: number): number => {
		const { ofCount, ofDay } = noise;
		const dispersion = ofCount + ofDay * responseMoments(campaign, spend).mean;
		const tests = likely.map(({ shape, alpha, beta, constant }) => {
			const exposure = (testDays * relativeResponse(shape, spend / siblingSpend)) / dispersion;
			const mean = (alpha / beta) * exposure;
			const deviation = Math.sqrt(mean + mean ** 2 / alpha);
			const rate = beta + exposure;
			const logConstant = constant + alpha * Math.log(beta / rate);
			return { mean, deviation, rate, logConstant, logShare: Math.log(exposure / rate) };
		});

		let informed = 0;
		uninformed.fill(0);
		tests.forEach(({ mean, deviation }, shape) => {
			for (const { deviations, share } of OUTCOMES) {
				const part = share * likely[shape]!.weight;
				expectAfter(Math.max(0, mean + deviations * deviation), tests);
				informed += part * best(results, costs);
				for (let x = 0; x < results.length; x++) uninformed[x]! += part * results[x]!;
			}
		});
		return Math.max(0, informed - best(uninformed, costs));
	};

	/** Fills `results`: what later spends are expected to bring once the test brought a count. */
	function expectAfter(
		count: number,
		tests: readonly { readonly rate: number; readonly logConstant: number; readonly logShare: number }[],
	): void {
		let most = -Infinity;
		for (let shape = 0; shape < likely.length; shape++) {
			const { logConstant, logShare } = tests[shape]!;
			logs[shape] = logConstant + logGamma(likely[shape]!.alpha + count) + count * logShare;
			most = Math.max(most, logs[shape]!);
		}
		let whole = 0;
		results.fill(0);
		for (let shape = 0; shape < likely.length; shape++) {
			const { alpha, later } = likely[shape]!;
			const own = Math.exp(logs[shape]! - most);
			whole += own;
			const level = (own * (alpha + count)) / tests[shape]!.rate;
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
