import { isSameZone } from '../time/zone';
import { isMissing } from './readNumber';
import { type Rejection, quoted } from './rejection';
import type { Metrics } from './reportFormat';

type Read = { readonly [metric in keyof Metrics]: number | undefined | Rejection };

/** The metrics of a row, or the first rejection among them. */
export function collect(read: Read): Metrics | Rejection {
	for (const metric in read) {
		const value = read[metric as keyof Metrics];
		if (typeof value === 'object') return value;
	}
	return read as Metrics;
}

/** Rejects a row whose time zone differs from the budget's; null if it does not. */
export function zoneMismatch(ofRow: unknown, ofBudget: string): Rejection | null {
	if (isMissing(ofRow) || ofRow === ofBudget) return null;
	if (typeof ofRow === 'string' && isSameZone(ofRow.slice(0, MAX_ZONE_LENGTH), ofBudget)) return null;
	return mismatch('time zone', ofRow, ofBudget);
}

/** A rejection because row and budget differ. */
export function mismatch(what: 'currency' | 'time zone', ofRow: unknown, ofBudget: string): Rejection {
	const text = typeof ofRow === 'string' && /^[\w/+-]{1,40}$/.test(ofRow) ? ofRow : quoted(ofRow);
	return { reason: `The ${what} of the row is ${text}, but that of the budget is ${ofBudget}` };
}

/** More than the longest name of a time zone. */
const MAX_ZONE_LENGTH = 60;
