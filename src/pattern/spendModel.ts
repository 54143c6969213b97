import type { SpendHour } from './spendSeries';

/**
 * How much an hour spends if nobody intervenes: log(spend per hour + floor) = level + hour + weekday + cell + day + drift + noise.
 *
 * `day` is one normal effect for a whole day, `drift` an AR(1) process from hour to hour, `noise` is independent.
 */
export interface SpendModel {
	/** Added before the logarithm, major units: two hundredths of a mean hour, so that idle hours count as small. */
	readonly floor: number;
	/** (168) expected log spend by hour of week. */
	readonly logSpend: readonly number[];
	/** (168) variance of that expectation, from how little was seen of the hour. */
	readonly logSpendVariance: readonly number[];
	readonly dayVariance: number;
	readonly driftVariance: number;
	/** Correlation of the drift from one hour to the next. */
	readonly driftCorrelation: number;
	/** (24) by hour of day. */
	readonly noiseVariance: readonly number[];
	/** Days of evidence. */
	readonly days: number;
}

/** Hours' worth of belief that an hour of day, a weekday, an hour of week are like the average. */
const HOUR_BELIEF = 0.3;
const WEEKDAY_BELIEF = 8;
const CELL_BELIEF = 3;

/** Hours' worth of belief in these variances before any residual was seen; they are those of real ad traffic. */
const VARIANCE_BELIEF = 48;
const PRIOR_DAY = 0.01;
const PRIOR_DRIFT = 0.02;
const PRIOR_NOISE = 0.02;

/** Variances below these do not occur in spend; without the floors a flawless history would promise a flawless future. */
const LEAST_VARIANCE = 0.002;

const DRIFT_CORRELATION = 0.6;

/** Hours apart at which the drift is forgotten and only the day effect still correlates residuals. */
const FORGOTTEN_LAG = 9;

/**
 * Fits the spend model by ridge regression, its variances by the method of moments.
 *
 * Belief is in hours of evidence: an effect seen n times is shrunk by n / (n + belief).
 *
 * @param series complete and running hours in order of time; only complete ones are learned from
 * @returns null without any spend to learn from
 */
export function fitSpendModel(series: readonly SpendHour[]): SpendModel | null {
	const hours = series.filter(({ complete }) => complete);
	const total = hours.reduce((sum, { spend }) => sum + spend, 0);
	if (total <= 0) return null;
	const floor = (0.02 * total) / hours.length;
	const logs = hours.map(({ spend, hours: length }) => Math.log(spend / length + floor));
	const level = logs.reduce((sum, value) => sum + value, 0) / logs.length;

	const byHour = new Array<number>(24).fill(0);
	const byWeekday = new Array<number>(7).fill(0);
	const byCell = new Array<number>(168).fill(0);
	const cellOf = ({ weekday, localHour }: SpendHour) => weekday * 24 + localHour;
	const fitted = (hour: SpendHour) =>
		level + byHour[hour.localHour]! + byWeekday[hour.weekday]! + byCell[cellOf(hour)]!;
	const refit = (effect: number[], belief: number, groupOf: (hour: SpendHour) => number) => {
		const sums = effect.map(() => 0);
		const counts = effect.map(() => 0);
		hours.forEach((hour, position) => {
			const group = groupOf(hour);
			sums[group]! += logs[position]! - fitted(hour) + effect[group]!;
			counts[group]!++;
		});
		effect.forEach((_, group) => (effect[group] = sums[group]! / (counts[group]! + belief)));
		return counts;
	};
	let hourCounts: number[] = [];
	for (let pass = 0; pass < 4; pass++) {
		hourCounts = refit(byHour, HOUR_BELIEF, ({ localHour }) => localHour);
		refit(byWeekday, WEEKDAY_BELIEF, ({ weekday }) => weekday);
	}
	refit(byCell, CELL_BELIEF, cellOf);

	const residuals = hours.map((hour, position) => logs[position]! - fitted(hour));
	const variances = momentVariances(hours, residuals);
	const cells = Array.from({ length: 168 }, (_, cell) => cell);
	return {
		floor,
		logSpend: cells.map((cell) => level + byHour[cell % 24]! + byWeekday[Math.floor(cell / 24)]! + byCell[cell]!),
		logSpendVariance: cells.map((cell) => variances.total / (hourCounts[cell % 24]! + HOUR_BELIEF)),
		dayVariance: variances.day,
		driftVariance: variances.drift,
		driftCorrelation: DRIFT_CORRELATION,
		noiseVariance: variances.noise,
		days: new Set(hours.map(({ date }) => date)).size,
	};
}

/**
 * Splits the variance of residuals: what hours far apart on one day share is the day effect, what neighbours share beyond it the
 * drift, the rest is noise. Each is shrunk to its prior by VARIANCE_BELIEF hours.
 */
function momentVariances(hours: readonly SpendHour[], residuals: readonly number[]) {
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
		(sum + VARIANCE_BELIEF * prior) / (count + VARIANCE_BELIEF);
	const total = shrunk(lagged(0), PRIOR_DAY + PRIOR_DRIFT + PRIOR_NOISE);
	const day = Math.max(LEAST_VARIANCE, shrunk(lagged(FORGOTTEN_LAG), PRIOR_DAY));
	const neighbours = shrunk(lagged(1), PRIOR_DAY + DRIFT_CORRELATION * PRIOR_DRIFT);
	const drift = Math.max(LEAST_VARIANCE, (neighbours - day) / DRIFT_CORRELATION);
	const squares = new Array<number>(24).fill(0);
	const counts = new Array<number>(24).fill(0);
	hours.forEach(({ localHour }, position) => {
		squares[localHour]! += residuals[position]! ** 2;
		counts[localHour]!++;
	});
	const noise = squares.map((sum, hour) => {
		const own = (sum + 12 * total) / (counts[hour]! + 12);
		return Math.max(LEAST_VARIANCE, (own + total) / 2 - day - drift);
	});
	return { total, day, drift, noise };
}

/** Expected spend per hour at an hour of the week before anything is known of the day, major units. */
export function expectedSpend(model: SpendModel, hourOfWeek: number): number {
	const noise = model.noiseVariance[hourOfWeek % 24]!;
	const variance = model.logSpendVariance[hourOfWeek]! + model.dayVariance + model.driftVariance + noise;
	return Math.max(0, Math.exp(model.logSpend[hourOfWeek]! + variance / 2) - model.floor);
}
