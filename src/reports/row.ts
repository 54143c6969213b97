/** A row of a report: an object with any fields. */
export type Row = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields. */
export const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A nested object of a row; empty if absent. */
export const fieldsOf = (row: Row, group: string): Row => {
	const fields = row[group];
	return isRow(fields) ? fields : {};
};
