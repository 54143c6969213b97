/**
 * What spend returns, as a function of the amount x >= 0 in major units; a >= 0 is in the response's units, k > 0 in major units.
 *
 * All rise with x. All are concave but Hill with s > 1, which is S-shaped: nothing comes back until enough is spent.
 */
export type ResponseCurve =
	/** a x^s, 0 < s < 1 */
	| { readonly kind: 'power'; readonly a: number; readonly s: number }
	/** a ln(1 + x/k) */
	| { readonly kind: 'log'; readonly a: number; readonly k: number }
	/** a x/(k + x) */
	| { readonly kind: 'michaelis-menten'; readonly a: number; readonly k: number }
	/** a (1 - exp(-x/k)) */
	| { readonly kind: 'exponential'; readonly a: number; readonly k: number }
	/** a tanh(x/(2k)) */
	| { readonly kind: 'tanh'; readonly a: number; readonly k: number }
	/** a x^s/(k^s + x^s), s > 0 */
	| { readonly kind: 'hill'; readonly a: number; readonly k: number; readonly s: number };

/** One place that a budget can be spent in, such as an hour of a campaign. */
export interface ResponseCell {
	readonly curve: ResponseCurve;
	/** Least it must get, major units, default 0. */
	readonly min?: number;
	/** Most it may get, major units, default no limit. */
	readonly max?: number;
	/** Name of the group, out of the options' `groups`, that it counts towards. */
	readonly group?: string;
}

/** The least and the most that the cells of a group may get together, major units. Absent: nothing, and no limit. */
export interface GroupBounds {
	readonly min?: number;
	readonly max?: number;
}

export interface AllocateOptions {
	readonly groups?: Readonly<Record<string, GroupBounds>>;
	/** Amounts are whole multiples of this, such as 0.01; absent, they are not rounded. */
	readonly wholeUnits?: number;
}

/** Amounts per cell with the proof of how good they are. */
export interface Allocation {
	/** (cells) major units, in the order of the cells */
	readonly amounts: number[];
	/** Total response of the amounts. */
	readonly objective: number;
	/** No allocation within the bounds returns more than this (up to floating point). */
	readonly upperBound: number;
	/** (upperBound - objective) / objective: the most that is missing, relative; 0 is proven optimal. */
	readonly gap: number;
	/** Marginal response to the budget, per major unit; 0 if some is left over, `Infinity` for a power curve at 0. */
	readonly multiplier: number;
	/** What no cell may take, major units: the budget beyond all maxima, or the fraction of a whole unit. */
	readonly unspendable: number;
}
