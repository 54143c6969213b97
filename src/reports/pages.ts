import { UserError } from '../errors';
import { isRow, type Row } from './row';

/** How a platform splits reports into pages, and what to do about one that is cut off. */
export interface Pages {
	/** Whether a page is missing from the responses to one or more requests, in the order of their pages. */
	readonly isCutOff: (responses: readonly Row[]) => boolean;
	/** What to do, as the end of a sentence. */
	readonly remedy: string;
	/** The settings to make, in the words of n8n's HTTP Request node. */
	readonly settings: string;
}

/** The remedy for reports that the HTTP Request node can read page by page. */
export const TURN_ON_PAGINATION = "turn on 'Pagination' under Options of the HTTP Request node that reads it";

/** Reports whose last page is the one that announces no other. */
export const announced =
	(hasNext: (response: Row) => boolean): Pages['isCutOff'] =>
	(responses) => {
		const last = responses.at(-1);
		return last !== undefined && hasNext(last);
	};

/**
 * Reports whose pages are numbered from 1.
 *
 * @param pageOf the number of a page and of all pages; null if the response does not say
 */
export const numbered =
	(pageOf: (response: Row) => { readonly page: number; readonly of: number } | null): Pages['isCutOff'] =>
	(responses) => {
		let expected = 1;
		for (const response of responses) {
			const { page, of } = pageOf(response) ?? { page: 1, of: 1 };
			if (page !== expected) return true;
			expected = page < of ? page + 1 : 1;
		}
		return expected !== 1;
	};

/**
 * Reports whose pages state the number of rows of all pages.
 *
 * @param rowsOf the rows of a page and of all pages; null if the response does not say
 */
export const counted =
	(rowsOf: (response: Row) => { readonly rows: number; readonly of: number } | null): Pages['isCutOff'] =>
	(responses) => {
		let report = { missing: 0, of: 0 };
		for (const response of responses) {
			const { rows, of } = rowsOf(response) ?? { rows: 0, of: 0 };
			if (report.missing > 0 && of !== report.of) return true;
			report = { missing: (report.missing > 0 ? report.missing : of) - rows, of };
		}
		return report.missing > 0;
	};

/** The number in a field, also if it is written as text; null if there is none. */
export function countIn(group: unknown, field: string): number | null {
	const value = isRow(group) ? group[field] : undefined;
	const count = typeof value === 'string' && value !== '' ? Number(value) : value;
	return Number.isInteger(count) ? (count as number) : null;
}

/**
 * Rejects a report with missing pages: the part that is there would pass for the whole.
 *
 * @throws UserError that names the setting that reads all pages
 */
export function assertWhole(label: string, pages: Pages | undefined, responses: readonly Row[]): void {
	if (pages?.isCutOff(responses) !== true) return;
	throw new UserError(`The report of ${label} is cut off, pages of it were not read: ${pages.remedy}`, pages.settings);
}
