import { mean, sum } from 'simple-statistics';

import {
	FACTORS,
	type JudgedDay,
	MEAN_DAYS_BETWEEN_FALSE_ALARMS,
	mostLikelyStart,
	nameChanged,
	shiryaevRoberts,
} from '../statistics/eDetector';
import type { Interval } from '../statistics/interval';
import { gammaInterval } from '../statistics/shrinkage';
import { type HourlyDay, hourlyDays, type Watched } from './hourlyDays';

/** A detected change in an hour's rate relative to the other hours. */
export interface HourShift {
	readonly localHour: number;
	/** First instant of the day on which the change most likely began. */
	readonly sinceMs: number;
	/** Rate since then over the rate before. */
	readonly factor: Interval;
}

export interface ShiftEvidence {
	/** Evidence for any change, in days: without a change its expectation grows by 1 a day. */
	readonly eValue: number;
	/** Hours identified as changed; empty below the threshold. */
	readonly shifts: readonly HourShift[];
}

/**
 * Detects hours of the day whose rate changed relative to the other hours: one Shiryaev-Roberts e-detector per hour.
 *
 * From the days before, an hour's multiplier has a gamma posterior of shape a and rate b; the day's level comes from the other hours,
 * so m = level * exposure * multiplier results are expected. A change by the factor f makes them f m, and the ratio
 * of the two predictive (negative binomial) probabilities of k results is f^k * ((b + u) / (b + f u))^(a + k) with u = level * exposure.
 * Without a change its expectation is 1, including the uncertainty of the baseline. The e-value is the mean over hours
 * (`shiryaevRoberts`). Counts are divided by their dispersion. After an alarm `nameChanged` identifies the hours.
 */
export function detectShift(watched: Watched): ShiftEvidence {
	const days = hourlyDays(watched);
	const actedMs = new Map(watched.regimes.map((regime) => [regime.localHour, regime.actedMs]));
	const evidenceOf =
		(named: ReadonlySet<number>) =>
		(localHour: number): HourDay[] =>
			days.flatMap((day) =>
				day.startMs < (actedMs.get(localHour) ?? -Infinity) ? [] : hourDay(day, localHour, named),
			);
	const hours = Array.from({ length: 24 }, (_, localHour) => localHour);
	const eValue = mean(hours.map(evidenceOf(NONE)).map(shiryaevRoberts));
	if (eValue < MEAN_DAYS_BETWEEN_FALSE_ALARMS) return { eValue, shifts: [] };
	const shifts = [...nameChanged(hours, evidenceOf)].map(([localHour, own]) => shiftOf(localHour, own));
	return { eValue, shifts: shifts.sort((a, b) => a.localHour - b.localHour) };
}

const NONE: ReadonlySet<number> = new Set();

/** Evidence of a day on an hour, with the day's level taken from the other hours that are not named; empty without anything to compare. */
function hourDay(
	{ startMs, events, exposure, multipliers }: HourlyDay,
	localHour: number,
	named: ReadonlySet<number>,
): HourDay[] {
	let expected = 0;
	let count = 0;
	for (let hour = 0; hour < 24; hour++) {
		if (hour === localHour || named.has(hour)) continue;
		expected += exposure[hour]! * multipliers[hour]!.mean;
		count += events[hour]!;
	}
	const levelExposure = expected > 0 ? (count / expected) * exposure[localHour]! : 0;
	if (levelExposure <= 0) return [];
	const { mean: multiplier, relativeDeviation } = multipliers[localHour]!;
	const shape = 1 / relativeDeviation ** 2;
	const rate = shape / multiplier;
	const own = events[localHour]!;
	const logRatios = FACTORS.map(
		(factor) =>
			own * Math.log(factor) + (shape + own) * Math.log((rate + levelExposure) / (rate + factor * levelExposure)),
	);
	return [{ startMs, logRatios, events: own, expected: levelExposure * multiplier }];
}

/** One judged day of one hour; counts divided by their dispersion. */
interface HourDay extends JudgedDay {
	readonly events: number;
	readonly expected: number;
}

/** The most likely first day of the change, and the factor since. */
function shiftOf(localHour: number, days: readonly HourDay[]): HourShift {
	const since = days.slice(mostLikelyStart(days));
	const events = sum(since.map((day) => day.events));
	const expected = sum(since.map((day) => day.expected));
	return {
		localHour,
		sinceMs: since[0]!.startMs,
		factor: gammaInterval({ mean: (events + 1) / (expected + 1), relativeDeviation: 1 / Math.sqrt(events + 1) }),
	};
}
