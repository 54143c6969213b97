import type { Foreseen } from './learnResponses';
import type { FitInput } from './shapeFit';

/** How results of a day vary about their mean: variance = ofCount * mean + ofDay * mean^2. */
export interface Noise {
	/** 1 for Poisson counts. */
	readonly ofCount: number;
	/** Squared relative deviation of how good a day is for one campaign alone. */
	readonly ofDay: number;
}

/** No day is worth more than so many independent results. */
const LEAST_OF_COUNT = 1e-3;

/**
 * Noise of results by weighted least squares on squared errors: (result - foreseen)^2 / foreseen = ofCount * not knowing the level + ofDay * foreseen.
 *
 * @param before a first estimate, for the weights: errors of a variance go with the variance
 * @see P. McCullagh and J. Nelder, Generalized Linear Models, 1989, 9.2
 */
export function noiseOf(evidence: readonly FitInput['days'][], foreseen: readonly Foreseen[], before: Noise): Noise {
	let [aa, ab, bb, ay, by] = [0, 0, 0, 0, 0];
	let results = 0;
	let count = 0;
	evidence.forEach((days, campaign) =>
		days.forEach(({ result }, day) => {
			const mean = foreseen[campaign]!.mean[day]!;
			const a = foreseen[campaign]!.relativeVariance[day]!;
			const weight = 1 / (before.ofCount * a + before.ofDay * mean) ** 2;
			const error = (result - mean) ** 2 / mean;
			aa += weight * a * a;
			ab += weight * a * mean;
			bb += weight * mean * mean;
			ay += weight * a * error;
			by += weight * mean * error;
			results += result;
			count++;
		}),
	);
	const determinant = aa * bb - ab * ab;
	const least = (LEAST_OF_COUNT * results) / count;
	const ofDay = determinant > DEGENERATE * aa * bb ? (aa * by - ab * ay) / determinant : 0;
	if (ofDay <= 0) return { ofCount: Math.max(least, ay / aa), ofDay: 0 };
	const ofCount = (ay - ofDay * ab) / aa;
	return ofCount >= least ? { ofCount, ofDay } : { ofCount: least, ofDay: Math.max(0, (by - least * ab) / bb) };
}

/** Campaigns with the same results every day cannot tell the two apart. */
const DEGENERATE = 1e-9;
