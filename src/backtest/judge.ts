import { mulberry32 } from '../statistics/seededRandom';
import { normalQuantile } from '../statistics/normalQuantile';
import { outOfBudgetEffects } from './outOfBudgetEffects';
import type { HistoryDay } from './historyDays';
import type { HourResponse } from './hourResponse';
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
	const values = policies.map((): number[] => []);
	for (let draw = 0; draw < DRAWS; draw++) {
		const step = positionOf(weights, random());
		const elasticity = elasticities[step]!;
		const noise = noiseGiven(elasticity, response, normal);
		const outOfBudget = outOfBudgetEffects(history, noise, step, response, normal);
		const totals = policies.map(() => 0);
		history.slice(from).forEach(({ hours }, day) =>
			hours.forEach(({ localHour, spend, result }, hour) => {
				const isActive = spend > 0 && spend >= MIN_ACTIVE_SHARE * usual[localHour]!;
				const expected = result - noise[from + day]![hour]!;
				policies.forEach((policy, position) => {
					const own = policy[day]![hour]!;
					if (own === spend) totals[position]! += expected;
					else if (isActive) totals[position]! += expected * (own / spend) ** elasticity;
					else totals[position]! += outOfBudget.ofHour[localHour]! * outOfBudget.ofDay[from + day]! * own ** elasticity;
				});
			}),
		);
		totals.forEach((total, position) => values[position]!.push(Math.max(0, total)));
	}
	return values;
}

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
