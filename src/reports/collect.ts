import { isSameZone } from '../time/zone';
import { isMissing } from './readNumber';
import { type Rejection, quoted } from './rejection';
import type { Metrics, ReportedBudget } from './reportFormat';

type Figures = Omit<Metrics, 'budget' | 'notices'>;
type Read = { readonly [metric in keyof Figures]: number | undefined | Rejection };

/**
 * The metrics of a row, or the first rejection among them.
 *
 * Conversions and revenue that cannot be read are unknown and reject nothing: the money of the row was spent all the same.
 *
 * @param notice why the results of the row are unknown, if the reader knows
 * @param budget the daily budget that it names
 */
export function collect(read: Read, notice?: string, budget?: ReportedBudget): Metrics | Rejection {
	const { conversions, revenue, ...others } = read;
	for (const value of Object.values(others)) if (typeof value === 'object') return value;
	const unusable = [conversions, revenue].flatMap((value) => (typeof value === 'object' ? [value.reason] : []));
	const notices = [
		...unusable.map((reason) => `${reason}. It counts as not reported, and the spend of the row counts`),
		...(notice === undefined ? [] : [notice]),
	];
	return {
		...(others as Metrics),
		conversions: typeof conversions === 'object' ? undefined : conversions,
		revenue: typeof revenue === 'object' ? undefined : revenue,
		...(budget !== undefined && { budget }),
		...(notices.length > 0 && { notices }),
	};
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
