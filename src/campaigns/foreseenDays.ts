import { BASELINE_DAYS } from '../statistics/eDetector';
import type { CampaignDay } from './campaignDays';
import { type CommonDay, commonDay, together, USUAL_VARIATION, withDay } from './commonDay';
import { LEAST_REPORTED } from './learnResponses';
import { exposuresOf, learnDay, type Learner, newLearner, predict, rateOf, untilDay } from './levelLearner';
import { type Noise, noiseOf } from './noise';
import { type PredictedDay, weightsAfter } from './predictedDay';

/** A day of a campaign, and what was foreseen of it. */
export interface ForeseenDay {
	readonly date: string;
	readonly result: number;
	/** Results over the dispersion of counts, which are what is predicted. */
	readonly events: number;
	readonly predicted: PredictedDay;
	/** (shapes) how likely each is after the day. */
	readonly weightsAfter: readonly number[];
	/** What was known of the campaign before. */
	readonly known: Learner;
	/** (shapes) results for a level of 1, how good the day was included. */
	readonly exposures: readonly number[];
	/** Variance of the results about their level over their mean. */
	readonly dispersion: number;
}

/** A campaign whose days are to be foreseen. */
export interface CampaignHistory {
	/** Full days in order. */
	readonly days: readonly CampaignDay[];
	/** Major units. */
	readonly usualSpend: number;
}

/** The first days of a campaign say more of its level than of the noise. */
const UNSETTLED_DAYS = 3;

/** So many days with results say what the noise is. */
const NOISE_DAYS = 12;

/**
 * Foresees every day of every campaign from the days before and, for how good the day was, from what its siblings brought on it.
 *
 * Results of a day are the dispersion of counts times a Poisson count about level * g(spend / usual spend) * day * share reported, the level gamma distributed,
 * g one of SHAPES, weighed by what each foresaw so far. The noise, too, is that of the days before: nothing of a day's own result is in what was foreseen of it.
 *
 * @param usualNoise that of results until enough days were foreseen to tell
 * @param named positions of campaigns that say nothing of how good a day is, for they changed
 * @returns (campaigns, days with results)
 */
export function foreseenDays(
	campaigns: readonly CampaignHistory[],
	usualNoise: Noise,
	named: ReadonlySet<number>,
): ForeseenDay[][] {
	const days = byDay(campaigns.map((campaign) => campaign.days));
	const perMoney = ratePerMoney(days.slice(0, BASELINE_DAYS).flat());
	const learners = campaigns.map(({ usualSpend }) => newLearner(perMoney * usualSpend));
	const foreseen = campaigns.map((): ForeseenDay[] => []);
	const settled = campaigns.map((): ResultDay[] => []);
	const errors = campaigns.map(() => ({ mean: [] as number[], relativeVariance: [] as number[] }));
	let noise = usualNoise;
	let variation = USUAL_VARIATION;
	for (const parts of days) {
		const expected = parts.map(({ campaign, day }) => {
			const known = untilDay(learners[campaign]!, day);
			const exposures = exposuresOf(day.spend / campaigns[campaign]!.usualSpend, day.reported);
			return { campaign, day, known, exposures, ...expectedPart(known, exposures, day.result, noise) };
		});
		const telling = expected.filter(({ campaign }) => !named.has(campaign));
		for (const { campaign, day, known, exposures, mean, relativeVariance } of expected) {
			const common = commonDay(together(telling.filter((other) => other.campaign !== campaign)), variation);
			const today = foreseenDay(day, known, exposures, mean, common, noise);
			foreseen[campaign]!.push(today);
			learners[campaign] = learnDay(today);
			if (foreseen[campaign]!.length <= UNSETTLED_DAYS) continue;
			const ofRate = (1 + relativeVariance) * (1 + common.relativeVariance) - 1;
			settled[campaign]!.push(day);
			errors[campaign]!.mean.push(mean * common.effect);
			errors[campaign]!.relativeVariance.push(1 + (ofRate * mean * common.effect) / noise.ofCount);
		}
		variation = withDay(variation, together(telling));
		if (settled.flat().filter(({ result }) => result > 0).length >= NOISE_DAYS) noise = noiseOf(settled, errors, noise);
	}
	return foreseen;
}

/** What a campaign brought on a day that is as usual for all, and what was expected of it. */
function expectedPart(known: Learner, exposures: readonly number[], result: number, { ofCount, ofDay }: Noise) {
	const { mean, relativeVariance } = rateOf(known, exposures);
	const variance = ofCount * mean + ((1 + relativeVariance) * (1 + ofDay) - 1) * mean * mean;
	return { result, mean, variance, relativeVariance };
}

function foreseenDay(
	{ date, result }: ResultDay,
	known: Learner,
	exposures: readonly number[],
	mean: number,
	common: CommonDay,
	noise: Noise,
): ForeseenDay {
	const { ofCount, ofDay } = noise;
	const ofRate = (1 + ofDay) * (1 + common.relativeVariance) - 1;
	const events = result / ofCount;
	const predicted = predict(known, exposures, common, noise);
	return {
		date,
		result,
		events,
		predicted,
		weightsAfter: weightsAfter(predicted, events),
		known,
		exposures: exposures.map((exposure) => exposure * common.effect),
		dispersion: ofCount + ofRate * mean * common.effect,
	};
}

type ResultDay = CampaignDay & { readonly result: number };

interface CampaignsDay {
	readonly campaign: number;
	readonly day: ResultDay;
}

/** (days) the campaigns with results on each, in order. */
function byDay(histories: readonly (readonly CampaignDay[])[]): CampaignsDay[][] {
	const days = new Map<number, CampaignsDay[]>();
	histories.forEach((own, campaign) =>
		own.filter(hasResult).forEach((day) => {
			const parts = days.get(day.day) ?? [];
			parts.push({ campaign, day });
			days.set(day.day, parts);
		}),
	);
	return [...days].sort(([a], [b]) => a - b).map(([, parts]) => parts);
}

const hasResult = (day: CampaignDay): day is ResultDay => day.result !== null && day.reported > LEAST_REPORTED;

/** Results per money, with half a result more, so that it is not 0. */
const ratePerMoney = (parts: readonly CampaignsDay[]): number =>
	parts.reduce((sum, { day }) => sum + day.result, HALF) /
	parts.reduce((sum, { day }) => sum + day.spend * day.reported, 0);

const HALF = 0.5;
