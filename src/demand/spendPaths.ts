import { rememberLast } from '../rememberLast';
import { hoursBetween, hourOfWeek } from '../time/localClock';
import type { LocalHour } from '../time/localDay';
import type { DayState } from './dayState';
import { drawColumns, scaleColumn } from '../statistics/normals';
import { poissonQuantile } from '../statistics/poisson';
import { sampleMean } from '../statistics/quantiles';
import { freedomOf, type SpendModel } from './spendModel';

/** Equally likely sample paths of the rest of a local day. */
export interface SpendPaths {
	/** The remaining stretches: the rest of the current hour, then whole hours. */
	readonly hours: readonly LocalHour[];
	/** (hours, paths) spend in each stretch, major units. */
	readonly spend: readonly Float64Array[];
	readonly paths: number;
}

/** (hours) expected spend in each stretch: the means over the paths. */
export const meansOfPaths = rememberLast(({ spend }: SpendPaths): readonly number[] => spend.map(sampleMean));

/** (paths) spend of the whole rest of the day, major units. */
export function totalsOfPaths({ spend, paths }: SpendPaths): Float64Array {
	const totals = new Float64Array(paths);
	for (const stretch of spend) for (let path = 0; path < paths; path++) totals[path]! += stretch[path]!;
	return totals;
}

export const PATHS = 400;

/** Two columns for the state, then an innovation, a noise and a count column per hour of the longest day. */
const COLUMNS = 2 + 3 * 26;

/** The first column that no path of the day uses: one more scales the deviations. */
export const NEXT_COLUMN = COLUMNS + 1;

/** (paths) factors on all deviations, because the variances are not known exactly. */
const scalesOf = (model: SpendModel): Float64Array => scaleColumn(COLUMNS, freedomOf(model), PATHS);

/** (paths) the day effect. */
export function levelPaths(model: SpendModel, state: DayState): Float64Array {
	const scale = scalesOf(model);
	const deviation = Math.sqrt(state.dayVariance);
	return drawColumns(COLUMNS, PATHS)[0]!.normal.map(
		(draw, path) =>
			state.day +
			scale[path]! * deviation * draw -
			(scale[path]! ** 2 - 1) * (state.dayVariance / 2 + state.covariance),
	);
}

/**
 * Draws paths of a day's remaining spend from the model, starting at the first instant not yet covered by reports.
 *
 * Spend of an hour is unit * Poisson(mean / unit), mean = expected spend * exp(day + drift + noise), so that it is 0 where no click comes. The three factors
 * have variances that are not known exactly: on each path all are scaled alike, by the square of `scale`, with a mean of 1 as before.
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
	const { unit, driftVariance, driftCorrelation, noiseVariance } = model;
	const columns = drawColumns(COLUMNS, PATHS);
	const hours = day
		.filter(({ endMs }) => endMs > fromMs)
		.map((hour) => ({ ...hour, startMs: Math.max(hour.startMs, fromMs) }));
	const dayDeviation = Math.sqrt(state.dayVariance);
	const slope = state.covariance / dayDeviation;
	const driftDeviation = Math.sqrt(Math.max(0, state.driftVariance - slope * slope));
	const innovation = Math.sqrt((1 - driftCorrelation ** 2) * driftVariance);
	const scale = scalesOf(model);
	const level = levelPaths(model, state);
	const drift = columns[1]!.normal.map(
		(draw, path) =>
			state.drift +
			scale[path]! * (slope * columns[0]!.normal[path]! + driftDeviation * draw) -
			((scale[path]! ** 2 - 1) * state.driftVariance) / 2,
	);
	const spend = hours.map(({ startMs, endMs }, position) => {
		const cell = hourOfWeek(startMs, timeZone);
		const variance = noiseVariance + model.hourVariance[cell]!;
		const deviation = Math.sqrt(variance);
		const usual = Math.log((model.spend[cell]! * hoursBetween(startMs, endMs)) / unit);
		const steps = columns[2 + 3 * position]!.normal;
		const noise = columns[3 + 3 * position]!.normal;
		const { uniform, normal } = columns[4 + 3 * position]!;
		const amounts = new Float64Array(PATHS);
		for (let path = 0; path < PATHS; path++) {
			const factor = scale[path]!;
			const noisy = factor * deviation * noise[path]! - (factor ** 2 * variance) / 2;
			const mean = Math.exp(usual + level[path]! + drift[path]! + noisy);
			const usualDrift = (-(factor ** 2) * driftVariance) / 2;
			drift[path] = usualDrift + driftCorrelation * (drift[path]! - usualDrift) + factor * innovation * steps[path]!;
			amounts[path] = unit * poissonQuantile(mean, uniform[path]!, normal[path]!);
		}
		return amounts;
	});
	return { hours, spend, paths: PATHS };
}
