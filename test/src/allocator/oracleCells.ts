import type { ResponseCell, ResponseCurve } from '../../../src/allocator/responseCell';

/** A problem in the format of the reference files: one array per field, kinds by number. */
export interface OracleProblem {
	B: number;
	lo: number[];
	hi: number[];
	fam: number[];
	a: number[];
	k: number[];
	s: number[];
	grp?: number[];
}

const KINDS = ['power', 'log', 'michaelis-menten', 'exponential', 'tanh', 'hill'] as const;

export const oracleCells = ({ lo, hi, fam, a, k, s, grp }: OracleProblem): ResponseCell[] =>
	a.map((height, cell) => ({
		curve: { kind: KINDS[fam[cell]!]!, a: height, k: k[cell]!, s: s[cell]! } as ResponseCurve,
		min: lo[cell]!,
		max: hi[cell]!,
		...(grp === undefined ? {} : { group: `campaign ${grp[cell]!}` }),
	}));

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
