import { hoursBetween, hourOfWeek } from '../time/localClock';
import type { LocalHour } from '../time/localDay';
import { trackDay } from '../demand/dayState';
import type { Learning } from './learning';
import { expectedSpend } from '../demand/spendModel';
import type { SpendHour } from '../demand/spendSeries';

/** The reported hours of a local day. */
export const hoursOf = ({ series }: Pick<Learning, 'series'>, day: readonly LocalHour[]): SpendHour[] =>
	series.filter(({ startMs }) => startMs >= day[0]!.startMs && startMs < day.at(-1)!.endMs);

/**
 * Expected spend of the hours of a local day at the multiplier in force, given today's hours so far: the mean of
 *
 * exp(log spend of the hour + day + drift + noise) - floor
 *
 * Hours that reports already cover keep their expectation from before the day began.
 *
 * @returns (hours) major units; their lengths without spend history
 */
export function nowcast(learning: Learning, day: readonly LocalHour[], dataUntilMs: number): number[] {
	const { spendModel: model, definition } = learning;
	if (model === null) return day.map(({ startMs, endMs }) => hoursBetween(startMs, endMs));
	const state = trackDay(model, hoursOf(learning, day));
	let memory = 1;
	return day.map(({ startMs, endMs }) => {
		const length = hoursBetween(startMs, endMs);
		const cell = hourOfWeek(startMs, definition.timeZone);
		if (endMs <= dataUntilMs) return length * expectedSpend(model, cell);
		const variance =
			state.dayVariance +
			2 * memory * state.covariance +
			memory ** 2 * state.driftVariance +
			(1 - memory ** 2) * model.driftVariance +
			model.noiseVariance[cell % 24]! +
			model.logSpendVariance[cell]!;
		const log = model.logSpend[cell]! + state.day + memory * state.drift + variance / 2;
		memory *= model.driftCorrelation;
		return length * Math.max(0, Math.exp(log) - model.floor);
	});
}
