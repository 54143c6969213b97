import { UserError } from '../errors';
import { parse } from '../parse';
import { FieldMap } from './fieldMap';
import { mapped } from './mapped';
import { type NamedColumns, recogniseColumns } from './recogniseColumns';
import type { ReportFormats, RowReader } from './reportFormat';
import type { Row } from './row';

/**
 * The reader of a format's rows.
 *
 * @param named    columns of a table that the user names; the others are recognised by their names
 * @param rows     the whole report
 * @param currency of a table's amounts
 * @throws UserError for a table whose spend or date is in no known column, in two, or in one whose format stays ambiguous
 * @throws RangeError for an unknown format
 */
export function readerOf<Id extends string>(
	format: Id | 'mapped',
	formats: ReportFormats<Id>,
	named: NamedColumns,
	rows: readonly Row[],
	currency: string,
): RowReader {
	if (format === 'mapped') return mappedReader(recogniseColumns(named, rows, currency), rows);
	if (Object.hasOwn(formats, format)) return formats[format];
	throw new RangeError(`'${String(format)}' is not one of ${Object.keys(formats).join(', ')}, mapped`);
}

/** Whether rows of an unknown format are a table whose columns are recognised by their names. */
export function isTable(rows: readonly Row[], currency: string): boolean {
	const { spend, date, start } = recogniseColumns({}, rows, currency);
	return spend !== undefined && (date ?? start) !== undefined;
}

function mappedReader(fields: NamedColumns, rows: readonly Row[]): RowReader {
	if (fields.spend === undefined) throw unknownColumn('Spend', rows);
	if (fields.date === undefined && fields.start === undefined) throw unknownColumn('Date', rows);
	return mapped(parse(FieldMap, fields, 'column mapping'), rows);
}

function unknownColumn(label: string, rows: readonly Row[]): UserError {
	const columns = Object.keys(rows[0] ?? {})
		.slice(0, 12)
		.map((column) => column.slice(0, 40));
	return new UserError(
		`No column is recognised as '${label}': the columns are ${columns.join(', ') || '(none)'}`,
		`Under 'Columns', enter the name of the column in '${label}'.`,
	);
}
