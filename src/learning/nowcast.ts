import { hoursBetween, hourOfWeek, localClock } from '../time/localClock';
import type { LocalHour } from '../time/localDay';
import { trackDay } from '../demand/dayState';
import type { Learning } from './learning';
import { modelOn } from './modelOn';
import { trafficOf } from './trafficOf';
import { expectedSpend } from '../demand/spendModel';
import type { SpendHour } from '../demand/spendSeries';

/** The reported hours of a local day. */
export const hoursOf = ({ series }: Pick<Learning, 'series'>, day: readonly LocalHour[]): SpendHour[] =>
	series.filter(({ startMs }) => startMs >= day[0]!.startMs && startMs < day.at(-1)!.endMs);

/** Monday 0. */
export const weekdayOf = ([first]: readonly LocalHour[], timeZone: string): number =>
	localClock(first!.startMs, timeZone).weekday;

export const dateOf = ([first]: readonly LocalHour[], timeZone: string): string =>
	localClock(first!.startMs, timeZone).date;

/**
 * Expected spend of the hours of a local day at the multiplier in force, given today's hours so far: expected spend of the hour times the mean
 * of exp(day + drift).
 *
 * Hours that reports already cover keep their expectation from before the day began.
 *
 * @returns (hours) major units; their open lengths without spend history
 */
export function nowcast(learning: Learning, day: readonly LocalHour[], dataUntilMs: number): number[] {
	const { timeZone } = learning.definition;
	const model = modelOn(learning, dateOf(day, timeZone));
	if (model === null) return day.map((hour) => trafficOf(hour, learning));
	const state = trackDay(model, hoursOf(learning, day), weekdayOf(day, timeZone));
	let memory = 1;
	return day.map(({ startMs, endMs }) => {
		const usual = hoursBetween(startMs, endMs) * expectedSpend(model, hourOfWeek(startMs, timeZone));
		if (endMs <= dataUntilMs) return usual;
		const variance =
			state.dayVariance +
			2 * memory * state.covariance +
			memory ** 2 * state.driftVariance +
			(1 - memory ** 2) * model.driftVariance;
		const log = state.day + memory * state.drift - ((1 - memory) * model.driftVariance) / 2 + variance / 2;
		memory *= model.driftCorrelation;
		return usual * Math.exp(log);
	});
}
