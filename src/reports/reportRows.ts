import { UserError } from '../errors';
import { isRow, type Row } from './row';

/** A row and the position of its input item. */
export interface ReportRow {
	readonly index: number;
	readonly row: unknown;
	/** The row if its fields can be read, else null. */
	readonly readable: Row | null;
	/** The response that the row came in; null for a row that is an item of its own. */
	readonly response: Row | null;
}

/** The rows of a report, and the responses that they came in. */
export interface Unpacked<Id> {
	readonly rows: readonly ReportRow[];
	/** In order, with the format of each. */
	readonly responses: readonly { readonly format: Id; readonly response: Row }[];
}

/** The rows inside a response, and the format of the response. */
export interface Unwrapped<Id> {
	readonly format: Id;
	readonly rows: readonly unknown[];
}

/**
 * The rows inside items: a row, a response that contains rows, or an array of either.
 *
 * @param unwrap the rows inside a response of a platform, null if it is not one
 * @param isReportRow distinguishes a row from a response: a row may itself have a field `results` (Meta) or `error`
 * @throws UserError with the platform's message if a response is an error
 */
export function reportRows<Id>(
	items: readonly unknown[],
	isReportRow: (row: Row) => boolean,
	unwrap: (response: Row) => Unwrapped<Id> | null,
): Unpacked<Id> {
	const rows: ReportRow[] = [];
	const responses: { format: Id; response: Row }[] = [];
	const unpack = (item: unknown, index: number, response: Row | null, depth: number): void => {
		const within = (entries: readonly unknown[], from: Row | null) =>
			entries.forEach((entry) => unpack(entry, index, from, depth - 1));
		const keep = () => rows.push({ index, row: item, readable: isRow(item) && isData(item) ? item : null, response });
		if (depth > 0 && Array.isArray(item)) return within(item, response);
		if (!isRow(item) || !isPlain(item) || isReportRow(item)) return void keep();
		assertNoError(item);
		const inner = unwrap(item);
		if (inner === null || depth === 0) return void keep();
		responses.push({ format: inner.format, response: item });
		within(inner.rows, item);
	};
	items.forEach((item, index) => unpack(item, index, null, MAX_NESTING));
	return { rows, responses };
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
