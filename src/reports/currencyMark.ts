import { kept } from '../format/kept';

/** Whether a mark beside an amount, such as €, US$ or EUR, is one of a currency: its code, or a sign that English-language software writes. */
export function isCurrencyMark(mark: string, currency: string): boolean {
	const plain = mark.replace(/\.$/, '').toLowerCase();
	return plain === currency.toLowerCase() || FORMS.some((form) => signOf(currency, form).toLowerCase() === plain);
}

/** International English writes US$ where the United States write $. */
const FORMS = ['en', 'en-001'].flatMap((locale) =>
	(['symbol', 'narrowSymbol'] as const).map((currencyDisplay) => ({ locale, currencyDisplay })),
);

function signOf(currency: string, { locale, currencyDisplay }: (typeof FORMS)[number]): string {
	const format = kept(
		`mark ${locale} ${currencyDisplay} ${currency}`,
		() => new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }),
	);
	return format.formatToParts(0).find(({ type }) => type === 'currency')!.value;
}
