// Pages of a list, with cursors and the address of the next one.
import { invalidParameter } from './errors.mjs';

/** Source: what Meta answers without a limit. */
const DEFAULT_LIMIT = 25;

/** Assumed. */
const MOST = 5000;

const cursor = (position) => Buffer.from(String(position)).toString('base64url');

/**
 * A page of rows.
 *
 * @param {number | null} forced size of a page that a fault asks for
 */
export function page(rows, url, { limit = DEFAULT_LIMIT, after }, forced) {
	const size = Math.min(Number(limit), forced ?? MOST);
	const from = after === undefined ? 0 : positionOf(after, rows.length);
	const data = rows.slice(from, from + size);
	if (data.length === 0) return { data };
	const until = from + data.length;
	const next = new URL(url);
	next.searchParams.set('after', cursor(until));
	return {
		data,
		paging: {
			cursors: { before: cursor(from), after: cursor(until) },
			...(until < rows.length && { next: next.href }),
		},
	};
}

function positionOf(after, length) {
	const text = Buffer.from(after, 'base64url').toString();
	if (/^\d{1,9}$/.test(text) && cursor(text) === after && Number(text) <= length) return Number(text);
	throw invalidParameter('Param after is not a cursor of this list');
}
