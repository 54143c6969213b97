import { isCurrencyMark } from './currencyMark';
import { type Rejection, quoted } from './rejection';
import { NUMBER_FORMATS, type NumberFormat, plainFigure, writtenNumber } from './writtenNumber';

/** What may stand beside the digits of a cell. */
export type Mark = { readonly currency: string } | 'percent' | 'none';

type Read = (value: unknown, field: string) => number | Rejection;

/**
 * Reads cells whose text is a number as people and spreadsheets write it. Values that are no text are read as they are.
 *
 * @param mark what may stand beside the digits; a percentage is read as its hundredth
 * @param read reads plain digits with a decimal point
 */
export const numberCell =
	(format: NumberFormat, mark: Mark, read: Read): Read =>
	(value, field) => {
		if (typeof value !== 'string') return read(value, field);
		const cell = `${quoted(field)} is ${quoted(value)}`;
		const written = writtenNumber(value);
		const plain = written && plainFigure(written.figure, format);
		if (written === null || plain === null) return { reason: `${cell}, not a number${hint(written?.figure, format)}` };
		const digits = `${written.sign === '-' ? '-' : ''}${plain}`;
		if (written.mark === '') return read(digits, field);
		if (written.mark === '%' && mark === 'percent') {
			if (written.sign === '') return read(Number(plain) / 100, field);
			return { reason: `${cell}, a change: write the factor, such as 110% or 1.1` };
		}
		if (written.mark === '%' || typeof mark === 'string') return { reason: `${cell}, not a number${hint('', format)}` };
		if (isCurrencyMark(written.mark, mark.currency)) return read(digits, field);
		return { reason: `${cell}, but its currency is ${mark.currency}` };
	};

/** What a number looks like, and that the other format can read the figure. */
function hint(figure: string | undefined, format: NumberFormat): string {
	const other = format === 'point' ? 'comma' : 'point';
	const isOther = figure !== undefined && plainFigure(figure, other) !== null;
	return ` like ${NUMBER_FORMATS[format]}${isOther ? ": choose another 'Number Format'" : ''}`;
}
