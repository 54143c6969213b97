import { mean } from 'simple-statistics';

import type { Interval } from '../statistics/interval';
import {
	BASELINE_DAYS,
	FACTORS,
	type JudgedDay,
	MEAN_DAYS_BETWEEN_FALSE_ALARMS,
	mostLikelyStart,
	nameChanged,
	shiryaevRoberts,
} from '../statistics/eDetector';
import { gammaInterval } from '../statistics/shrinkage';
import { dayStartMs } from '../time/localDay';
import { type CampaignHistory, type ForeseenDay, foreseenDays } from './foreseenDays';
import type { Noise } from './noise';
import { logChangeRatio } from './predictedDay';

/** A campaign that no longer brings what it did for its money. */
export interface CampaignShift {
	readonly campaignId: string;
	/** First instant of the day on which the change most likely began. */
	readonly sinceMs: number;
	/** Results since then over those that the days before foresaw at the same spend. */
	readonly factor: Interval;
}

export interface WatchedCampaign extends CampaignHistory {
	readonly campaignId: string;
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
 * What a day brings is foreseen from the days before, at the day's own spend, so that diminishing returns are no change, and from the siblings on
 * that day, so that a good day is none (`foreseenDays`). A change by the factor f multiplies the rate of every part of that mixture; the ratio of the two
 * probabilities of what came has the expectation 1 while nothing changes. The e-value is the mean over campaigns (`shiryaevRoberts`); after an alarm
 * campaigns are named by `nameChanged`.
 *
 * @param usualNoise that of results until enough days were foreseen to tell
 */
export function detectCampaignShift(
	campaigns: readonly WatchedCampaign[],
	usualNoise: Noise,
	timeZone: string,
): CampaignEvidence {
	const watched = campaigns.map((_, position) => position);
	const dates = new Set(campaigns.flatMap(({ days }) => days.map(({ date }) => date)));
	const startOf = new Map([...dates].map((date) => [date, dayStartMs(date, timeZone)]));
	const evidenceOf = (named: ReadonlySet<number>) => {
		const foreseen = foreseenDays(campaigns, usualNoise, named);
		return (position: number): CampaignDayEvidence[] =>
			foreseen[position]!.slice(BASELINE_DAYS).flatMap((day) => {
				const startMs = startOf.get(day.date)!;
				if (startMs < campaigns[position]!.judgedFromMs) return [];
				const logRatios = FACTORS.map((factor) => logChangeRatio(day.predicted, day.weightsAfter, day.events, factor));
				return [{ ...day, startMs, logRatios }];
			});
	};
	const eValue = mean(watched.map(evidenceOf(NONE)).map(shiryaevRoberts));
	if (eValue < MEAN_DAYS_BETWEEN_FALSE_ALARMS) return { eValue, shifts: [] };
	const named = [...nameChanged(watched, evidenceOf)];
	return { eValue, shifts: named.map(([position, days]) => shiftOf(campaigns[position]!.campaignId, days)) };
}

const NONE: ReadonlySet<number> = new Set();

type CampaignDayEvidence = ForeseenDay & JudgedDay;

/** The day from which a change explains the campaign best, and the factor on what was known of it before that day. */
function shiftOf(campaignId: string, days: readonly CampaignDayEvidence[]): CampaignShift {
	const since = days.slice(mostLikelyStart(days));
	const { weights, levels } = since[0]!.known;
	let events = 0;
	let expected = 0;
	for (const day of since) {
		events += day.result / day.dispersion;
		levels.forEach(({ alpha, beta }, shape) => {
			expected += (weights[shape]! * (alpha / beta) * day.exposures[shape]!) / day.dispersion;
		});
	}
	const ofLevel = weights.reduce((sum, weight, shape) => sum + weight / levels[shape]!.alpha, 0);
	const factor = (events + 1) / (expected + 1);
	return {
		campaignId,
		sinceMs: since[0]!.startMs,
		factor: gammaInterval({ mean: factor, relativeDeviation: Math.sqrt(1 / (events + 1) + ofLevel) }),
	};
}
