import type { Curve } from './curve';

/** Sums of amounts are the same up to this, relative: minima of 0.1 and 0.2 fit a budget of 0.3 and use it up. */
export const ROUNDING = 1e-12;

/** Cells whose total is bounded, by index. Cells without a group of their own form one whose bounds do not bind. */
export interface CellGroup {
	readonly min: number;
	readonly max: number;
	readonly cells: readonly number[];
}

/** What the solver solves: every bound finite and checked, `money` exactly what can be spent. */
export interface Problem {
	/** (cells) */
	readonly curves: readonly Curve[];
	/** (cells) */
	readonly lows: readonly number[];
	/** (cells) */
	readonly highs: readonly number[];
	/** Each cell is in exactly one. */
	readonly groups: readonly CellGroup[];
	readonly money: number;
	/** Whether the maxima leave some of the budget unspent. */
	readonly saturated: boolean;
}
