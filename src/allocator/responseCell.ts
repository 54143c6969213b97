/**
 * Response to the spend x >= 0 in major units; a >= 0 is in units of the response, k > 0 in major units.
 *
 * All are increasing. All are concave except Hill with s > 1, which is S-shaped: the response is small until enough is spent.
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

/** One option for spending budget, such as an hour of a campaign. */
export interface ResponseCell {
	readonly curve: ResponseCurve;
	/** Minimum amount, major units, default 0. */
	readonly min?: number;
	/** Maximum amount, major units, default no limit. */
	readonly max?: number;
	/** Name of its group in the `groups` of the options. */
	readonly group?: string;
}

/** Minimum and maximum of a group's total, major units. Default: 0 and no limit. */
export interface GroupBounds {
	readonly min?: number;
	readonly max?: number;
}

export interface AllocateOptions {
	readonly groups?: Readonly<Record<string, GroupBounds>>;
	/** Amounts are whole multiples of this, such as 0.01; not rounded if absent. */
	readonly wholeUnits?: number;
}

/** Amounts per cell with a certificate of their quality. */
export interface Allocation {
	/** (cells) major units, in the order of the cells */
	readonly amounts: number[];
	/** Total response of the amounts. */
	readonly objective: number;
	/** No allocation within the bounds returns more than this (up to floating point). */
	readonly upperBound: number;
	/** (upperBound - objective) / objective: the largest possible relative loss; 0 is proven optimal. */
	readonly gap: number;
	/** Marginal return of the budget, per major unit; 0 if some is left over, `Infinity` for a power curve at 0. */
	readonly multiplier: number;
	/** Unallocated amount, major units: the budget beyond all maxima, or the fraction of a whole unit. */
	readonly unspendable: number;
}
