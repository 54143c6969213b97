import { UserError } from '../errors';
import { isRow, type Row } from './row';

/** A row and the position of its input item. */
export interface ReportRow {
	readonly index: number;
	readonly row: unknown;
	/** The row if its fields can be read, else null. */
	readonly readable: Row | null;
}

/**
 * The rows inside items: a row, a response that contains rows, or an array of either.
 *
 * @param rowsOf the rows inside a response of a platform, null if it is not one
 * @param isReportRow distinguishes a row from a response: a row may itself have a field `results` (Meta) or `error`
 * @throws UserError with the platform's message if a response is an error
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
		for (const row of rowsIn(item, MAX_NESTING))
			rows.push({ index, row, readable: isRow(row) && isData(row) ? row : null });
	});
	return rows;
}

/** Whether a row and its nested fields are plain values. A getter may throw, or return a different value each time. */
const isData = (row: Row): boolean =>
	isPlain(row) && Object.values(row).every((group) => !isRow(group) || isPlain(group));

function isPlain(row: Row): boolean {
	for (const field of Object.keys(row))
		if (Object.getOwnPropertyDescriptor(row, field)?.get !== undefined) return false;
	return true;
}

/** Maximum nesting of responses: a queue envelope in a topic envelope in a list. */
const MAX_NESTING = 3;

function assertNoError(item: Row): void {
	const { error } = item;
	if (!isRow(error) || typeof error['message'] !== 'string') return;
	throw new UserError(
		`The platform answered with an error instead of a report: ${error['message'].slice(0, 300)}`,
		'Correct the request in the node that reads the report.',
	);
}
