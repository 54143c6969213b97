import { deliveredHours, type Ledger } from '../delivery/ledger';
import { addDelivery, addTally, emptyTally, type Tally } from '../delivery/tally';
import type { Interval } from '../interval';
import { localClock } from '../time/localClock';
import type { Regime } from './history';
import { cellOf, type Measure } from './measure';
import { gammaInterval, shrunkMultipliers } from './shrinkage';

/** Factors that a changed hour is tested against. */
const FACTORS = [0.3, 0.5, 0.7, 0.85, 1.2, 1.5, 2, 3] as const;

/** Days between false alarms, on average, that the threshold promises at least. */
export const MEAN_DAYS_BETWEEN_FALSE_ALARMS = 30;

/** Days of baseline before the first day that is judged. */
const BASELINE_DAYS = 7;

/** An hour is named as changed if its own evidence is this many times likelier with a change than without. */
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
 * Watches whether some hours of the day became better or worse than others: a Shiryaev-Roberts e-detector on the share of a day's
 * results that falls on an hour.
 *
 * Given the day's total n, results of hour h are Binomial(n, p_h) with p_h its share of exposure x learned rate; a change by the factor f makes it
 * f p / (1 - p + f p). The ratio of both is f^k / (1 - p + f p)^n, with expectation 1 while nothing changes, whatever the level of
 * the day. Per hour and factor M <- (1 + M) * ratio, one step a day; the e-value is the mean of M over hours and factors. M - days is a martingale, so
 * the mean time to a false alarm at the threshold A is at least A days. The baseline of a day is learned from the days before it,
 * counts are divided by their dispersion.
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
	const days = hoursByDay(ledger, timeZone, nowMs);
	const regimeOf = new Map(regimes.map((regime) => [regime.localHour, regime]));
	const baseline = Array.from({ length: 24 }, emptyTally);
	const watch = Array.from({ length: 24 }, () => ({ statistic: FACTORS.map(() => 0), days: [] as HourDay[] }));
	days.forEach(({ startMs, hours }, dayIndex) => {
		if (dayIndex >= BASELINE_DAYS) {
			const rates = shrunkMultipliers(baseline.map((tally) => cellOf(tally, measure)), dispersion);
			const cells = hours.map((tally) => cellOf(tally, measure));
			const expected = cells.map(({ exposure }, hour) => exposure * rates[hour]!.mean);
			const total = expected.reduce((sum, value) => sum + value, 0);
			const count = cells.reduce((sum, { events }) => sum + events, 0) / dispersion;
			watch.forEach((hourWatch, hour) => {
				const share = total > 0 ? expected[hour]! / total : 0;
				if (share <= 0 || share >= 1 || startMs < (regimeOf.get(hour)?.actedMs ?? -Infinity)) return;
				const evidence = { startMs, events: cells[hour]!.events / dispersion, count, share };
				hourWatch.days.push(evidence);
				hourWatch.statistic = hourWatch.statistic.map((value, position) =>
					Math.min(MOST_EVIDENCE, (1 + value) * Math.exp(logRatio(evidence, FACTORS[position]!))),
				);
			});
		}
		hours.forEach((tally, hour) => {
			if (startMs >= (regimeOf.get(hour)?.sinceMs ?? -Infinity)) addTally(baseline[hour]!, tally);
		});
	});
	const own = watch.map(({ statistic }) => mean(statistic));
	const eValue = mean(own);
	if (eValue < MEAN_DAYS_BETWEEN_FALSE_ALARMS) return { eValue, shifts: [] };
	const shifts = watch.flatMap(({ days: seen }, localHour) => (own[localHour]! < HOUR_EVIDENCE ? [] : [shiftOf(localHour, seen)]));
	return { eValue, shifts };
}

/** One judged day of one hour; counts divided by their dispersion. */
interface HourDay {
	readonly startMs: number;
	readonly events: number;
	/** Results of the whole day. */
	readonly count: number;
	/** Share of them expected in the hour. */
	readonly share: number;
}

/** Evidence is certain long before; the bound keeps its number finite. */
const MOST_EVIDENCE = 1e12;

const logRatio = ({ events, count, share }: HourDay, factor: number): number =>
	events * Math.log(factor) - count * Math.log(1 - share + factor * share);

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
	const others = since.reduce((sum, day) => sum + day.count - day.events, 0);
	const odds = since.reduce((sum, day) => sum + day.count * day.share, 0) / since.reduce((sum, day) => sum + day.count * (1 - day.share), 0);
	const expected = Math.max(odds * others, Number.MIN_VALUE);
	return { localHour, sinceMs: since[0]!.startMs, factor: gammaInterval({ mean: (events + 1) / (expected + 1), relativeDeviation: 1 / Math.sqrt(events + 1) }) };
}

/** Complete windows by local day and hour, days in order. */
function hoursByDay(ledger: Ledger, timeZone: string, nowMs: number): { startMs: number; hours: Tally[] }[] {
	const days = new Map<string, { startMs: number; hours: Tally[] }>();
	for (const window of deliveredHours(ledger)) {
		if (window.asOfMs !== null || window.endMs > nowMs) continue;
		const { date, hour } = localClock(window.startMs, timeZone);
		const day = days.get(date) ?? { startMs: window.startMs, hours: Array.from({ length: 24 }, emptyTally) };
		day.startMs = Math.min(day.startMs, window.startMs);
		addDelivery(day.hours[hour]!, window, 1);
		days.set(date, day);
	}
	return [...days.values()].sort((a, b) => a.startMs - b.startMs);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
