import type { Foreseen } from './learnResponses';
import type { FitInput } from './shapeFit';

/**
 * How good each day was for all campaigns, 1 as usual: weekdays, holidays and whatever else moves them together.
 *
 * For each campaign from the results of the others, shrunk to 1 by as much as days differ for no reason:
 * effect_d = 1 + t2 / (t2 + v_d) (results_d / foreseen_d - 1), with v_d = variance of results / foreseen_d^2 and t2 the variance between days beyond that.
 *
 * @param evidence (campaigns, days)
 * @param foreseen (campaigns) with the effects known before
 * @param known    (campaigns, days) those effects
 * @returns (campaigns, days)
 */
export function dayEffects(
	evidence: readonly FitInput['days'][],
	foreseen: readonly Foreseen[],
	known: readonly (readonly number[])[],
	dispersions: readonly (readonly number[])[],
): number[][] {
	const sums = new Map<number, { results: number; usual: number; variance: number }>();
	const usualOf = (campaign: number, day: number) => foreseen[campaign]!.mean[day]! / known[campaign]![day]!;
	evidence.forEach((days, campaign) =>
		days.forEach(({ day, result }, position) => {
			const sum = sums.get(day) ?? { results: 0, usual: 0, variance: 0 };
			sums.set(day, sum);
			sum.results += result;
			sum.usual += usualOf(campaign, position);
			sum.variance += dispersions[campaign]![position]! * usualOf(campaign, position);
		}),
	);
	let excess = 0;
	let precision = 0;
	for (const { results, usual, variance } of sums.values()) {
		excess += ((results - usual) ** 2 - variance) / usual;
		precision += usual;
	}
	const between = Math.max(0, excess / precision);
	return evidence.map((days, campaign) =>
		days.map(({ day, result }, position) => {
			const sum = sums.get(day)!;
			const own = usualOf(campaign, position);
			const usual = sum.usual - own;
			if (usual <= NOTHING * sum.usual) return 1;
			const variance = sum.variance - dispersions[campaign]![position]! * own;
			const shrinkage = between / (between + variance / usual ** 2);
			return Math.max(LEAST_EFFECT, 1 + shrinkage * ((sum.results - result) / usual - 1));
		}),
	);
}

/** A campaign that is alone on a day has no others: what is left of the sum is rounding. */
const NOTHING = 1e-9;

/** No day is without effect at all. */
const LEAST_EFFECT = 0.05;
