/** An amount as a person reads it: 1,234.50 EUR becomes €1,234.50. */
export const displayMoney = (amount: number | string, currency: string): string =>
	new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(Number(amount));

/** A share as a whole percentage: 62%. */
export const displayPercent = (fraction: number): string =>
	new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }).format(fraction);

/** The time of an instant on the clocks of a zone: 14:30. */
export const displayTime = (instantMs: number, timeZone: string): string =>
	new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instantMs);

/** Day and time of an instant on the clocks of a zone: 23 Nov 2026, 14:30. */
export const displayInstant = (instantMs: number, timeZone: string): string =>
	new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(instantMs);

/** A name inside a Slack message: its three control characters escaped. */
export const escapeSlack = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
