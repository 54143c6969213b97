/** Decimal sign of a table: 1,234.56 has a point, 1.234,56 a comma. */
export const NUMBER_FORMATS = { point: '1,234.56', comma: '1.234,56' } as const;
export type NumberFormat = keyof typeof NUMBER_FORMATS;

/** A number as a person or a spreadsheet writes it, taken apart. */
export interface WrittenNumber {
	readonly sign: '' | '+' | '-';
	/** Digits with their thousands and decimal signs. */
	readonly figure: string;
	/** What stands before or after them, such as €, EUR or %. */
	readonly mark: string;
}

/** More than the longest number with a currency. */
const MAX_LENGTH = 60;

/** Without signs, marks and spaces, as most cells are. */
const BARE = /^\d[\d.,]*$/;
const WRITTEN = /^([+\-−]?)([^\d\s+\-−]*)\s*([+\-−]?)(\d[\d.,'’\s]*?)\s*([^\d\s.,'’][^\d\s]*)?$/;

/** The parts of a written number; null for any other text. */
export function writtenNumber(text: string): WrittenNumber | null {
	if (text.length > MAX_LENGTH) return null;
	if (BARE.test(text)) return { sign: '', figure: text, mark: '' };
	const [, outer = '', before = '', inner = '', figure, after = ''] = WRITTEN.exec(text.trim()) ?? [];
	if (figure === undefined || (outer !== '' && inner !== '') || (before !== '' && after !== '')) return null;
	const sign = outer + inner;
	return { sign: sign === '−' ? '-' : (sign as '' | '+' | '-'), figure, mark: before + after };
}

/**
 * Thousands are separated by the sign that is not the decimal one, an apostrophe or a space, the same throughout; they do not begin with 0.
 * With a decimal point, India's groups of two are read too.
 */
const GROUPED = {
	point: /^(?:[1-9]\d{0,2}([,'’\s])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3})(?:\.(\d+))?$/,
	comma: /^[1-9]\d{0,2}([.'’\s])\d{3}(?:\1\d{3})*(?:,(\d+))?$/,
} as const;
const UNGROUPED = { point: /^\d+(?:\.(\d+))?$/, comma: /^\d+(?:,(\d+))?$/ } as const;

/** A figure as digits with a decimal point; null if the format does not write numbers so. */
export function plainFigure(figure: string, format: NumberFormat): string | null {
	const found = UNGROUPED[format].exec(figure) ?? GROUPED[format].exec(figure);
	if (found === null) return null;
	const decimals = found.at(-1);
	const whole = (decimals === undefined ? figure : figure.slice(0, -decimals.length)).replace(/\D/g, '');
	return decimals === undefined ? whole : `${whole}.${decimals}`;
}
