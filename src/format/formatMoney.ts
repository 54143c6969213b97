import { currencyDigits } from '../money/currency';
import type { Interval } from '../statistics/interval';
import { kept } from './kept';

/**
 * An amount as a person reads it, with all decimals of its currency: 1234.5 is €1,234.50, ¥1,235 or KWD 1,234.500.
 *
 * The decimals are ISO 4217's, which this package counts in; those of `Intl` leave out the minor unit of 17 currencies (HUF, COP, IDR ...).
 *
 * @throws UserError for a code that ISO 4217 does not know
 */
export function formatMoney(amount: number | string, currency: string): string {
	const format = kept(`money ${currency}`, () => {
		const digits = currencyDigits(currency);
		return new Intl.NumberFormat('en-GB', {
			style: 'currency',
			currency,
			minimumFractionDigits: digits,
			maximumFractionDigits: digits,
		});
	});
	return format.format(Number(amount));
}

/** An amount for the axis of a chart, in three digits: €250, €1.25k. */
export function formatShortMoney(amount: number, currency: string): string {
	const format = kept(
		`short ${currency}`,
		() =>
			new Intl.NumberFormat('en-GB', {
				style: 'currency',
				currency,
				notation: 'compact',
				minimumFractionDigits: 0,
				maximumSignificantDigits: 3,
			}),
	);
	return format.format(amount);
}

/** A forecast in three digits, with its interval: €1.44k (€1.18k to €1.73k). */
export const formatShortInterval = ({ mean, low, high }: Interval, currency: string): string => {
	const [middle, from, to] = [mean, low, high].map((amount) => formatShortMoney(amount, currency));
	return `${middle!} (${from!} to ${to!})`;
};
