import { formatMoney, formatShortMoney } from '../../../src/format/formatMoney';
import { currencyDigits } from '../../../src/money/currency';

/** Decimals that are printed: digits after the point. */
const decimalsIn = (text: string): number => text.match(/\.(\d+)/)?.[1]?.length ?? 0;

test.each`
	amount       | currency | expected          | because
	${1234.5}    | ${'EUR'} | ${'€1,234.50'}    | ${'cents'}
	${'1234.50'} | ${'EUR'} | ${'€1,234.50'}    | ${'amounts leave the core as text'}
	${1234.5}    | ${'HUF'} | ${'HUF 1,234.50'} | ${'a budget is counted in fillér, although none are coined'}
	${0.4}       | ${'COP'} | ${'COP 0.40'}     | ${'a cost per click is not 0'}
	${1234.5}    | ${'JPY'} | ${'JP¥1,235'}     | ${'the yen has no minor unit'}
	${1.5}       | ${'KWD'} | ${'KWD 1.500'}    | ${'fils are thousandths'}
	${1.5}       | ${'IQD'} | ${'IQD 1.500'}    | ${'so are these, of which Intl prints none'}
	${-0.05}     | ${'EUR'} | ${'-€0.05'}       | ${'what is taken away'}
`('$amount $currency reads $expected: $because', ({ amount, currency, expected }) => {
	expect(formatMoney(amount, currency).replace(/\u00a0/g, ' ')).toBe(expected);
});

test.each(Intl.supportedValuesOf('currency'))('%s is printed with all decimals that it is counted in', (currency) => {
	expect(decimalsIn(formatMoney(1234.5, currency))).toBe(currencyDigits(currency));
});

test('what is no currency is not printed as one', () => {
	expect(() => formatMoney(1, 'XYZ')).toThrow(/is not a currency code/);
});

test.each`
	amount       | expected       | because
	${250}       | ${/^€250$/}    | ${'no decimals without need'}
	${0.125}     | ${/^€0.125$/}  | ${'three digits of little'}
	${1250}      | ${/^€1.25k$/i} | ${'thousands, in the letter of the ICU release'}
	${1_234_567} | ${/^€1.23m$/i} | ${'millions'}
`('on an axis $amount EUR reads $expected: $because', ({ amount, expected }) => {
	expect(formatShortMoney(amount, 'EUR')).toMatch(expected);
});
