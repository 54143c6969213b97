/** Bisection steps that shrink any bracket below double precision. */
const HALVINGS = 80;

/** f(x) of a curve as defined by `ResponseCurve`, implemented independently. */
export function responseOf({ kind, a, k, s }, x) {
	switch (kind) {
		case 'power':
			return a * x ** s;
		case 'log':
			return a * Math.log1p(x / k);
		case 'michaelis-menten':
			return (a * x) / (k + x);
		case 'hill':
			return x > 0 ? a / (1 + (k / x) ** s) : 0;
	}
}

/** f'(x), the analytic derivative. */
function marginalOf({ kind, a, k, s }, x) {
	switch (kind) {
		case 'power':
			return a * s * x ** (s - 1);
		case 'log':
			return a / (k + x);
		case 'michaelis-menten':
			return (a * k) / (k + x) ** 2;
		case 'hill': {
			const ratio = (x / k) ** s;
			return x > 0 ? (a * s * ratio) / (x * (1 + ratio) ** 2) : s === 1 ? a / k : Infinity;
		}
	}
}

/**
 * The exact optimum for concave curves by bisection only: on the multiplier, and within on each cell's marginal return.
 *
 * It shares nothing with the allocator except the optimality condition: all cells strictly between their bounds have the same marginal
 * return.
 *
 * @param cells concave, with `min` and `max`; the minima sum to less than the budget, the maxima to more
 * @returns (cells) amounts that add up to the budget
 */
export function bisectedAllocation(cells, budget) {
	const total = (amounts) => amounts.reduce((sum, amount) => sum + amount, 0);
	const at = (logPrice) => cells.map((cell) => bisectedAmount(cell, Math.exp(logPrice)));
	let cheap = Math.log(Math.min(...cells.map(({ curve, max }) => marginalOf(curve, max))));
	let dear = cheap + 1;
	while (total(at(dear)) > budget) dear += dear - cheap;
	for (let halving = 0; halving < HALVINGS; halving++) {
		const middle = (cheap + dear) / 2;
		if (middle === cheap || middle === dear) break;
		if (total(at(middle)) > budget) cheap = middle;
		else dear = middle;
	}
	const amounts = at(dear);
	let rest = budget - total(amounts);
	return amounts.map((amount, index) => {
		const more = Math.min(rest, cells[index].max - amount);
		rest -= more;
		return amount + more;
	});
}

function bisectedAmount({ curve, min, max }, price) {
	if (marginalOf(curve, min) <= price) return min;
	if (marginalOf(curve, max) >= price) return max;
	let low = min;
	let high = max;
	for (let halving = 0; halving < HALVINGS; halving++) {
		const middle = (low + high) / 2;
		if (middle === low || middle === high) break;
		if (marginalOf(curve, middle) > price) low = middle;
		else high = middle;
	}
	return low;
}
