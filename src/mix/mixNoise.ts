import { logGamma } from '../pattern/gamma';

/** How what a fit leaves behaves: how much of it lasts, and which periods stand out. */
export interface MixNoise {
	/** Correlation with the period before, 0..1. */
	readonly persistence: number;
	/** (periods) weight of what is new in each period. */
	readonly weights: readonly number[];
	/** Share of what normal noise of the same scale would tell: weights that come from the data are uncertain themselves. */
	readonly told: number;
}

/** Noise that lasts longer than this cannot be told from the trend. */
const MOST_PERSISTENCE = 0.9;

/** Degrees of freedom that Student's t may have: from a few periods that have little to do with the others to normal noise. */
const DEGREES = [1.5, 2, 3, 4, 6, 10, 20, Infinity] as const;

const ROUNDS = 20;

/** Noise that is as independent and of one size as can be supposed before anything was seen. */
export const plainNoise = (periods: number): MixNoise => ({
	persistence: 0,
	weights: Array.from({ length: periods }, () => 1),
	told: 1,
});

/**
 * Learns noise from what a fit leaves: persistence by its correlation with the period before, weights as those of the Student's t that is likeliest,
 * by expectation and maximisation: w = (v + 1) / (v + (e/s)^2) with s^2 = mean(w e^2).
 *
 * Such noise tells a share (v + 1) / (v + 3) of what normal noise of the scale s would: its information on a mean is (v + 1) / (v + 3) / s^2.
 *
 * @param left (periods) result less what was told
 * @see K. L. Lange, R. J. A. Little, J. M. G. Taylor, Robust statistical modeling using the t distribution, JASA 84, 1989
 */
export function mixNoise(left: readonly number[]): MixNoise {
	const { weights: usual } = likeliestTails(left);
	const steady = left.map((value, period) => value * Math.min(1, usual[period]!));
	const along = steady.slice(1).reduce((sum, value, before) => sum + value * steady[before]!, 0);
	const persistence = Math.min(MOST_PERSISTENCE, Math.max(0, along / squaresOf(steady)));
	const { degrees, weights } = likeliestTails(withoutPersistence(left, persistence));
	return { persistence, weights, told: degrees === Infinity ? 1 : (degrees + 1) / (degrees + 3) };
}

interface Tails {
	readonly degrees: number;
	readonly weights: readonly number[];
	readonly logLikelihood: number;
}

const likeliestTails = (values: readonly number[]): Tails =>
	DEGREES.map((degrees) => tailsOf(values, degrees)).reduce((best, other) =>
		other.logLikelihood > best.logLikelihood ? other : best,
	);

function tailsOf(values: readonly number[], degrees: number): Tails {
	let scale = Math.sqrt(squaresOf(values) / values.length);
	if (degrees === Infinity || scale === 0) {
		const logLikelihood = -values.length * (Math.log(scale) + Math.log(2 * Math.PI) / 2 + 1 / 2);
		return { degrees: Infinity, weights: values.map(() => 1), logLikelihood };
	}
	let weights: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		weights = values.map((value) => (degrees + 1) / (degrees + (value / scale) ** 2));
		scale = Math.sqrt(values.reduce((sum, value, period) => sum + weights[period]! * value ** 2, 0) / values.length);
	}
	const height =
		logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - Math.log(degrees * Math.PI) / 2 - Math.log(scale);
	const logLikelihood = values.reduce(
		(sum, value) => sum + height - ((degrees + 1) / 2) * Math.log1p((value / scale) ** 2 / degrees),
		0,
	);
	return { degrees, weights, logLikelihood };
}

const squaresOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value ** 2, 0);

/** A series as least squares take it under such noise: what is new in each period, by the root of its weight. */
export const weighed = (values: readonly number[], { persistence, weights }: MixNoise): number[] =>
	withoutPersistence(values, persistence).map((value, period) => value * Math.sqrt(weights[period]!));

/**
 * What is new in each period of a series of which a part lasts from one to the next; the first keeps its share.
 *
 * @see S. J. Prais and C. B. Winsten, Trend estimators and serial correlation, Cowles Commission, 1954
 */
const withoutPersistence = (values: readonly number[], persistence: number): number[] =>
	values.map((value, period) =>
		period === 0 ? value * Math.sqrt(1 - persistence ** 2) : value - persistence * values[period - 1]!,
	);
