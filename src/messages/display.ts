/** Formats are kept: making one takes longer than using it a hundred times, and currencies and zones are few. */
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function kept<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => Format): Format {
	const known = formats.get(key) as Format | undefined;
	if (known !== undefined) return known;
	const format = make();
	formats.set(key, format);
	return format;
}

/** An amount as a person reads it: 1,234.50 EUR becomes €1,234.50. */
export const displayMoney = (amount: number | string, currency: string): string =>
	kept(`money ${currency}`, () => new Intl.NumberFormat('en-GB', { style: 'currency', currency })).format(
		Number(amount),
	);

/** An amount for the axis of a picture, in three digits: €250, €1.25K. */
export const displayShortMoney = (amount: number, currency: string): string =>
	kept(
		`short ${currency}`,
		() =>
			new Intl.NumberFormat('en-GB', {
				style: 'currency',
				currency,
				notation: 'compact',
				minimumFractionDigits: 0,
				maximumSignificantDigits: 3,
			}),
	).format(amount);

/** A share as a whole percentage: 62%. */
export const displayPercent = (fraction: number): string =>
	kept('percent', () => new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 })).format(
		fraction,
	);

/** The time of an instant on the clocks of a zone: 14:30. */
export const displayTime = (instantMs: number, timeZone: string): string =>
	kept(
		`time ${timeZone}`,
		() => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
	).format(instantMs);

/** Day and time of an instant on the clocks of a zone: 23 Nov 2026, 14:30. */
export const displayInstant = (instantMs: number, timeZone: string): string =>
	kept(
		`instant ${timeZone}`,
		() => new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' }),
	).format(instantMs);
