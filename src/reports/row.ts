/** A row of a report: an object of any fields. */
export type Row = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields. */
export const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A group of a row's fields; empty if there is none. */
export const fieldsOf = (row: Row, group: string): Row => {
	const fields = row[group];
	return isRow(fields) ? fields : {};
};
