import { COLUMN_NAMES, type ColumnField } from './columnNames';
import type { FieldMap } from './fieldMap';
import { isMissing } from './readNumber';
import type { Row } from './row';
import type { TableFormats } from './tableFormats';
import { NUMBER_FORMATS } from './writtenNumber';

/** How the columns of a table were read: the column of each field, and a line that says so. */
export interface ReadColumns {
	/** Rows of the table. */
	readonly rows: number;
	readonly fields: Readonly<Partial<Record<ColumnField, string>>>;
	/** The columns in the order of the fields, and how their amounts are written: Datum, Stunde, Kosten (1.234,56), Klicks. */
	readonly text: string;
}

/** @param rows the whole table */
export function readColumns(fields: FieldMap, formats: TableFormats, rows: readonly Row[]): ReadColumns {
	const known = (Object.keys(COLUMN_NAMES) as ColumnField[]).flatMap((field) => {
		const column = fields[field];
		return column === undefined ? [] : [{ field, column }];
	});
	const shown = ({ field, column }: (typeof known)[number]) => {
		const isText = (field === 'spend' || field === 'revenue') && rows.some((row) => isWritten(row[column]));
		return isText ? `${column} (${NUMBER_FORMATS[formats.numberFormat(column)]})` : column;
	};
	return {
		rows: rows.length,
		fields: Object.fromEntries(known.map(({ field, column }) => [field, column])),
		text: known.map(shown).join(', '),
	};
}

/** Whether a cell is a number that a person or a spreadsheet has written as text. */
const isWritten = (cell: unknown): boolean => typeof cell === 'string' && !isMissing(cell);
