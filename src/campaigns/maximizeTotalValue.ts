import { sum } from 'simple-statistics';

/** Value function of one campaign with its bounds. Amounts in minor units. */
export interface BoundedValue {
	readonly low: number;
	readonly high: number;
	/** Whether each further step adds no more than the one before. */
	readonly isConcave: boolean;
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
 * The split with the greatest total value: in equal steps, refined by moves of decreasing size between two campaigns while the total increases.
 *
 * Concave functions take steps one by one, in order of their gains. With functions of any other shape they are combined by dynamic programming.
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
	const amounts = bestSteps(values, step).map((steps, campaign) => lows[campaign]! + steps * step);
	fillUp(values, amounts, amount - sum(amounts));
	const attained = amounts.map((own, campaign) => values[campaign]!.of(own));
	for (let halving = 0, size = step; halving < HALVINGS; halving++, size /= 2) improve(values, amounts, attained, size);
	return amounts;
}

/** (campaigns) number of steps for each; all steps in total, or as many as fit. */
function bestSteps(values: readonly BoundedValue[], step: number): number[] {
	const taken = values.map(() => 0);
	const concave = [...values.keys()].filter((campaign) => values[campaign]!.isConcave);
	const others = [...values.keys()].filter((campaign) => !values[campaign]!.isConcave);
	const { order, table } = byGain(values, concave, step);
	const [stepsInOrder, ...ofOthers] = stepsOfTables([
		table,
		...others.map((campaign) => {
			const { low, of } = values[campaign]!;
			return Float64Array.from({ length: stepsWithin(values[campaign]!, step) + 1 }, (_, steps) =>
				of(low + steps * step),
			);
		}),
	]);
	for (const campaign of order.slice(0, stepsInOrder)) taken[campaign]!++;
	others.forEach((campaign, position) => (taken[campaign] = ofOthers[position]!));
	return taken;
}

const stepsWithin = ({ low, high }: BoundedValue, step: number): number =>
	Math.min(STEPS, Math.floor((high - low) / step + EPSILON));

/** The campaigns that get each step if steps are given in order of their gains, and (steps + 1) the total gain. */
function byGain(values: readonly BoundedValue[], campaigns: readonly number[], step: number) {
	const taken = campaigns.map(() => 0);
	const attained = campaigns.map((campaign) => values[campaign]!.of(values[campaign]!.low));
	const gainOf = (position: number) => {
		const value = values[campaigns[position]!]!;
		const steps = taken[position]! + 1;
		return steps > stepsWithin(value, step) ? -Infinity : value.of(value.low + steps * step) - attained[position]!;
	};
	const gains = campaigns.map((_, position) => gainOf(position));
	const order: number[] = [];
	const table = [0];
	while (order.length < STEPS && campaigns.length > 0) {
		const best = positionOfLargest(gains);
		if (gains[best] === -Infinity) break;
		order.push(campaigns[best]!);
		table.push(table.at(-1)! + gains[best]!);
		attained[best]! += gains[best]!;
		taken[best]!++;
		gains[best] = gainOf(best);
	}
	return { order, table: Float64Array.from(table) };
}

/** (tables) number of steps of each with the greatest total; all steps, or as many as fit. */
function stepsOfTables(tables: readonly Float64Array[]): number[] {
	let best = new Float64Array(STEPS + 1).fill(-Infinity);
	best[0] = 0;
	const choices = tables.map((table) => {
		const next = new Float64Array(STEPS + 1);
		const choice = new Uint16Array(STEPS + 1);
		for (let total = 0; total <= STEPS; total++) {
			let highest = -Infinity;
			let chosen = 0;
			for (let taken = Math.min(total, table.length - 1); taken >= 0; taken--) {
				const value = best[total - taken]! + table[taken]!;
				if (value > highest) {
					highest = value;
					chosen = taken;
				}
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

/**
 * Moves amounts of one size from the campaign with the smallest loss to the one with the largest gain. What a campaign gained by a move is what it would
 * lose by the move back.
 *
 * @param attained (campaigns) values of the amounts
 */
function improve(values: readonly BoundedValue[], amounts: number[], attained: number[], size: number): void {
	const gainOf = (campaign: number) => {
		const { high, of } = values[campaign]!;
		const amount = amounts[campaign]! + size;
		return amount <= high ? of(amount) - attained[campaign]! : -Infinity;
	};
	const lossOf = (campaign: number) => {
		const { low, of } = values[campaign]!;
		const amount = amounts[campaign]! - size;
		return amount >= low ? attained[campaign]! - of(amount) : Infinity;
	};
	const gains = amounts.map((_, campaign) => gainOf(campaign));
	const losses = amounts.map((_, campaign) => lossOf(campaign));
	for (let move = 0; move < MAX_MOVES; move++) {
		const to = positionOfLargest(gains);
		const from = positionOfSmallest(losses);
		if (to === from || !(gains[to]! > losses[from]!)) return;
		amounts[to]! += size;
		attained[to]! += gains[to]!;
		losses[to] = gains[to]!;
		gains[to] = gainOf(to);
		amounts[from]! -= size;
		attained[from]! -= losses[from]!;
		gains[from] = losses[from]!;
		losses[from] = lossOf(from);
	}
}

/** Position of the first of the largest values. */
function positionOfLargest(values: readonly number[]): number {
	let largest = 0;
	for (let position = 1; position < values.length; position++)
		if (values[position]! > values[largest]!) largest = position;
	return largest;
}

/** Position of the first of the smallest values. */
function positionOfSmallest(values: readonly number[]): number {
	let smallest = 0;
	for (let position = 1; position < values.length; position++)
		if (values[position]! < values[smallest]!) smallest = position;
	return smallest;
}
