import { UserError } from '../errors';
import { parse } from '../parse';
import { FieldMap, type FieldMapInput } from './fieldMap';
import { mapped } from './mapped';
import type { ReportFormats, RowReader } from './reportFormat';
import type { Row } from './row';

/**
 * The reader of a format's rows.
 *
 * @param fields columns of a mapped table
 * @param rows   the whole report
 * @throws UserError for a mapped table without column names, or with a column whose format stays ambiguous
 * @throws RangeError for an unknown format
 */
export function readerOf<Id extends string>(
	format: Id | 'mapped',
	formats: ReportFormats<Id>,
	fields: FieldMapInput | undefined,
	rows: readonly Row[],
): RowReader {
	if (format === 'mapped') return mappedReader(fields, rows);
	if (Object.hasOwn(formats, format)) return formats[format];
	throw new RangeError(`'${String(format)}' is not one of ${Object.keys(formats).join(', ')}, mapped`);
}

function mappedReader(fields: FieldMapInput | undefined, rows: readonly Row[]): RowReader {
	if (fields !== undefined) return mapped(parse(FieldMap, fields, 'column mapping'), rows);
	throw new UserError('Mapped rows need column names', "Name at least the columns 'date', 'hour' and 'spend'.");
}
