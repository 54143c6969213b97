import { mean } from 'simple-statistics';

/** Factors of change that are tested. */
export const FACTORS = [0.3, 0.5, 0.7, 0.85, 1.2, 1.5, 2, 3] as const;

/** Guaranteed lower bound of the mean number of days between false alarms; also the threshold of the e-value. */
export const MEAN_DAYS_BETWEEN_FALSE_ALARMS = 30;

/** Days of baseline before the first judged day. */
export const BASELINE_DAYS = 7;

/** Minimum mean likelihood ratio, over the possible days of a change, to name a stream as changed. */
const NAMING_EVIDENCE = 20;

/** Upper bound that keeps the e-value finite, far above any threshold. */
const MAX_EVIDENCE = 1e12;

/** One judged day of a stream of results, such as an hour of the day or a campaign. */
export interface JudgedDay {
	readonly startMs: number;
	/** (factors) log likelihood ratio of the day's results for a change by the factor; without a change the expectation of the ratio is 1. */
	readonly logRatios: readonly number[];
}

/**
 * Evidence for a change on any of these days, by any factor: the mean over factors of M <- (1 + M) * ratio, one step a day.
 *
 * Without a change M - days is a martingale, so the mean time until M reaches A is at least A days. The same holds for a mean over
 * several streams.
 *
 * @see J. Shin, A. Ramdas, A. Rinaldo, E-detectors, New England J. Stat. Data Sci. 2, 2024
 */
export function shiryaevRoberts(days: readonly JudgedDay[]): number {
	return mean(
		FACTORS.map((_, factor) =>
			days.reduce((value, { logRatios }) => Math.min(MAX_EVIDENCE, (1 + value) * Math.exp(logRatios[factor]!)), 0),
		),
	);
}

/** Position of the most likely first day of a change. */
export function mostLikelyStart(days: readonly JudgedDay[]): number {
	let best = { value: -Infinity, from: days.length - 1 };
	FACTORS.forEach((_, factor) => {
		let value = 0;
		for (let day = days.length - 1; day >= 0; day--) {
			value += days[day]!.logRatios[factor]!;
			if (value > best.value) best = { value, from: day };
		}
	});
	return best.from;
}

/**
 * Identifies the changed streams one by one, the strongest evidence first. Each is then left out of the common level, so that the others
 * are not blamed for its change, until no further stream exceeds the threshold.
 *
 * @param evidenceOf days of a stream when the named ones are left out of the common level
 * @returns the changed streams with their days, in the order of naming
 */
export function nameChanged<Watched, Day extends JudgedDay>(
	watched: readonly Watched[],
	evidenceOf: (named: ReadonlySet<Watched>) => (one: Watched) => readonly Day[],
): Map<Watched, readonly Day[]> {
	const changed = new Map<Watched, readonly Day[]>();
	for (;;) {
		const named = new Set(changed.keys());
		const open = watched.filter((one) => !named.has(one));
		const evidence = open.map(evidenceOf(named));
		const values = evidence.map((days) => shiryaevRoberts(days) / Math.max(1, days.length));
		const strongest = values.indexOf(Math.max(...values));
		if (strongest < 0 || values[strongest]! < NAMING_EVIDENCE) return changed;
		changed.set(open[strongest]!, evidence[strongest]!);
	}
}
