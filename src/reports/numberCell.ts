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
		const written = writtenNumber(value);
		const plain = written && plainFigure(written.figure, format);
		if (written === null || plain === null) return notNumber(value, field, format, written?.figure);
		const digits = written.sign === '-' ? `-${plain}` : plain;
		if (written.mark === '') return read(digits, field);
		if (written.mark === '%' && mark === 'percent') {
			if (written.sign === '') return read(Number(plain) / 100, field);
			return { reason: `${quoted(field)} is ${quoted(value)}, a change: write the factor, such as 110% or 1.1` };
		}
		if (written.mark === '%' || typeof mark === 'string') return notNumber(value, field, format);
		if (isCurrencyMark(written.mark, mark.currency)) return read(digits, field);
		return { reason: `${quoted(field)} is ${quoted(value)}, but its currency is ${mark.currency}` };
	};

/** What a number looks like, and whether the other format can read the figure. */
function notNumber(value: string, field: string, format: NumberFormat, figure = ''): Rejection {
	const isOther = plainFigure(figure, format === 'point' ? 'comma' : 'point') !== null;
	const advice = isOther ? ": choose another 'Number Format'" : '';
	return { reason: `${quoted(field)} is ${quoted(value)}, not a number like ${NUMBER_FORMATS[format]}${advice}` };
}
