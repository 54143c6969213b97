import type { Curve } from './curve';

/** Relative tolerance of sums: minima of 0.1 and 0.2 fit a budget of 0.3 and use it up. */
export const EPSILON = 1e-12;

/** Cells whose total is bounded, by index. Cells without a group form one whose bounds do not bind. */
export interface CellGroup {
	readonly min: number;
	readonly max: number;
	readonly cells: readonly number[];
}

/** The solver's problem: all bounds finite and feasible, `totalSpend` exactly what can be spent. */
export interface Problem {
	/** (cells) */
	readonly curves: readonly Curve[];
	/** (cells) */
	readonly lows: readonly number[];
	/** (cells) */
	readonly highs: readonly number[];
	/** Every cell is in exactly one. */
	readonly groups: readonly CellGroup[];
	readonly totalSpend: number;
	/** Whether the maxima leave some of the budget unspent. */
	readonly saturated: boolean;
}
