import { isSameZone } from '../time/zone';
import { isMissing } from './readNumber';
import { type Rejection, shown } from './rejection';
import type { Metrics } from './reportFormat';

type Read = { readonly [metric in keyof Metrics]: number | undefined | Rejection };

/** The metrics of a row if each of them can be read, else why the first that cannot. */
export function collect(read: Read): Metrics | Rejection {
	for (const metric in read) {
		const value = read[metric as keyof Metrics];
		if (typeof value === 'object') return value;
	}
	return read as Metrics;
}

/** Why a row that comes in another time zone than the budget's cannot be used; null if it can. */
export function otherZone(ofRow: unknown, ofBudget: string): Rejection | null {
	if (isMissing(ofRow) || ofRow === ofBudget) return null;
	if (typeof ofRow === 'string' && isSameZone(ofRow.slice(0, LONGEST_ZONE), ofBudget)) return null;
	return contradiction('time zone', ofRow, ofBudget);
}

/** That a row and the budget say different things. */
export function contradiction(what: 'currency' | 'time zone', ofRow: unknown, ofBudget: string): Rejection {
	const text = typeof ofRow === 'string' && /^[\w/+-]{1,40}$/.test(ofRow) ? ofRow : shown(ofRow);
	return { reason: `The ${what} of the row is ${text}, but that of the budget is ${ofBudget}` };
}

/** Longer than the name of any zone. */
const LONGEST_ZONE = 60;
