import { mulberry32 } from '../statistics/seededRandom';
import { normalQuantile } from '../statistics/normalQuantile';
import { outOfBudgetEffects } from './outOfBudgetEffects';
import type { HistoryDay } from './historyDays';
import type { HistoryCell, HourResponse } from './hourResponse';
import { MIN_ACTIVE_SHARE } from './hourSpend';

/** Posterior draws of the policies' results. Each draw uses the same noise for all policies, so that they can be compared in pairs. */
const DRAWS = 400;

const SEED = 20_261_124;

/**
 * Posterior draws of the expected results of policies on the days of a history.
 *
 * An hour with actual spend generates result * (spend' / spend)^elasticity with the spend' of the policy. An out-of-budget hour generates what its hour and its
 * day usually do. The draws vary the elasticity, the noise in every hour's results, and the effects of out-of-budget hours.
 *
 * Noise and elasticity are dependent, because both explain the same results: if a draw has a higher elasticity than the results suggest, noise must have
 * lowered the results of hours with much spend. The noise of each draw is therefore conditioned on its elasticity.
 *
 * @param history  (days) all days that the response was learned from
 * @param from     index of the first replayed day
 * @param policies (policies, replayed days, hours) spend, major units
 * @param usual    (24) usual spend by hour of the day
 * @returns (policies, draws)
 */
export function judge(
	history: readonly HistoryDay[],
	from: number,
	policies: readonly (readonly (readonly number[])[])[],
	response: HourResponse,
	usual: readonly number[],
): number[][] {
	const random = mulberry32(SEED);
	const normal = () => normalQuantile(Math.max(1e-12, random()));
	const { elasticities, weights } = response;
	const cells = judgedHours(history, from, policies, usual);
	/** (elasticities) computed when first drawn. */
	const factors: number[][][] = [];
	const values = policies.map((): number[] => []);
	for (let draw = 0; draw < DRAWS; draw++) {
		const step = positionOf(weights, random());
		const elasticity = elasticities[step]!;
		const noise = noiseGiven(elasticity, response, normal);
		const { ofHour, ofDay } = outOfBudgetEffects(history, noise, step, response, normal);
		const totals = policies.map(() => 0);
		const ofSpend = (factors[step] ??= cells.map((cell) => spendFactors(cell, elasticity)));
		cells.forEach(({ day, hour, localHour, result, keepsResult }, cell) => {
			const expected = result - noise[day]![hour]!;
			const outOfBudget = ofHour[localHour]! * ofDay[day]!;
			keepsResult.forEach((keeps, policy) => {
				totals[policy]! += (keeps ? expected : outOfBudget) * ofSpend[cell]![policy]!;
			});
		});
		totals.forEach((total, position) => values[position]!.push(Math.max(0, total)));
	}
	return values;
}

/** An hour of a replayed day, and what policies would have spent in it. */
interface JudgedHour extends HistoryCell {
	/** (policies) */
	readonly spends: readonly number[];
	/** (policies) whether its results follow from its own results: it was in budget, or the policy spends the same. */
	readonly keepsResult: readonly boolean[];
}

const judgedHours = (
	history: readonly HistoryDay[],
	from: number,
	policies: readonly (readonly (readonly number[])[])[],
	usual: readonly number[],
): JudgedHour[] =>
	history.slice(from).flatMap(({ hours }, day) =>
		hours.map(({ localHour, spend, result }, hour) => {
			const isActive = spend > 0 && spend >= MIN_ACTIVE_SHARE * usual[localHour]!;
			const spends = policies.map((policy) => policy[day]![hour]!);
			const keepsResult = spends.map((own) => isActive || own === spend);
			return { day: from + day, hour, localHour, spend, result, spends, keepsResult };
		}),
	);

/** (policies) factor of their spend on the results of an hour, or on those of a spend of 1 if it was out of budget. */
const spendFactors = ({ spend, spends, keepsResult }: JudgedHour, elasticity: number): number[] =>
	spends.map((own, policy) => (own === spend ? 1 : (keepsResult[policy] ? own / spend : own) ** elasticity));

/** (days, hours) normal noise in the results of each hour, shifted along the leverage so that it agrees with the elasticity. */
function noiseGiven(
	elasticity: number,
	{ means, leverage, information, likelihoodEstimate, dispersion }: HourResponse,
	normal: () => number,
): number[][] {
	let projection = 0;
	const free = means.map((day, position) =>
		day.map((mean, hour) => {
			const noise = Math.sqrt(dispersion * mean) * normal();
			projection += leverage[position]![hour]! * noise;
			return noise;
		}),
	);
	if (information <= 0) return free;
	const shift = likelihoodEstimate - elasticity - projection / information;
	return free.map((day, position) =>
		day.map((noise, hour) => noise + shift * means[position]![hour]! * leverage[position]![hour]!),
	);
}

function positionOf(weights: readonly number[], drawn: number): number {
	let cumulative = 0;
	const found = weights.findIndex((weight) => (cumulative += weight) > drawn);
	return found < 0 ? weights.length - 1 : found;
}
