import { UserError } from '../errors';
import { isRow, type Row } from './row';

/** A row as it came, and the position of the item that it came in. */
export interface ReportRow {
	readonly index: number;
	readonly row: unknown;
	/** The row if it has fields that can be read, else null. */
	readonly readable: Row | null;
}

/**
 * The rows inside items: a row, a response that holds rows, or an array of either.
 *
 * @param rowsOf the rows inside a response of a platform, null if it is none
 * @param isReportRow tells a row from a response: a row may have a field `results` (Meta) or `error` of its own
 * @throws UserError with the platform's own words if a response is an error message
 */
export function reportRows(
	items: readonly unknown[],
	isReportRow: (row: Row) => boolean,
	rowsOf: (response: Row) => readonly unknown[] | null,
): ReportRow[] {
	const rows: ReportRow[] = [];
	const rowsIn = (item: unknown, depth: number): readonly unknown[] => {
		const within = (entries: readonly unknown[]) => entries.flatMap((entry) => rowsIn(entry, depth - 1));
		if (depth > 0 && Array.isArray(item)) return within(item);
		if (!isRow(item) || !isPlain(item) || isReportRow(item)) return [item];
		assertNoError(item);
		const inner = rowsOf(item);
		return inner !== null && depth > 0 ? within(inner) : [item];
	};
	items.forEach((item, index) => {
		for (const row of rowsIn(item, NESTING))
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

/** An envelope of a queue in an envelope of a topic, in a list: no platform nests deeper. */
const NESTING = 3;

function assertNoError(item: Row): void {
	const { error } = item;
	if (!isRow(error) || typeof error['message'] !== 'string') return;
	throw new UserError(
		`The platform answered with an error instead of a report: ${error['message'].slice(0, 300)}`,
		'Correct the request in the node that reads the report.',
	);
}
