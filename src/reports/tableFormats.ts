import type { FieldMap } from './fieldMap';
import { isMissing } from './readNumber';
import type { Row } from './row';
import { type Formats, settledFormats } from './settledFormats';
import { type DayOrder, writtenDate } from './writtenDate';
import { NUMBER_FORMATS, type NumberFormat, plainFigure, writtenNumber } from './writtenNumber';

/** How the columns of a table are written. */
export interface TableFormats {
	readonly numberFormat: (column: string) => NumberFormat;
	/** Null if only dates that begin with the year are accepted. */
	readonly dayOrder: (column: string) => DayOrder | null;
}

/**
 * The formats of a table's columns: as chosen, or decided over all of their cells.
 *
 * @throws UserError for a column that stays ambiguous
 */
export function tableFormats(fields: FieldMap, rows: readonly Row[]): TableFormats {
	const { numberFormat, dateFormat } = fields;
	return {
		numberFormat:
			numberFormat === 'auto' ? settledFormats(texts(numberColumns(fields), rows), NUMBERS) : () => numberFormat,
		dayOrder:
			dateFormat === 'auto'
				? settledFormats(texts(dateColumns(fields), rows), DATES)
				: () => (dateFormat === 'iso' ? null : dateFormat),
	};
}

const numberColumns = ({ spend, impressions, clicks, conversions, revenue, multiplier }: FieldMap) => [
	...[spend, impressions, clicks],
	...[conversions, revenue, multiplier],
];

const dateColumns = ({ date, start, end }: FieldMap) => (start === undefined ? [date] : [start, end]);

/** The different texts in each of the columns. */
function texts(columns: readonly (string | undefined)[], rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
	const isText = (cell: unknown): cell is string => typeof cell === 'string' && !isMissing(cell);
	return new Map(
		columns
			.filter((column) => column !== undefined)
			.map((column) => [column, [...new Set(rows.map((row) => row[column]).filter(isText))]]),
	);
}

const NUMBERS: Formats<NumberFormat> = {
	setting: 'Number Format',
	choices: NUMBER_FORMATS,
	readings: (cell) => {
		const figure = writtenNumber(cell)?.figure ?? '';
		return { point: plainFigure(figure, 'point'), comma: plainFigure(figure, 'comma') };
	},
	shown: (reading) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 }).format(Number(reading)),
};

const DATES: Formats<DayOrder> = {
	setting: 'Date Format',
	choices: { dayFirst: 'Day First', monthFirst: 'Month First' },
	readings: (cell) => {
		const written = writtenDate(cell);
		if (written === null) return { dayFirst: null, monthFirst: null };
		const { dayFirst, monthFirst } = written.day;
		return { dayFirst, monthFirst: written.pointed && dayFirst !== null ? null : monthFirst };
	},
	shown: (reading) =>
		new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(reading)),
};
