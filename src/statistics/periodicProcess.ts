import { factorise, HOURS, kernelOf, posteriorVariance, type Roughness, solve, times } from './periodicKernel';
import { zeros } from './zeros';

/** Observed and expected counts of the hours of a day. */
export interface HourCounts {
	/** (24) >= 0, whole or not. */
	readonly events: readonly number[];
	/** (24) >= 0, expected if all hours were alike. */
	readonly expected: readonly number[];
}

/** Log effects of the hours of a day given counts. */
export interface HourEffects {
	/** (24) posterior mode. */
	readonly mode: readonly number[];
	/** (24) posterior variances. */
	readonly variance: () => readonly number[];
	/** Log marginal likelihood of the counts, without the constant sum(log(events!)). */
	readonly logEvidence: number;
}

/**
 * Log effects of the hours of a day as a periodic Gaussian process under Poisson counts, by Laplace's approximation:
 *
 * events_h ~ Poisson(expected_h exp(f_h)), f ~ N(0, K), K_ij = scale^2 (exp(-2 sin^2(pi (i - j) / 24) / length^2) + own^2 [i = j])
 *
 * @param near (24) starting point of the search: the closer to the mode, the fewer steps
 * @see C. E. Rasmussen, C. K. I. Williams, Gaussian Processes for Machine Learning, 2006, 3.4 and 4.2.3; periodic kernel: D. J. C. MacKay, 1998
 */
export function hourEffects(
	{ events, expected }: HourCounts,
	roughness: Roughness,
	near: readonly number[] = NO_EFFECTS,
): HourEffects {
	const kernel = kernelOf(roughness);
	const mode = [...near];
	pull.fill(0);
	const refresh = () => {
		for (let hour = 0; hour < HOURS; hour++) {
			means[hour] = expected[hour]! * Math.exp(mode[hour]!);
			root[hour] = Math.sqrt(means[hour]!);
		}
		factorise(kernel, root, factor);
	};
	refresh();
	for (let step = 0; step < MAX_STEPS; step++) {
		for (let hour = 0; hour < HOURS; hour++) {
			target[hour] = means[hour]! * mode[hour]! + events[hour]! - means[hour]!;
		}
		times(kernel, target, smoothed);
		for (let hour = 0; hour < HOURS; hour++) smoothed[hour]! *= root[hour]!;
		solve(factor, smoothed);
		for (let hour = 0; hour < HOURS; hour++) target[hour]! -= root[hour]! * smoothed[hour]!;
		times(kernel, target, next);
		let largest = 0;
		for (let hour = 0; hour < HOURS; hour++) largest = Math.max(largest, Math.abs(next[hour]! - mode[hour]!));
		const part = Math.min(1, 1 / largest);
		for (let hour = 0; hour < HOURS; hour++) {
			mode[hour]! += part * (next[hour]! - mode[hour]!);
			pull[hour]! += part * (target[hour]! - pull[hour]!);
		}
		refresh();
		if (largest < TOLERANCE) break;
	}
	let logEvidence = 0;
	for (let hour = 0; hour < HOURS; hour++) {
		if (expected[hour]! > 0) {
			logEvidence += events[hour]! * (Math.log(expected[hour]!) + mode[hour]!) - means[hour]!;
		}
		logEvidence -= 0.5 * pull[hour]! * mode[hour]! + Math.log(factor[hour * HOURS + hour]!);
	}
	const variance = () => {
		refresh();
		return posteriorVariance(kernel, root, factor);
	};
	return { mode, variance, logEvidence };
}

const NO_EFFECTS: readonly number[] = zeros(HOURS);

/** What one search works with. Thousands of searches follow each other, and arrays of their own would take most of the time. */
const pull = new Float64Array(HOURS);
const means = new Float64Array(HOURS);
const root = new Float64Array(HOURS);
const target = new Float64Array(HOURS);
const smoothed = new Float64Array(HOURS);
const next = new Float64Array(HOURS);
const factor = new Float64Array(HOURS * HOURS);

const MAX_STEPS = 20;

/** A final step below 0.01 leaves an error of about 0.0001 in a log effect, because Newton's method converges quadratically. */
const TOLERANCE = 0.01;
