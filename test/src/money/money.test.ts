import { code, codes } from 'currency-codes';
import fc from 'fast-check';

import { currencyDigits, isCurrency } from '../../../src/money/currency';
import { Decimal } from '../../../src/money/decimal';
import { fromMicros, toMicros } from '../../../src/money/micros';
import { fromMinorUnits, minorUnitsOfMicros, toMinorUnits } from '../../../src/money/minorUnits';

/** Units of account, for which the list has no minor unit and its reader 0. */
const WITHOUT_MINOR_UNIT = ['XDR', 'XSU'];

describe('currencies', () => {
	test.each`
		currency | digits | because
		${'EUR'} | ${2}   | ${'cents'}
		${'JPY'} | ${0}   | ${'the yen has no minor unit'}
		${'KWD'} | ${3}   | ${'fils are thousandths'}
		${'HUF'} | ${2}   | ${'ISO 4217 has the fillér, although some platforms count whole forints'}
	`('$currency has $digits decimals: $because', ({ currency, digits }) => {
		expect(currencyDigits(currency)).toBe(digits);
	});

	test('every currency has the minor unit of ISO 4217, list one, as published in the package currency-codes', () => {
		const listed = codes().filter((currency) => isCurrency(currency) && !WITHOUT_MINOR_UNIT.includes(currency));
		expect(listed.length).toBeGreaterThan(150);
		expect(listed.filter((currency) => currencyDigits(currency) !== code(currency)!.digits)).toEqual([]);
	});

	test('an unknown code is shown truncated, with what to do', () => {
		expect(() => currencyDigits('x'.repeat(30))).toThrow(
			expect.objectContaining({
				name: 'UserError',
				message: `'${'x'.repeat(20)}' is not a currency code`,
				description: "Set 'Currency' to three capital letters of ISO 4217, such as EUR, USD or JPY.",
			}),
		);
	});

	test.each(['eur', 'EURO', 'XYZ', '', 'constructor', '€'])("'%s' is not a currency", (code) => {
		expect(isCurrency(code)).toBe(false);
		expect(() => currencyDigits(code)).toThrow(/is not a currency code/);
	});
});

describe('micros', () => {
	test.each`
		amount                 | micros                   | because
		${'41.27'}             | ${41_270_000}            | ${"Google's own example"}
		${'0.0000005'}         | ${1}                     | ${'half a micro is rounded up'}
		${0.1}                 | ${100_000}               | ${'a number is read as it is written'}
		${'8999999999.999999'} | ${8_999_999_999_999_999} | ${'amounts up to nine billion are exact'}
	`('$amount is $micros micros: $because', ({ amount, micros }) => {
		expect(toMicros(amount)).toBe(micros);
	});

	test('are those of exact decimal arithmetic', () => {
		const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${length}}$`));
		fc.assert(
			fc.property(fc.constantFrom('', '-'), digits(9), digits(12), (sign, whole, fraction) => {
				const amount = `${sign}${whole}.${fraction}`;
				expect(toMicros(amount)).toBe(new Decimal(amount).times(1e6).round().toNumber());
			}),
			{ numRuns: 2000 },
		);
	});

	test('micros survive a round trip', () => {
		expect(fromMicros(41_270_001).toFixed()).toBe('41.270001');
	});
});

describe('minor units', () => {
	test.each`
		micros       | currency | units   | because
		${12_345}    | ${'EUR'} | ${1}    | ${'1.2 cents'}
		${5000}      | ${'EUR'} | ${1}    | ${'half a cent is rounded up'}
		${4999}      | ${'EUR'} | ${0}    | ${'less than half a cent'}
		${2_500_000} | ${'JPY'} | ${3}    | ${'half a yen is rounded up'}
		${1_234_500} | ${'KWD'} | ${1235} | ${'half a fils is rounded up'}
	`('$micros micros are $units of $currency: $because', ({ micros, currency, units }) => {
		expect(minorUnitsOfMicros(micros, currency)).toBe(units);
	});

	test.each`
		amount      | currency | rounding     | units   | text       | because
		${'12.345'} | ${'EUR'} | ${'nearest'} | ${1235} | ${'12.35'} | ${'half a cent is rounded up'}
		${'12.345'} | ${'EUR'} | ${'down'}    | ${1234} | ${'12.34'} | ${'a cap is rounded down'}
		${'12.341'} | ${'EUR'} | ${'up'}      | ${1235} | ${'12.35'} | ${'a minimum is rounded up'}
		${'12.5'}   | ${'JPY'} | ${'nearest'} | ${13}   | ${'13'}    | ${'no decimals'}
		${'1.2345'} | ${'KWD'} | ${'down'}    | ${1234} | ${'1.234'} | ${'three decimals'}
		${'0.05'}   | ${'EUR'} | ${'nearest'} | ${5}    | ${'0.05'}  | ${'leading zeros are kept'}
		${'-0.05'}  | ${'EUR'} | ${'nearest'} | ${-5}   | ${'-0.05'} | ${'a negative amount has its sign in front'}
		${'-1.239'} | ${'EUR'} | ${'down'}    | ${-124} | ${'-1.24'} | ${'down is toward negative infinity'}
		${'-1.239'} | ${'EUR'} | ${'up'}      | ${-123} | ${'-1.23'} | ${'up is toward positive infinity'}
		${'-5'}     | ${'JPY'} | ${'nearest'} | ${-5}   | ${'-5'}    | ${'also without decimals'}
		${'0'}      | ${'EUR'} | ${'nearest'} | ${0}    | ${'0.00'}  | ${'zero has no sign'}
	`('$amount $currency $rounding is $units: $because', ({ amount, currency, rounding, units, text }) => {
		expect(toMinorUnits(amount, currency, rounding)).toBe(units);
		expect(fromMinorUnits(units, currency)).toBe(text);
	});
});
