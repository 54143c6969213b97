import { hoursBetween, hourOfWeek } from '../time/localClock';
import type { LocalHour } from '../time/localDay';
import type { DayState } from './dayState';
import { normalColumns } from '../statistics/normals';
import type { SpendModel } from './spendModel';

/** Equally likely sample paths of the rest of a local day. */
export interface SpendPaths {
	/** The remaining stretches: the rest of the current hour, then whole hours. */
	readonly hours: readonly LocalHour[];
	/** (hours, paths) spend in each stretch, major units. */
	readonly spend: readonly Float64Array[];
	readonly paths: number;
}

const PATHS = 400;

/** Two columns for the state, then an innovation and a noise column per hour of the longest day. */
const COLUMNS = 2 + 2 * 26;

/**
 * Draws paths of a day's remaining spend from the model, starting at the first instant not yet covered by reports.
 *
 * Spend of an hour is exp(expected log spend + day + drift + noise) - floor, at least 0, times the hour's length. All deviations are
 * multiplied by the model's spread.
 *
 * @param day    (hours) of the local day
 * @param fromMs first instant not covered by reports
 */
export function spendPaths(
	model: SpendModel,
	state: DayState,
	day: readonly LocalHour[],
	fromMs: number,
	timeZone: string,
): SpendPaths {
	const columns = normalColumns(COLUMNS, PATHS);
	const hours = day
		.filter(({ endMs }) => endMs > fromMs)
		.map((hour) => ({ ...hour, startMs: Math.max(hour.startMs, fromMs) }));
	const { spread } = model;
	const dayDeviation = Math.sqrt(state.dayVariance);
	const slope = state.covariance / dayDeviation;
	const driftDeviation = Math.sqrt(Math.max(0, state.driftVariance - slope * slope));
	const innovation = spread * Math.sqrt((1 - model.driftCorrelation ** 2) * model.driftVariance);
	const level = new Float64Array(PATHS);
	const drift = new Float64Array(PATHS);
	for (let path = 0; path < PATHS; path++) {
		const draw = spread * columns[0]![path]!;
		level[path] = state.day + dayDeviation * draw;
		drift[path] = state.drift + slope * draw + spread * driftDeviation * columns[1]![path]!;
	}
	const spend = hours.map(({ startMs, endMs }, position) => {
		const cell = hourOfWeek(startMs, timeZone);
		const deviation = spread * Math.sqrt(model.noiseVariance[cell % 24]! + model.logSpendVariance[cell]!);
		const steps = columns[2 + 2 * position]!;
		const noise = columns[3 + 2 * position]!;
		const length = hoursBetween(startMs, endMs);
		const amounts = new Float64Array(PATHS);
		for (let path = 0; path < PATHS; path++) {
			const log = model.logSpend[cell]! + level[path]! + drift[path]! + deviation * noise[path]!;
			drift[path] = model.driftCorrelation * drift[path]! + innovation * steps[path]!;
			amounts[path] = Math.max(0, Math.exp(log) - model.floor) * length;
		}
		return amounts;
	});
	return { hours, spend, paths: PATHS };
}
