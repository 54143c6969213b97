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

/** A campaign that no longer brings what it did for its spend. */
export interface CampaignShift {
	readonly campaignId: string;
	/** First instant of the day on which the change most likely began. */
	readonly sinceMs: number;
	/** Results since then over those that the days before predict at the same spend. */
	readonly factor: Interval;
}

export interface WatchedCampaign {
	readonly campaignId: string;
	/** Full days in order. */
	readonly days: readonly CampaignDay[];
	/** Days before are no evidence of a change, for they were acted upon. */
	readonly judgedFromMs: number;
}

export interface CampaignEvidence {
	/** Evidence for any change, in days: its expectation grows by 1 a day as long as nothing changes. */
	readonly eValue: number;
	/** The campaigns to name, the strongest evidence first; empty below the threshold. */
	readonly shifts: readonly CampaignShift[];
}

/**
 * Watches whether some campaigns of a budget became better or worse than they were at their spend: a Shiryaev-Roberts e-detector per campaign, by
 * full days.
 *
 * What a day brings is predicted from the days before, at the day's own spend, so that diminishing returns are no change, and from the other campaigns on
 * that day, so that a good day is none (`filterDays`, from a prior by the first days). A change by the factor f multiplies the rate of every part of that mixture; the ratio of the two
 * probabilities of what came has the expectation 1 while nothing changes. The e-value is the mean over campaigns (`shiryaevRoberts`); after an alarm
 * campaigns are named by `nameChanged`.
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

/** (campaigns) the first days with results. */
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

/** The predictive distribution of the events of a day, its results over the dispersion of counts: level, shape, day effect and noise are not known exactly. */
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

/** The day from which a change explains the campaign best, and the factor on what was known of it before that day. */
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
