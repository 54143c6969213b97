/** Mean above which a count is drawn from a gamma distribution with its mean and variance. */
const MANY = 8;

/** Above every count of a mean of 8 that a path can draw. */
const MAX_COUNT = 60;

/**
 * A draw from the Poisson distribution by inversion. Above a mean of 8 it is a gamma variable with the same mean and variance, which need not
 * be a whole number, by the cube of a normal variable.
 *
 * @param mean    >= 0
 * @param uniform a probability, and the same one as a quantile of the standard normal distribution
 * @see E. B. Wilson, M. M. Hilferty, Proceedings of the National Academy of Sciences 17, 1931
 */
export function poissonQuantile(mean: number, uniform: number, normal: number): number {
	if (mean > MANY) {
		const ninth = 1 / (9 * mean);
		const root = Math.max(0, 1 - ninth + normal * Math.sqrt(ninth));
		return mean * root * root * root;
	}
	let probability = Math.exp(-mean);
	let below = probability;
	let count = 0;
	while (uniform > below && count < MAX_COUNT) {
		count++;
		probability *= mean / count;
		below += probability;
	}
	return count;
}
