import { UserError } from '../errors';
import { isRow, type Row } from './formats/rowFormat';

/** A row, and the position of the item that it came in. */
export interface ReportRow {
	readonly index: number;
	readonly row: unknown;
}

/**
 * The rows inside items: a row, a response with `results` (Google) or `data` (Meta), or an array of either.
 *
 * @throws UserError with the platform's own words if a response is an error message
 */
export function reportRows(items: readonly unknown[]): ReportRow[] {
	return items.flatMap((item, index) => rowsOf(item, NESTING).map((row) => ({ index, row })));
}

/** An array of batches of results: no platform nests deeper. */
const NESTING = 3;

function rowsOf(item: unknown, depth: number): unknown[] {
	if (depth > 0 && Array.isArray(item)) return item.flatMap((entry) => rowsOf(entry, depth - 1));
	if (!isRow(item)) return [item];
	assertNoError(item);
	const inner = Array.isArray(item['results']) ? item['results'] : Array.isArray(item['data']) ? item['data'] : null;
	if (inner !== null && depth > 0) return inner.flatMap((entry) => rowsOf(entry, depth - 1));
	return isEmptyResponse(item) ? [] : [item];
}

/** Google sends a batch without results when nothing happened. */
const isEmptyResponse = (item: Row): boolean =>
	('fieldMask' in item || 'requestId' in item) && !('results' in item) && !('metrics' in item);

function assertNoError(item: Row): void {
	const { error } = item;
	if (!isRow(error) || typeof error['message'] !== 'string') return;
	throw new UserError(
		`The platform answered with an error instead of a report: ${error['message'].slice(0, 300)}`,
		'Correct the request in the node that reads the report.',
	);
}
