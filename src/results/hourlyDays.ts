import { isMeasured } from '../ledger/deliveredHour';
import { deliveredHours, type Ledger } from '../ledger/ledger';
import { addDelivery, addTally, emptyTally, type Tally } from '../ledger/tally';
import { BASELINE_DAYS } from '../statistics/eDetector';
import { type Multiplier, shrunkMultipliers } from '../statistics/shrinkage';
import { localClock } from '../time/localClock';
import { cellOf, type Measure } from './measure';
import type { Regime } from './regime';
import { conversionDelay } from './reportDelay';

/** Input of change detection. */
export interface Watched {
	readonly ledger: Ledger;
	readonly timeZone: string;
	readonly measure: Measure;
	/** Variance of a result count over its mean. */
	readonly dispersion: number;
	/** Earlier detected changes: the baseline of each hour starts anew from its change. */
	readonly regimes: readonly Regime[];
	readonly nowMs: number;
}

/** A local day: the results and exposure of its hours, and the multipliers learned from the days before it. */
export interface HourlyDay {
	readonly startMs: number;
	/** (24) results, divided by their dispersion. */
	readonly events: readonly number[];
	/** (24) */
	readonly exposure: readonly number[];
	/** (24) */
	readonly multipliers: readonly Multiplier[];
}

/** Days after the baseline, each with the multipliers learned from the days before it. */
export function hourlyDays(watched: Watched): HourlyDay[] {
	const { measure, dispersion, regimes } = watched;
	const sinceMs = new Map(regimes.map((regime) => [regime.localHour, regime.sinceMs]));
	const baseline = Array.from({ length: 24 }, emptyTally);
	return tallies(watched).flatMap(({ startMs, hours }, position) => {
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

/** Complete windows by local day and hour, days in order. */
function tallies({ ledger, timeZone, nowMs }: Watched): { startMs: number; hours: Tally[] }[] {
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
