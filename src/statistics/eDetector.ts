import { mean } from 'simple-statistics';

/** Factors that what is watched is tested against. */
export const FACTORS = [0.3, 0.5, 0.7, 0.85, 1.2, 1.5, 2, 3] as const;

/** Days between false alarms, on average, that the threshold promises at least. */
export const MEAN_DAYS_BETWEEN_FALSE_ALARMS = 30;

/** Days of baseline before the first day that is judged. */
export const BASELINE_DAYS = 7;

/** Something is named as changed if its days are this many times likelier with a change on one of them than without. */
const NAMING_EVIDENCE = 20;

/** Evidence is certain long before; the bound keeps its number finite. */
const MOST_EVIDENCE = 1e12;

/** One day of something that is watched. */
export interface JudgedDay {
	readonly startMs: number;
	/** (factors) logarithm of how much likelier its results are with a change by the factor; the expectation of the ratio is 1 without. */
	readonly logRatios: readonly number[];
}

/**
 * Evidence for a change on any of these days, by any factor: the mean over factors of M <- (1 + M) * ratio, one step a day.
 *
 * As long as nothing changes, M - days is a martingale, so the mean time until M reaches A is at least A days. The same holds for a mean over
 * several that are watched.
 *
 * @see J. Shin, A. Ramdas, A. Rinaldo, E-detectors, New England J. Stat. Data Sci. 2, 2024
 */
export function shiryaevRoberts(days: readonly JudgedDay[]): number {
	return mean(
		FACTORS.map((_, factor) =>
			days.reduce((value, { logRatios }) => Math.min(MOST_EVIDENCE, (1 + value) * Math.exp(logRatios[factor]!)), 0),
		),
	);
}

/** Position of the day from which a change explains the days best. */
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
 * Names what changed, the strongest first: it is left out of the level of the others, so that those whose share it took are not blamed,
 * until nothing else stands out.
 *
 * @param evidenceOf days of one of them when some are left out of the level
 * @returns what changed with its days, in the order of naming
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
