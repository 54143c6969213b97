import { isMeasured } from '../delivery/deliveredHour';
import { deliveredHours, type Ledger } from '../delivery/ledger';
import { addDelivery, addTally, emptyTally, type Tally } from '../delivery/tally';
import type { Interval } from '../interval';
import { localClock } from '../time/localClock';
import { cellOf, type Measure } from './measure';
import type { Regime } from './regime';
import { conversionDelay } from './reportDelay';
import { gammaInterval, type Multiplier, shrunkMultipliers } from './shrinkage';

/** Factors that a changed hour is tested against. */
const FACTORS = [0.3, 0.5, 0.7, 0.85, 1.2, 1.5, 2, 3] as const;

/** Days between false alarms, on average, that the threshold promises at least. */
export const MEAN_DAYS_BETWEEN_FALSE_ALARMS = 30;

/** Days of baseline before the first day that is judged. */
const BASELINE_DAYS = 7;

/** An hour is named as changed if its days are this many times likelier with a change on one of them than without. */
const HOUR_EVIDENCE = 20;

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
 * its expectation is 1 while nothing changes, the uncertainty of the baseline included. M <- (1 + M) * ratio, one step a day; the
 * e-value is the mean of M over hours and factors. M - days is a martingale, so the mean time to a false alarm at the
 * threshold A is at least A days. Counts are divided by their dispersion.
 *
 * After an alarm the hour with the strongest evidence is named and left out of the level, so that the hours whose share it took
 * are not blamed, until no other stands out.
 *
 * @see J. Shin, A. Ramdas, A. Rinaldo, E-detectors, New England J. Stat. Data Sci. 2, 2024
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
	const ownEvidence = (localHour: number, named: ReadonlySet<number>): HourDay[] =>
		days.flatMap((day) => (day.startMs < (actedMs.get(localHour) ?? -Infinity) ? [] : hourDay(day, localHour, named)));
	const hours = Array.from({ length: 24 }, (_, localHour) => localHour);
	const eValue = mean(hours.map((localHour) => shiryaevRoberts(ownEvidence(localHour, NONE))));
	if (eValue < MEAN_DAYS_BETWEEN_FALSE_ALARMS) return { eValue, shifts: [] };

	const shifts = new Map<number, HourShift>();
	for (;;) {
		const named = new Set(shifts.keys());
		const open = hours.filter((localHour) => !named.has(localHour));
		const evidence = open.map((localHour) => ownEvidence(localHour, named));
		const values = evidence.map((days) => shiryaevRoberts(days) / Math.max(1, days.length));
		const strongest = values.indexOf(Math.max(...values));
		if (strongest < 0 || values[strongest]! < HOUR_EVIDENCE) break;
		shifts.set(open[strongest]!, shiftOf(open[strongest]!, evidence[strongest]!));
	}
	return { eValue, shifts: [...shifts.values()].sort((a, b) => a.localHour - b.localHour) };
}

const NONE: ReadonlySet<number> = new Set();

/** A day: what its hours brought, what they brought it from, and what the days before taught of them. */
interface JudgedDay {
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
): JudgedDay[] {
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
	{ startMs, events, exposure, multipliers }: JudgedDay,
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
	return [{ startMs, events: events[localHour]!, usual, shape, rate: shape / multiplier }];
}

/** The mean over factors of M <- (1 + M) * ratio, after these days. */
function shiryaevRoberts(days: readonly HourDay[]): number {
	return mean(
		FACTORS.map((factor) =>
			days.reduce((value, day) => Math.min(MOST_EVIDENCE, (1 + value) * Math.exp(logRatio(day, factor))), 0),
		),
	);
}

/** One judged day of one hour; counts divided by their dispersion. */
interface HourDay {
	readonly startMs: number;
	readonly events: number;
	/** Results expected of an hour with a multiplier of 1. */
	readonly usual: number;
	/** Shape and rate of the gamma posterior of the hour's multiplier. */
	readonly shape: number;
	readonly rate: number;
}

/** Evidence is certain long before; the bound keeps its number finite. */
const MOST_EVIDENCE = 1e12;

const logRatio = ({ events, usual, shape, rate }: HourDay, factor: number): number =>
	events * Math.log(factor) + (shape + events) * Math.log((rate + usual) / (rate + factor * usual));

/** The day from which the change explains the hour best, and the factor since. */
function shiftOf(localHour: number, days: readonly HourDay[]): HourShift {
	let best = { value: -Infinity, from: days.length - 1 };
	for (const factor of FACTORS) {
		let value = 0;
		for (let day = days.length - 1; day >= 0; day--) {
			value += logRatio(days[day]!, factor);
			if (value > best.value) best = { value, from: day };
		}
	}
	const since = days.slice(best.from);
	const events = since.reduce((sum, day) => sum + day.events, 0);
	const expected = since.reduce((sum, { usual, shape, rate }) => sum + (usual * shape) / rate, 0);
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

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
