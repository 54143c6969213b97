import type { FitInput, LevelBelief } from './shapeFit';

/** Siblings differ by at least and at most so much, as standard deviations of log rates. */
const LEAST_SPREAD = 0.1;
const LARGEST_SPREAD = 1.5;

/** What is believed of the spread among siblings counts as much as so many of them. */
const SPREAD_BELIEF = 2;
const USUAL_SPREAD = 0.5;

/** Siblings that spend more bring more by this elasticity: about the middle of what shapes have. */
const ELASTICITY = 0.5;

/**
 * What a campaign's level is believed to be before its own days are seen: the results of its siblings as they would be at the spend that they have on average,
 * level = common rate * spend ^ 0.5.
 *
 * Log rates are normal over siblings; the spread among them is what is left of their variance when that of their own noise is
 * taken off (method of moments). Evidence of a campaign is used for its own belief too, which matters little with more than two of them.
 *
 * @param evidence (campaigns, days)
 * @param effects  (campaigns, days) how good each day was
 * @param usual    (campaigns) usual spend by day, major units
 * @param dispersions (campaigns, days) variance of a day's results over their mean
 * @param spend    major units
 * @see R. DerSimonian and N. Laird, Controlled Clinical Trials 7, 1986
 */
export function levelBelief(
	evidence: readonly FitInput['days'][],
	effects: readonly (readonly number[])[],
	usual: readonly number[],
	dispersions: readonly (readonly number[])[],
	spend: number,
): LevelBelief {
	const sums = evidence.map((days, campaign) => ({
		results: days.reduce((sum, { result }, day) => sum + result / dispersions[campaign]![day]!, 0),
		spend: days.reduce(
			(sum, { spend, reported }, day) =>
				sum + (spend * reported * effects[campaign]![day]!) / dispersions[campaign]![day]!,
			0,
		),
	}));
	const all = sums.reduce((a, b) => ({ results: a.results + b.results, spend: a.spend + b.spend }));
	const common = all.results / all.spend;
	const rates = sums.flatMap(({ results, spend }, campaign) => {
		if (spend === 0) return [];
		const count = results + HALF;
		const perMoney = count / (spend + HALF / common);
		return [{ log: Math.log(perMoney * usual[campaign]! ** (1 - ELASTICITY)), variance: 1 / count }];
	});
	let spread2 = USUAL_SPREAD ** 2;
	let mean = 0;
	for (let step = 0; step < STEPS; step++) {
		const weights = rates.map(({ variance }) => 1 / (spread2 + variance));
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		mean = rates.reduce((sum, { log }, campaign) => sum + weights[campaign]! * log, 0) / total;
		const excess = rates.reduce((sum, { log, variance }) => sum + (log - mean) ** 2 - variance, 0);
		spread2 =
			(Math.max(0, excess) + SPREAD_BELIEF * USUAL_SPREAD ** 2) / (Math.max(1, rates.length - 1) + SPREAD_BELIEF);
		spread2 = Math.min(LARGEST_SPREAD ** 2, Math.max(LEAST_SPREAD ** 2, spread2));
	}
	return { mean: Math.exp(mean + spread2 / 2) * spend ** ELASTICITY, shape: 1 / spread2 };
}

/** Half a result, so that no campaign has a rate of 0. */
const HALF = 0.5;

const STEPS = 10;
