import { hoursBetween, hourOfWeek } from '../time/localClock';
import type { LocalHour } from '../time/localDay';
import type { DayState } from './dayState';
import { drawColumns } from '../statistics/normals';
import { poissonQuantile } from '../statistics/poisson';
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

/** Two columns for the state, then an innovation, a noise and a count column per hour of the longest day. */
const COLUMNS = 2 + 3 * 26;

/**
 * Draws paths of a day's remaining spend from the model, starting at the first instant not yet covered by reports.
 *
 * Spend of an hour is unit * Poisson(mean / unit), mean = expected spend * exp(day + drift + noise), so that it is 0 where no click comes.
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
	const usualDrift = -driftVariance / 2;
	const level = columns[0]!.normal.map((draw) => state.day + dayDeviation * draw);
	const drift = columns[1]!.normal.map(
		(draw, path) => state.drift + slope * columns[0]!.normal[path]! + driftDeviation * draw,
	);
	const spend = hours.map(({ startMs, endMs }, position) => {
		const cell = hourOfWeek(startMs, timeZone);
		const variance = noiseVariance + model.hourVariance[cell % 24]!;
		const deviation = Math.sqrt(variance);
		const usual = Math.log((model.spend[cell]! * hoursBetween(startMs, endMs)) / unit) - variance / 2;
		const steps = columns[2 + 3 * position]!.normal;
		const noise = columns[3 + 3 * position]!.normal;
		const counts = columns[4 + 3 * position]!;
		return Float64Array.from({ length: PATHS }, (_, path) => {
			const mean = Math.exp(usual + level[path]! + drift[path]! + deviation * noise[path]!);
			drift[path] = usualDrift + driftCorrelation * (drift[path]! - usualDrift) + innovation * steps[path]!;
			return unit * poissonQuantile(mean, counts.uniform[path]!, counts.normal[path]!);
		});
	});
	return { hours, spend, paths: PATHS };
}
