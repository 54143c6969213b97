import { sum } from 'simple-statistics';

/** Value function of one campaign with its bounds. Amounts in minor units. */
export interface BoundedValue {
	readonly low: number;
	readonly high: number;
	readonly of: (amount: number) => number;
}

/** Number of equal steps into which the amount above all minima is divided. */
const STEPS = 250;

/** Halvings of the step size, down to less than a millionth of the amount. */
const HALVINGS = 13;

/** Maximum number of moves of one size. */
const MAX_MOVES = 200;

/** Floating point noise in a number of steps. */
const EPSILON = 1e-9;

/**
 * The split with the greatest total value: dynamic programming over equal steps, for functions of any shape, refined by moves of decreasing size between two
 * campaigns while the total increases.
 *
 * @param values whose bounds leave room for the amount
 * @returns (campaigns) amounts that add up to the amount, up to floating point
 * @see R. Bellman, Dynamic Programming, 1957 (the allocation process)
 */
export function maximizeTotalValue(values: readonly BoundedValue[], amount: number): number[] {
	const lows = values.map(({ low }) => low);
	const free = amount - sum(lows);
	if (free <= 0) return lows;
	const step = free / STEPS;
	const tables = values.map(({ low, high, of }) => {
		const steps = Math.min(STEPS, Math.floor((high - low) / step + EPSILON));
		return Float64Array.from({ length: steps + 1 }, (_, taken) => of(low + taken * step));
	});
	const amounts = bestSteps(tables).map((steps, campaign) => lows[campaign]! + steps * step);
	fillUp(values, amounts, amount - sum(amounts));
	for (let halving = 0, size = step; halving < HALVINGS; halving++, size /= 2) improve(values, amounts, size);
	return amounts;
}

/** (campaigns) number of steps for each; all steps in total, or as many as fit. */
function bestSteps(tables: readonly Float64Array[]): number[] {
	let best = new Float64Array(STEPS + 1).fill(-Infinity);
	best[0] = 0;
	const choices = tables.map((table) => {
		const next = new Float64Array(STEPS + 1);
		const choice = new Uint16Array(STEPS + 1);
		for (let total = 0; total <= STEPS; total++) {
			let [highest, chosen] = [-Infinity, 0];
			for (let taken = Math.min(total, table.length - 1); taken >= 0; taken--) {
				const value = best[total - taken]! + table[taken]!;
				if (value > highest) [highest, chosen] = [value, taken];
			}
			next[total] = highest;
			choice[total] = chosen;
		}
		best = next;
		return choice;
	});
	let left = STEPS;
	while (best[left] === -Infinity) left--;
	return choices
		.reverse()
		.map((choice) => {
			const taken = choice[left]!;
			left -= taken;
			return taken;
		})
		.reverse();
}

/** Allocates the remainder of whole steps to campaigns below their maxima. */
function fillUp(values: readonly BoundedValue[], amounts: number[], left: number): void {
	values.forEach(({ high }, campaign) => {
		const more = Math.min(left, high - amounts[campaign]!);
		if (more <= 0) return;
		amounts[campaign]! += more;
		left -= more;
	});
}

/** Moves amounts of one size from the campaign with the smallest loss to the one with the largest gain. */
function improve(values: readonly BoundedValue[], amounts: number[], size: number): void {
	const gainOf = ({ high, of }: BoundedValue, amount: number) =>
		amount + size <= high ? of(amount + size) - of(amount) : -Infinity;
	const lossOf = ({ low, of }: BoundedValue, amount: number) =>
		amount - size >= low ? of(amount) - of(amount - size) : Infinity;
	const gains = values.map((value, campaign) => gainOf(value, amounts[campaign]!));
	const losses = values.map((value, campaign) => lossOf(value, amounts[campaign]!));
	for (let move = 0; move < MAX_MOVES; move++) {
		const to = gains.indexOf(Math.max(...gains));
		const from = losses.indexOf(Math.min(...losses));
		if (to === from || !(gains[to]! > losses[from]!)) return;
		amounts[to]! += size;
		amounts[from]! -= size;
		for (const campaign of [to, from]) {
			gains[campaign] = gainOf(values[campaign]!, amounts[campaign]!);
			losses[campaign] = lossOf(values[campaign]!, amounts[campaign]!);
		}
	}
}
