import type { CampaignDay } from './campaignDays';
import { dayEffects } from './dayEffects';
import { levelBelief } from './levelBelief';
import { type Noise, noiseOf } from './noise';
import { type CampaignFit, fitShapes, type FitInput } from './shapeFit';
import { shapePosterior } from './shapePosterior';
import { commonShapes, SIBLING_SHAPES } from './siblingShapes';

/** What a campaign spends on full local days, major units; 0 where there is none. */
export interface CampaignSpend {
	/** Geometric mean by day, the last days first. */
	readonly usual: number;
	readonly largest: number;
	readonly last: number;
	/** Full days of the budget since it last spent half of its largest. */
	readonly restDays: number;
}

/** What is known of how a campaign's results respond to its spend. */
export interface CampaignResponse {
	/** What the campaigns of the budget usually spend a day on average, major units. */
	readonly siblingSpend: number;
	/** (shapes) how likely each is, adding up to 1. */
	readonly weights: readonly number[];
	/** (shapes) results that are expected on a day with the spend of its siblings. */
	readonly levels: readonly number[];
	/** Of each of these levels, which is gamma distributed: 1 / squared relative deviation. */
	readonly certainty: number;
	/** Full days with spend and results. */
	readonly days: number;
	readonly noise: Noise;
}

/** (campaigns) what is known of campaigns that share a budget. */
export interface Portfolio {
	readonly spends: readonly CampaignSpend[];
	/** null while no campaign has a full day with results. */
	readonly responses: readonly CampaignResponse[] | null;
}

/** Evidence on a campaign's level may count half after so many days; which it is, the data say at last. */
const HALF_LIVES_DAYS = [7, 14, 28, 56, 224] as const;
const FIRST_HALF_LIFE_DAYS = [28] as const;

/** What is usual for spend leans on the last days: half after a week. */
const USUAL_HALF_LIFE_DAYS = 7;

/** Rounds of learning what siblings have in common and each campaign by it. */
const ROUNDS = 3;

/**
 * Learns response curves of campaigns that share a budget, from their full days.
 *
 * Each campaign's level (results at what siblings spend on average) is gamma distributed, its shape one of SIBLING_SHAPES. What siblings have in common is
 * estimated from all of them: the mean and spread of results per money, the frequency of shapes, the dispersion of results, how good each day
 * was for all, and after how many days evidence on a level counts half. A campaign with little data leans on that, by as much as its siblings
 * agree (empirical Bayes).
 *
 * @param histories (campaigns) full days in order, days counted from the same first one; none for a campaign that never spent, which is
 *                  believed to be as its siblings
 * @see B. Efron and C. Morris, Data analysis using Stein's estimator and its generalizations, J. Amer. Statist. Assoc. 70, 1975
 */
export function learnResponses(histories: readonly (readonly CampaignDay[])[]): Portfolio {
	const lastDay = Math.max(...histories.flatMap((days) => days.at(-1)?.day ?? []));
	const spends = histories.map((days) => spendOf(days, lastDay));
	return { spends, responses: responsesOf(histories, spends) };
}

type Evidence = FitInput['days'];

function responsesOf(
	histories: readonly (readonly CampaignDay[])[],
	spends: readonly CampaignSpend[],
): CampaignResponse[] | null {
	const evidence = histories.map(
		(days): Evidence =>
			days.filter((day): day is Evidence[number] => day.result !== null && day.reported > LEAST_REPORTED),
	);
	const results = evidence.flat().reduce((sum, { result }) => sum + result, 0);
	if (results === 0) return null;
	const lastDay = Math.max(...evidence.flat().map(({ day }) => day));
	const seen = spends.filter(({ usual }) => usual > 0);
	const siblingSpend = seen.reduce((sum, { usual }) => sum + usual, 0) / seen.length;
	const usual = spends.map((spend) => spend.usual || siblingSpend);

	let noise: Noise = { ofCount: results / evidence.flat().length / EVIDENT_DAYS, ofDay: 0 };
	let dispersions = evidence.map((days) => days.map(() => noise.ofCount));
	let effects = evidence.map((days) => days.map(() => 1));
	let beliefs = SIBLING_SHAPES.map(({ belief }) => belief);
	let fits: readonly CampaignFit[] = [];
	let weights: readonly number[][] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const belief = levelBelief(evidence, effects, usual, dispersions, siblingSpend);
		const halfLives = round === ROUNDS - 1 ? HALF_LIVES_DAYS : FIRST_HALF_LIFE_DAYS;
		const candidates = halfLives.map((halfLifeDays) => {
			const fitted = evidence.map((days, campaign) =>
				fitShapes({
					days,
					siblingSpend,
					belief,
					dispersions: dispersions[campaign]!,
					dayEffects: effects[campaign]!,
					halfLifeDays,
					lastDay,
				}),
			);
			const posteriors = fitted.map((fit) => shapePosterior(fit.shapes, beliefs));
			return { fitted, posteriors, logEvidence: posteriors.reduce((sum, { total }) => sum + total, 0) };
		});
		const best = candidates.reduce((one, other) => (other.logEvidence > one.logEvidence ? other : one));
		fits = best.fitted;
		weights = best.posteriors.map((own) => own.weights);
		beliefs = commonShapes(weights.filter((_, campaign) => evidence[campaign]!.length > 0));
		const foreseen = fits.map((fit, campaign) => mixed(fit, weights[campaign]!));
		noise = noiseOf(evidence, foreseen, noise);
		dispersions = foreseen.map(({ mean }) => mean.map((results) => noise.ofCount + noise.ofDay * results));
		effects = dayEffects(evidence, foreseen, effects, dispersions);
	}
	return fits.map(({ shapes, certainty }, campaign) => ({
		siblingSpend,
		weights: weights[campaign]!,
		levels: shapes.map(({ level }) => level),
		certainty,
		days: evidence[campaign]!.length,
		noise,
	}));
}

/** With less than this reported, a day says nothing yet. */
export const LEAST_REPORTED = 0.02;

/** A day counts as so many results to begin with, until the dispersion is known. */
const EVIDENT_DAYS = 10;

function spendOf(days: readonly CampaignDay[], lastDay: number): CampaignSpend {
	const last = days.at(-1);
	if (last === undefined) return { usual: 0, largest: 0, last: 0, restDays: 0 };
	let weights = 0;
	let logs = 0;
	for (const { day, spend } of days) {
		const weight = 0.5 ** ((last.day - day) / USUAL_HALF_LIFE_DAYS);
		weights += weight;
		logs += weight * Math.log(spend);
	}
	const largest = Math.max(...days.map(({ spend }) => spend));
	const active = days.findLast(({ spend }) => spend >= largest / 2)!;
	return { usual: Math.exp(logs / weights), largest, last: last.spend, restDays: lastDay - active.day };
}

/** What all shapes of a campaign together foresaw of its days. */
export interface Foreseen {
	/** (days) */
	readonly mean: readonly number[];
	/** (days) by which factor not knowing the level adds to the variance. */
	readonly relativeVariance: readonly number[];
}

function mixed({ shapes }: CampaignFit, weights: readonly number[]): Foreseen {
	const over = (of: (fit: CampaignFit['shapes'][number]) => Float64Array) =>
		Array.from(of(shapes[0]!), (_, day) =>
			shapes.reduce((sum, fit, shape) => sum + weights[shape]! * of(fit)[day]!, 0),
		);
	return { mean: over(({ foreseen }) => foreseen), relativeVariance: over(({ relativeVariance }) => relativeVariance) };
}
