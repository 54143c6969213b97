/** What amounts of a day are worth to one campaign, within its bounds. Amounts in minor units. */
export interface Worth {
	readonly low: number;
	readonly high: number;
	readonly of: (amount: number) => number;
}

/** Equal steps that the money beyond all minima is split into. */
const STEPS = 250;

/** A step is halved so often: to less than a millionth of the money. */
const HALVINGS = 13;

/** Moves of one size that are made at most. */
const MOST_MOVES = 200;

/**
 * The split with the most worth: the best one in equal steps whatever the worths look like (dynamic programming), and from there moves between two
 * campaigns, ever smaller, as long as one gains.
 *
 * @param worths bounds leave room for the money
 * @returns (campaigns) amounts that add up to the money, up to floating point
 * @see R. Bellman, Dynamic Programming, 1957 (the allocation process)
 */
export function mostWorth(worths: readonly Worth[], money: number): { amounts: number[]; price: number } {
	const lows = worths.map(({ low }) => low);
	const free = money - sum(lows);
	if (free <= 0) return { amounts: lows, price: 0 };
	const step = free / STEPS;
	const tables = worths.map(({ low, high, of }) => {
		const steps = Math.min(STEPS, Math.floor((high - low) / step + SLIVER));
		return Float64Array.from({ length: steps + 1 }, (_, taken) => of(low + taken * step));
	});
	const amounts = bestSteps(tables).map((steps, campaign) => lows[campaign]! + steps * step);
	spread(worths, amounts, money - sum(amounts));
	let price = 0;
	for (let halving = 0, size = step; halving < HALVINGS; halving++, size /= 2) price = improve(worths, amounts, size);
	return { amounts, price };
}

/** Floating point noise in a number of steps. */
const SLIVER = 1e-9;

/** (campaigns) how many of all steps each takes; as many as there is room for. */
function bestSteps(tables: readonly Float64Array[]): number[] {
	let best = new Float64Array(STEPS + 1).fill(-Infinity);
	best[0] = 0;
	const choices = tables.map((table) => {
		const next = new Float64Array(STEPS + 1);
		const choice = new Uint16Array(STEPS + 1);
		for (let total = 0; total <= STEPS; total++) {
			let [most, chosen] = [-Infinity, 0];
			for (let taken = Math.min(total, table.length - 1); taken >= 0; taken--) {
				const worth = best[total - taken]! + table[taken]!;
				if (worth > most) [most, chosen] = [worth, taken];
			}
			next[total] = most;
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

/** Gives what whole steps left over to whoever has room. */
function spread(worths: readonly Worth[], amounts: number[], left: number): void {
	worths.forEach(({ high }, campaign) => {
		const more = Math.min(left, high - amounts[campaign]!);
		if (more <= 0) return;
		amounts[campaign]! += more;
		left -= more;
	});
}

/** Moves money from where it is worth least to where it is worth most. @returns what one unit is worth at last */
function improve(worths: readonly Worth[], amounts: number[], size: number): number {
	const gainOf = ({ high, of }: Worth, amount: number) =>
		amount + size <= high ? of(amount + size) - of(amount) : -Infinity;
	const lossOf = ({ low, of }: Worth, amount: number) =>
		amount - size >= low ? of(amount) - of(amount - size) : Infinity;
	const gains = worths.map((worth, campaign) => gainOf(worth, amounts[campaign]!));
	const losses = worths.map((worth, campaign) => lossOf(worth, amounts[campaign]!));
	for (let move = 0; ; move++) {
		const to = gains.indexOf(Math.max(...gains));
		const from = losses.indexOf(Math.min(...losses));
		if (move === MOST_MOVES || to === from || !(gains[to]! > losses[from]!)) {
			const worth = Math.max(gains[to]!, 0);
			return (losses[from]! < Infinity ? (worth + losses[from]!) / 2 : worth) / size;
		}
		amounts[to]! += size;
		amounts[from]! -= size;
		for (const campaign of [to, from]) {
			gains[campaign] = gainOf(worths[campaign]!, amounts[campaign]!);
			losses[campaign] = lossOf(worths[campaign]!, amounts[campaign]!);
		}
	}
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
