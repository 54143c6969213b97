import { mean } from 'simple-statistics';

import {
	BASELINE_DAYS,
	FACTORS,
	type JudgedDay,
	MEAN_DAYS_BETWEEN_FALSE_ALARMS,
	mostLikelyStart,
	nameChanged,
	shiryaevRoberts,
} from '../statistics/eDetector';
import type { Interval } from '../statistics/interval';
import { gammaInterval } from '../statistics/shrinkage';
import { dayStartMs } from '../time/localDay';
import type { CampaignDay } from './campaignDays';
import { weightsOf } from './campaignModel';
import { type FilteredDay, filterDays, hasResult } from './filterDays';
import { modelPrior } from './modelPrior';
import { logChangeRatio, type PredictedDay, weightsAfter } from './predictedDay';

/** A detected change in a campaign's results at a given spend. */
export interface CampaignShift {
	readonly campaignId: string;
	/** First instant of the day on which the change most likely began. */
	readonly sinceMs: number;
	/** Results since then over the results predicted from the days before at the same spend. */
	readonly factor: Interval;
}

export interface WatchedCampaign {
	readonly campaignId: string;
	/** Full days in order. */
	readonly days: readonly CampaignDay[];
	/** Earlier days are not judged, because they have already been acted on. */
	readonly judgedFromMs: number;
}

export interface CampaignEvidence {
	/** Evidence for any change, in days: without a change its expectation grows by 1 a day. */
	readonly eValue: number;
	/** The campaigns to name, the strongest evidence first; empty below the threshold. */
	readonly shifts: readonly CampaignShift[];
}

/**
 * Detects campaigns whose results at a given spend changed: one Shiryaev-Roberts e-detector per campaign, on full days.
 *
 * The results of a day are predicted from the days before and from the other campaigns on that day (`filterDays`, with a prior from the first days). The
 * prediction is made at the day's own spend, so diminishing returns are not a change, and includes the shared day effect, so a good day is not a change. A
 * change by the factor f multiplies the rate of every component of the mixture; without a change the likelihood ratio of the day's results has the
 * expectation 1. The e-value is the mean over campaigns (`shiryaevRoberts`); after an alarm `nameChanged` identifies the campaigns.
 *
 * @param isCounted whether results are counts
 */
export function detectCampaignShift(
	campaigns: readonly WatchedCampaign[],
	isCounted: boolean,
	timeZone: string,
): CampaignEvidence {
	const histories = campaigns.map(({ days }) => days);
	const prior = modelPrior(baselineOf(histories), isCounted) ?? modelPrior(histories, isCounted);
	if (prior === null) return { eValue: 0, shifts: [] };
	const watched = campaigns.map((_, position) => position);
	const dates = new Set(histories.flat().map(({ date }) => date));
	const startOf = new Map([...dates].map((date) => [date, dayStartMs(date, timeZone)]));
	const evidenceOf = (named: ReadonlySet<number>) => {
		const filtered = filterDays(histories, prior, named).days;
		return (position: number): CampaignDayEvidence[] =>
			filtered[position]!.slice(BASELINE_DAYS).flatMap((day) => {
				const startMs = startOf.get(day.day.date)!;
				return startMs < campaigns[position]!.judgedFromMs ? [] : [{ ...day, startMs, logRatios: logRatiosOf(day) }];
			});
	};
	const eValue = mean(watched.map(evidenceOf(NONE)).map(shiryaevRoberts));
	if (eValue < MEAN_DAYS_BETWEEN_FALSE_ALARMS) return { eValue, shifts: [] };
	const named = [...nameChanged(watched, evidenceOf)];
	return { eValue, shifts: named.map(([position, days]) => shiftOf(campaigns[position]!.campaignId, days)) };
}

const NONE: ReadonlySet<number> = new Set();

/** (campaigns) the days of the baseline, from the first day with results. */
function baselineOf(histories: readonly (readonly CampaignDay[])[]): readonly (readonly CampaignDay[])[] {
	const first = Math.min(
		...histories
			.flat()
			.filter(hasResult)
			.map(({ day }) => day),
	);
	return histories.map((own) => own.filter(({ day }) => day < first + BASELINE_DAYS));
}

type CampaignDayEvidence = FilteredDay & JudgedDay;

/** Predictive distribution of a day's events, its results over the dispersion of counts, including the uncertainty of level, shape, day effect and noise. */
export function predictedDay({ before, exposures, effect, noise }: FilteredDay): PredictedDay {
	const { alpha, betas } = before;
	const size = 1 / ((1 + 1 / alpha) * (1 + noise.ofDay) * (1 + effect.relativeVariance) - 1);
	return {
		weights: weightsOf(before),
		means: betas.map((beta, shape) => (alpha * exposures[shape]!) / beta / noise.ofCount),
		sizes: betas.map(() => size),
	};
}

/** (factors) */
function logRatiosOf(day: FilteredDay): number[] {
	const predicted = predictedDay(day);
	const events = day.day.result / day.noise.ofCount;
	const after = weightsAfter(predicted, events);
	return FACTORS.map((factor) => logChangeRatio(predicted, after, events, factor));
}

/** The most likely first day of the change, and the factor on the prediction from the days before. */
function shiftOf(campaignId: string, days: readonly CampaignDayEvidence[]): CampaignShift {
	const since = days.slice(mostLikelyStart(days));
	const { before } = since[0]!;
	const weights = weightsOf(before);
	let events = 0;
	let expected = 0;
	for (const { day, exposures, dispersion } of since) {
		events += day.result / dispersion;
		weights.forEach((weight, shape) => {
			expected += (weight * before.alpha * exposures[shape]!) / before.betas[shape]! / dispersion;
		});
	}
	const factor = (events + 1) / (expected + 1);
	return {
		campaignId,
		sinceMs: since[0]!.startMs,
		factor: gammaInterval({
			mean: factor,
			relativeDeviation: Math.sqrt(1 / (events + 1) + 1 / before.alpha),
		}),
	};
}
