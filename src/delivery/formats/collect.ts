import type { Metrics, Rejection } from './rowFormat';

type Read = { readonly [metric in keyof Metrics]: number | undefined | Rejection };

/** The metrics of a row if each of them can be read, else why the first that cannot. */
export function collect(read: Read): Metrics | Rejection {
	const values: Partial<Record<keyof Metrics, number>> = {};
	for (const [metric, value] of Object.entries(read) as [keyof Metrics, number | undefined | Rejection][]) {
		if (typeof value === 'object') return value;
		if (value !== undefined) values[metric] = value;
	}
	return values as Metrics;
}

/** Why a row that comes in another currency or time zone than the budget's cannot be used; null if it can. */
export function contradiction(what: 'currency' | 'time zone', ofRow: unknown, ofBudget: string): Rejection | null {
	if (ofRow === undefined || ofRow === null || ofRow === '' || ofRow === ofBudget) return null;
	return { reason: `The ${what} of the row is ${String(ofRow).slice(0, 40)}, but that of the budget is ${ofBudget}` };
}
