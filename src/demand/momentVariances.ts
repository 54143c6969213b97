import { METHOD } from './method';
import type { SpendHour } from './spendSeries';

/** Variance components of a spend model's residuals, all of log spend. */
export interface SpendVariances {
	readonly totalVariance: number;
	readonly dayVariance: number;
	readonly driftVariance: number;
	/** Correlation of the drift from one hour to the next. */
	readonly driftCorrelation: number;
	/** (24) by hour of day. */
	readonly noiseVariance: readonly number[];
}

/** Prior variances, as observed in real ad traffic. */
const PRIOR_DAY = 0.01;
const PRIOR_DRIFT = 0.02;
const PRIOR_NOISE = 0.02;

/** Lower bound of variances: spend is never steadier, even if a short history fits perfectly. */
const MIN_VARIANCE = 0.002;

const DRIFT_CORRELATION = 0.6;

/** Hours apart at which the drift is forgotten and only the day effect still correlates residuals. */
const FORGOTTEN_LAG = 9;

/**
 * Variance components of residuals: the covariance of distant hours of a day is the day effect, the additional covariance of neighbouring
 * hours the drift, the rest is noise. Each is shrunk to its prior by `variancePriorHours`.
 */
export function momentVariances(hours: readonly SpendHour[], residuals: readonly number[]): SpendVariances {
	const at = new Map(hours.map(({ startMs }, position) => [startMs, position]));
	const lagged = (lag: number) => {
		let sum = 0;
		let count = 0;
		hours.forEach(({ startMs, date }, position) => {
			const earlier = at.get(startMs - lag * 3_600_000);
			if (earlier === undefined || hours[earlier]!.date !== date) return;
			sum += residuals[position]! * residuals[earlier]!;
			count++;
		});
		return { sum, count };
	};
	const shrunk = ({ sum, count }: { sum: number; count: number }, prior: number) =>
		(sum + METHOD.variancePriorHours * prior) / (count + METHOD.variancePriorHours);
	const total = shrunk(lagged(0), PRIOR_DAY + PRIOR_DRIFT + PRIOR_NOISE);
	const day = Math.max(MIN_VARIANCE, shrunk(lagged(FORGOTTEN_LAG), PRIOR_DAY));
	const neighbours = shrunk(lagged(1), PRIOR_DAY + DRIFT_CORRELATION * PRIOR_DRIFT);
	const drift = Math.max(MIN_VARIANCE, (neighbours - day) / DRIFT_CORRELATION);
	const squares = new Array<number>(24).fill(0);
	const counts = new Array<number>(24).fill(0);
	hours.forEach(({ localHour }, position) => {
		squares[localHour]! += residuals[position]! ** 2;
		counts[localHour]!++;
	});
	const noise = squares.map((sum, hour) => {
		const own = (sum + 12 * total) / (counts[hour]! + 12);
		return Math.max(MIN_VARIANCE, (own + total) / 2 - day - drift);
	});
	return {
		totalVariance: total,
		dayVariance: day,
		driftVariance: drift,
		driftCorrelation: DRIFT_CORRELATION,
		noiseVariance: noise,
	};
}
