import { gammaln, sum } from 'simple-statistics';

/** Shapes of the prior that are compared: hours differ by 220% down to 3%. */
const SHAPES = Array.from({ length: 18 }, (_, step) => 0.2 * 1.6 ** step);

/**
 * Conversion rates of the hours of the day relative to their mean, shrunk towards it by empirical Bayes.
 *
 * Conversions are Poisson given a rate, and rates have a gamma distribution of mean `rate` and shape a, chosen by its marginal likelihood:
 *
 *     K_h ~ NB(a, a / (a + rate E_h))      relative rate = (a + K_h) / (a + rate E_h)
 *
 * @param windows with what is reported so far
 * @returns (24), 1 where nothing is known
 * @see B. Efron, C. Morris, Data Analysis Using Stein's Estimator and its Generalizations, JASA 70, 1975
 */
export function shrunkRates(windows) {
	const clicks = new Array(24).fill(0);
	const conversions = new Array(24).fill(0);
	for (const window of windows) {
		clicks[window.hour] += window.clicks;
		conversions[window.hour] += window.conversions;
	}
	if (sum(conversions) === 0) return new Array(24).fill(1);
	const rate = sum(conversions) / sum(clicks);
	const expected = clicks.map((count) => rate * count);
	const likelihoods = SHAPES.map((shape) =>
		sum(
			conversions.map(
				(count, hour) =>
					gammaln(shape + count) -
					gammaln(shape) +
					shape * Math.log(shape) -
					(shape + count) * Math.log(shape + expected[hour]),
			),
		),
	);
	const shape = SHAPES[likelihoods.indexOf(Math.max(...likelihoods))];
	return conversions.map((count, hour) => (shape + count) / (shape + expected[hour]));
}
