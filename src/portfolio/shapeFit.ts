import { logGamma } from '../pattern/gamma';
import type { CampaignDay } from './campaignDays';
import { relativeResponse } from './shapes';
import { SIBLING_SHAPES } from './siblingShapes';

/** What is believed of a campaign's level before its own days are seen: a gamma distribution of results at the spend of its siblings. */
export interface LevelBelief {
	/** Results on a day with that spend. */
	readonly mean: number;
	/** Shape of the gamma distribution: 1 / squared relative deviation. */
	readonly shape: number;
}

/** What the days of one campaign say about one shape. */
export interface ShapeFit {
	/** Logarithm of the probability of the results, each day foreseen from the days before. */
	readonly logEvidence: number;
	/** Results on a day with the spend of its siblings, after the last day: a gamma distribution. */
	readonly level: LevelBelief;
	/** (days) what was foreseen of each, and by which factor not knowing the level adds to its variance. */
	readonly foreseen: Float64Array;
	readonly relativeVariance: Float64Array;
}

/** Days of a campaign made ready: those with results, and what its siblings spend on average. */
export interface FitInput {
	readonly days: readonly (CampaignDay & { readonly result: number })[];
	/** Major units. */
	readonly siblingSpend: number;
	readonly belief: LevelBelief;
	/** (days) variance of a day's results over their mean. */
	readonly dispersions: readonly number[];
	/** (days) how good each day was for all campaigns, 1 as usual. */
	readonly dayEffects: readonly number[];
	/** After so many days evidence on the level counts half. */
	readonly halfLifeDays: number;
	/** The last day, from which the belief about the next one is taken. */
	readonly lastDay: number;
}

/**
 * Fits every shape to the days of a campaign by conjugate updating: results over their dispersion are Poisson, with mean level * g(spend) *
 * day effect * share reported, the level is gamma, and evidence on it fades towards the belief; none is left of days that are outdated.
 *
 * @returns (shapes) in the order of SIBLING_SHAPES
 * @see M. West and J. Harrison, Bayesian Forecasting and Dynamic Models, 1997 (discounting); D. K. Agarwal, P.-H. Chen and P. Elango, WWW 2009
 */
export function fitShapes(input: FitInput): ShapeFit[] {
	const { days, siblingSpend, belief, dispersions, dayEffects, halfLifeDays, lastDay } = input;
	const rate = belief.shape / belief.mean;
	const logFactorials = days.map(({ result }, position) => logGamma(result / dispersions[position]! + 1));
	return SIBLING_SHAPES.map(({ shape }) => {
		let seen = 0;
		let exposure = 0;
		let before = days[0]?.day ?? lastDay;
		let isOutdated = false;
		let logEvidence = 0;
		const foreseen = new Float64Array(days.length);
		const relativeVariance = new Float64Array(days.length);
		days.forEach(({ day, spend, result, reported, isOutdated: isOfOldLevel = false }, position) => {
			const isNewLevel = isOutdated && !isOfOldLevel;
			const fade = isNewLevel ? 0 : 0.5 ** ((day - before) / halfLifeDays);
			isOutdated = isOfOldLevel;
			seen *= fade;
			exposure *= fade;
			before = day;
			const dispersion = dispersions[position]!;
			const own = (relativeResponse(shape, spend / siblingSpend) * dayEffects[position]! * reported) / dispersion;
			const alpha = belief.shape + seen;
			const beta = rate + exposure;
			const counts = result / dispersion;
			logEvidence += logNegativeBinomial(counts, alpha, beta, own) - logFactorials[position]!;
			foreseen[position] = ((alpha * own) / beta) * dispersion;
			relativeVariance[position] = 1 + own / beta;
			seen += counts;
			exposure += own;
		});
		const fade = 0.5 ** ((lastDay + 1 - before) / halfLifeDays);
		const alpha = belief.shape + seen * fade;
		const beta = rate + exposure * fade;
		return {
			logEvidence,
			level: { mean: alpha / beta, shape: alpha },
			foreseen,
			relativeVariance,
		};
	});
}

/** Logarithm of the probability of a count whose mean is exposure times a gamma level of shape alpha and rate beta, but for the count's factorial. */
export function logNegativeBinomial(count: number, alpha: number, beta: number, exposure: number): number {
	const total = beta + exposure;
	return (
		logGamma(alpha + count) -
		logGamma(alpha) +
		alpha * Math.log(beta / total) +
		(count > 0 ? count * Math.log(exposure / total) : 0)
	);
}
