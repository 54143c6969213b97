/** Digits that every figure has at least, in all and behind the point; no currency has more decimals than four. */
const LEAST_DIGITS = 6;
const LEAST_DECIMALS = 4;

/** The numbers in fields of an item without digits that mean nothing. Amounts and instants stay exact: only estimates and ratios have more digits. */
export function rounded<Fields>(fields: Fields): Fields {
	if (typeof fields === 'number') return roundedFigure(fields) as Fields;
	if (Array.isArray(fields)) return fields.map(rounded) as Fields;
	if (typeof fields !== 'object' || fields === null) return fields;
	return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, rounded(field)])) as Fields;
}

function roundedFigure(figure: number): number {
	if (Number.isInteger(figure) || !Number.isFinite(figure)) return figure;
	const digitsBefore = Math.floor(Math.log10(Math.abs(figure))) + 1;
	return Number(figure.toFixed(Math.min(100, Math.max(LEAST_DECIMALS, LEAST_DIGITS - digitsBefore))));
}
