import { response } from './response.mjs';

const STEPS = 400;

/**
 * A locally optimal split near a start, like sequential quadratic programming: budget moves from the lowest marginal return to the highest
 * while that gains. Like SLSQP it ends in the nearest optimum, which for S-shaped curves need not be the global one.
 */
export function steepestSplit(curves, dayAmount, { start, lows, highs }) {
	const amounts = [...start];
	let step = dayAmount / 20;
	for (let round = 0; round < STEPS && step > 0.01; round++) {
		const gains = curves.map((curve, i) =>
			amounts[i] + step <= highs[i] ? response(curve, amounts[i] + step) - response(curve, amounts[i]) : -Infinity,
		);
		const losses = curves.map((curve, i) =>
			amounts[i] - step >= lows[i] ? response(curve, amounts[i]) - response(curve, amounts[i] - step) : Infinity,
		);
		const to = gains.indexOf(Math.max(...gains));
		const from = losses.indexOf(Math.min(...losses));
		if (to !== from && gains[to] > losses[from]) {
			amounts[to] += step;
			amounts[from] -= step;
		} else step /= 2;
	}
	return amounts;
}
