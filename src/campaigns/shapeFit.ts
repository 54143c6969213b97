import { logGamma } from '../statistics/gamma';
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

/** What the days of one campaign say. */
export interface CampaignFit {
	/** Of the level, whatever the shape, after the last day: shape of its gamma distribution. */
	readonly certainty: number;
	/** In the order of SIBLING_SHAPES. */
	readonly shapes: readonly ShapeFit[];
}

/** What the days of one campaign say about one shape. */
export interface ShapeFit {
	/** Logarithm of the probability of the results, each day foreseen from the days before. */
	readonly logEvidence: number;
	/** Expected results on a day with the spend of its siblings, after the last day. */
	readonly level: number;
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
 * @see M. West and J. Harrison, Bayesian Forecasting and Dynamic Models, 1997 (discounting); D. Agarwal, B.-C. Chen and P. Elango, Spatio-temporal models for estimating click-through rate, WWW 2009
 */
export function fitShapes(input: FitInput): CampaignFit {
	const { days, siblingSpend, belief, dispersions, dayEffects, halfLifeDays, lastDay } = input;
	const fades = fadesOf(days, halfLifeDays);
	const lastFade = 0.5 ** ((lastDay + 1 - (days.at(-1)?.day ?? lastDay)) / halfLifeDays);

	let seen = 0;
	let ofCounts = 0;
	const counts = days.map(({ result }, position) => result / dispersions[position]!);
	const alphas = counts.map((count, position) => {
		seen *= fades[position]!;
		const alpha = belief.shape + seen;
		ofCounts += logGamma(alpha + count) - logGamma(alpha) - logGamma(count + 1);
		seen += count;
		return alpha;
	});
	const certainty = belief.shape + seen * lastFade;

	const rate = belief.shape / belief.mean;
	const shapes = SIBLING_SHAPES.map(({ shape }): ShapeFit => {
		let exposure = 0;
		let logEvidence = ofCounts;
		const foreseen = new Float64Array(days.length);
		const relativeVariance = new Float64Array(days.length);
		days.forEach(({ spend, reported }, position) => {
			exposure *= fades[position]!;
			const own =
				(relativeResponse(shape, spend / siblingSpend) * dayEffects[position]! * reported) / dispersions[position]!;
			const alpha = alphas[position]!;
			const beta = rate + exposure;
			exposure += own;
			logEvidence += alpha * Math.log(beta / (beta + own));
			if (counts[position]! > 0) logEvidence += counts[position]! * Math.log(own / (beta + own));
			foreseen[position] = ((alpha * own) / beta) * dispersions[position]!;
			relativeVariance[position] = 1 + own / beta;
		});
		return { logEvidence, level: certainty / (rate + exposure * lastFade), foreseen, relativeVariance };
	});
	return { certainty, shapes };
}

/** (days) how much of the evidence of the days before counts; none where a new level begins. */
function fadesOf(days: FitInput['days'], halfLifeDays: number): number[] {
	return days.map(({ day, isOutdated }, position) => {
		const before = days[position - 1];
		if (before?.isOutdated && !isOutdated) return 0;
		return 0.5 ** ((day - (before?.day ?? day)) / halfLifeDays);
	});
}
