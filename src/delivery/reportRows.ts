import { UserError } from '../errors';
import { isRow, type Row } from './formats/rowFormat';

/** A row as it came, and the position of the item that it came in. */
export interface ReportRow {
	readonly index: number;
	readonly row: unknown;
	/** The row if it has fields that can be read, else null. */
	readonly readable: Row | null;
}

/**
 * The rows inside items: a row, a response with `results` (Google) or `data` (Meta), or an array of either.
 *
 * @param isReportRow tells a row from a response: a row may have a field `results` (Meta) or `error` of its own
 * @throws UserError with the platform's own words if a response is an error message
 */
export function reportRows(items: readonly unknown[], isReportRow: (row: Row) => boolean): ReportRow[] {
	const rows: ReportRow[] = [];
	items.forEach((item, index) => {
		for (const row of rowsOf(item, isReportRow, NESTING))
			rows.push({ index, row, readable: isRow(row) && isData(row) ? row : null });
	});
	return rows;
}

/** Whether a row and its groups of fields hold values. Getters are code: reading one may throw, or answer differently each time. */
const isData = (row: Row): boolean =>
	isPlain(row) && Object.values(row).every((group) => !isRow(group) || isPlain(group));

function isPlain(row: Row): boolean {
	for (const field of Object.keys(row))
		if (Object.getOwnPropertyDescriptor(row, field)?.get !== undefined) return false;
	return true;
}

/** An array of batches of results: no platform nests deeper. */
const NESTING = 3;

function rowsOf(item: unknown, isReportRow: (row: Row) => boolean, depth: number): unknown[] {
	if (depth > 0 && Array.isArray(item)) return item.flatMap((entry) => rowsOf(entry, isReportRow, depth - 1));
	if (!isRow(item) || !isPlain(item) || isReportRow(item)) return [item];
	assertNoError(item);
	const inner = Array.isArray(item['results']) ? item['results'] : Array.isArray(item['data']) ? item['data'] : null;
	if (inner !== null && depth > 0) return inner.flatMap((entry) => rowsOf(entry, isReportRow, depth - 1));
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
