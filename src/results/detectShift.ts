import { mean } from 'simple-statistics';

import { isMeasured } from '../ledger/deliveredHour';
import { deliveredHours, type Ledger } from '../ledger/ledger';
import { addDelivery, addTally, emptyTally, type Tally } from '../ledger/tally';
import type { Interval } from '../statistics/interval';
import { localClock } from '../time/localClock';
import {
	BASELINE_DAYS,
	FACTORS,
	type JudgedDay,
	MEAN_DAYS_BETWEEN_FALSE_ALARMS,
	mostLikelyStart,
	nameChanged,
	shiryaevRoberts,
} from '../statistics/eDetector';
import { cellOf, type Measure } from './measure';
import type { Regime } from './regime';
import { conversionDelay } from './reportDelay';
import { gammaInterval, type Multiplier, shrunkMultipliers } from '../statistics/shrinkage';

/** An hour of the day whose share of results is no longer what it was. */
export interface HourShift {
	readonly localHour: number;
	/** First instant of the day on which the change most likely began. */
	readonly sinceMs: number;
	/** Rate since then over the rate before. */
	readonly factor: Interval;
}

export interface ShiftEvidence {
	/** Evidence for any change, in days: its expectation grows by 1 a day as long as nothing changes. */
	readonly eValue: number;
	/** The hours to name; empty below the threshold. */
	readonly shifts: readonly HourShift[];
}

/**
 * Watches whether some hours of the day became better or worse than others: a Shiryaev-Roberts e-detector per hour.
 *
 * What the days before taught of an hour is a gamma posterior of its multiplier, shape a and rate b; the day's level comes from the
 * other hours, so m = level * exposure * multiplier results are expected. A change by the factor f makes them f m, and the ratio
 * of the two predictive (negative binomial) probabilities of k results is f^k * ((b + u) / (b + f u))^(a + k) with u = level * exposure:
 * its expectation is 1 while nothing changes, the uncertainty of the baseline included. The e-value is the mean over hours
 * (`shiryaevRoberts`). Counts are divided by their dispersion. After an alarm hours are named by `nameChanged`.
 */
export function detectShift(
	ledger: Ledger,
	timeZone: string,
	measure: Measure,
	dispersion: number,
	regimes: readonly Regime[],
	nowMs: number,
): ShiftEvidence {
	const days = judgedDays(hoursByDay(ledger, timeZone, nowMs), measure, dispersion, regimes);
	const actedMs = new Map(regimes.map((regime) => [regime.localHour, regime.actedMs]));
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

/** A day: what its hours brought, what they brought it from, and what the days before taught of them. */
interface DayOfHours {
	readonly startMs: number;
	/** (24) results, divided by their dispersion. */
	readonly events: readonly number[];
	/** (24) */
	readonly exposure: readonly number[];
	/** (24) */
	readonly multipliers: readonly Multiplier[];
}

/** Days from the eighth on, each with what the days before taught. */
function judgedDays(
	days: readonly { readonly startMs: number; readonly hours: readonly Tally[] }[],
	measure: Measure,
	dispersion: number,
	regimes: readonly Regime[],
): DayOfHours[] {
	const sinceMs = new Map(regimes.map((regime) => [regime.localHour, regime.sinceMs]));
	const baseline = Array.from({ length: 24 }, emptyTally);
	return days.flatMap(({ startMs, hours }, position) => {
		const multipliers =
			position < BASELINE_DAYS
				? null
				: shrunkMultipliers(
						baseline.map((tally) => cellOf(tally, measure)),
						dispersion,
					);
		hours.forEach((tally, hour) => {
			if (startMs >= (sinceMs.get(hour) ?? -Infinity)) addTally(baseline[hour]!, tally);
		});
		if (multipliers === null) return [];
		const cells = hours.map((tally) => cellOf(tally, measure));
		return [
			{
				startMs,
				events: cells.map(({ events }) => events / dispersion),
				exposure: cells.map(({ exposure }) => exposure),
				multipliers,
			},
		];
	});
}

/** What a day says of an hour, its level taken from the other hours that are not named; nothing if either brought nothing to compare. */
function hourDay(
	{ startMs, events, exposure, multipliers }: DayOfHours,
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
	const usual = expected > 0 ? (count / expected) * exposure[localHour]! : 0;
	if (usual <= 0) return [];
	const { mean: multiplier, relativeDeviation } = multipliers[localHour]!;
	const shape = 1 / relativeDeviation ** 2;
	const rate = shape / multiplier;
	const own = events[localHour]!;
	const logRatios = FACTORS.map(
		(factor) => own * Math.log(factor) + (shape + own) * Math.log((rate + usual) / (rate + factor * usual)),
	);
	return [{ startMs, logRatios, events: own, expected: usual * multiplier }];
}

/** One judged day of one hour; counts divided by their dispersion. */
interface HourDay extends JudgedDay {
	readonly events: number;
	readonly expected: number;
}

/** The day from which the change explains the hour best, and the factor since. */
function shiftOf(localHour: number, days: readonly HourDay[]): HourShift {
	const since = days.slice(mostLikelyStart(days));
	const events = since.reduce((sum, day) => sum + day.events, 0);
	const expected = since.reduce((sum, day) => sum + day.expected, 0);
	return {
		localHour,
		sinceMs: since[0]!.startMs,
		factor: gammaInterval({ mean: (events + 1) / (expected + 1), relativeDeviation: 1 / Math.sqrt(events + 1) }),
	};
}

/** Complete windows by local day and hour, days in order. */
function hoursByDay(ledger: Ledger, timeZone: string, nowMs: number): { startMs: number; hours: Tally[] }[] {
	const days = new Map<string, { startMs: number; hours: Tally[] }>();
	const reportedAt = conversionDelay(ledger);
	const untilMs = ledger.dataUntilMs ?? 0;
	for (const window of deliveredHours(ledger)) {
		if (!isMeasured(window) || window.endMs > nowMs) continue;
		const { date, hour } = localClock(window.startMs, timeZone);
		const day = days.get(date) ?? { startMs: window.startMs, hours: Array.from({ length: 24 }, emptyTally) };
		day.startMs = Math.min(day.startMs, window.startMs);
		addDelivery(day.hours[hour]!, window, 1, reportedAt(untilMs - window.endMs));
		days.set(date, day);
	}
	return [...days.values()].sort((a, b) => a.startMs - b.startMs);
}
