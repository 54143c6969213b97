import { Amount, money, SignedAmount } from '../../../src/money/amount';

const NO_NUMBER = 'must be an amount such as 1000 or "1000.50", with a point for decimals and no other sign';

const faultsOf = (schema: typeof Amount | typeof SignedAmount, value: unknown) =>
	schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('amounts', () => {
	test.each`
		value                       | faults                            | because
		${0}                        | ${[]}                             | ${'nothing is an amount'}
		${1000.5}                   | ${[]}                             | ${'a number'}
		${1e-7}                     | ${[]}                             | ${'a number, however JavaScript writes it'}
		${'1000.50'}                | ${[]}                             | ${'its text'}
		${'+5'}                     | ${[]}                             | ${'a plus changes nothing'}
		${'123456789.123456789012'} | ${[]}                             | ${'twelve decimals'}
		${9_000_000_000}            | ${[]}                             | ${'the most that is exact'}
		${'9000000000'}             | ${[]}                             | ${'its text'}
		${9_000_000_001}            | ${['must be at most 9000000000']} | ${'one more'}
		${'9000000000.01'}          | ${['must be at most 9000000000']} | ${'a cent more'}
		${'123456789012'}           | ${['must be at most 9000000000']} | ${'twelve digits'}
		${'1234567890123'}          | ${[NO_NUMBER]}                    | ${'thirteen are no amount'}
		${'1.1234567890123'}        | ${[NO_NUMBER]}                    | ${'nor are thirteen decimals'}
		${'-0.01'}                  | ${['must not be negative']}       | ${'less than nothing'}
		${-1}                       | ${['must not be negative']}       | ${'less than nothing as a number'}
		${'1.'}                     | ${[NO_NUMBER]}                    | ${'a point without decimals'}
		${'.5'}                     | ${[NO_NUMBER]}                    | ${'decimals without a number'}
		${'1,5'}                    | ${[NO_NUMBER]}                    | ${'a comma'}
		${'5 EUR'}                  | ${[NO_NUMBER]}                    | ${'a currency after it'}
		${'€5'}                     | ${[NO_NUMBER]}                    | ${'a currency before it'}
		${'1e3'}                    | ${[NO_NUMBER]}                    | ${'an exponent'}
		${''}                       | ${[NO_NUMBER]}                    | ${'no text'}
		${'9'.repeat(40)}           | ${[NO_NUMBER]}                    | ${'forty characters are read'}
	`('$value has the faults $faults: $because', ({ value, faults }) => {
		expect(faultsOf(Amount, value)).toEqual(faults);
	});

	test.each([null, undefined, true, NaN, Infinity, {}, '0'.repeat(41)])('%p is none', (value) => {
		expect(Amount.safeParse(value).success).toBe(false);
	});

	test('that are read are exact', () => {
		expect(money('0.1').plus(money(0.2)).toFixed()).toBe('0.3');
	});
});

describe('amounts of change', () => {
	test.each`
		value             | faults                            | because
		${'-5.00'}        | ${[]}                             | ${'a change may take away'}
		${-5}             | ${[]}                             | ${'as a number too'}
		${5}              | ${[]}                             | ${'or add'}
		${-9_000_000_000} | ${[]}                             | ${'the most that is exact'}
		${-9_000_000_001} | ${['must be at most 9000000000']} | ${'one more'}
		${'--5'}          | ${[NO_NUMBER]}                    | ${'two signs'}
	`('$value has the faults $faults: $because', ({ value, faults }) => {
		expect(faultsOf(SignedAmount, value)).toEqual(faults);
	});

	test.each([null, Infinity, '0'.repeat(41)])('%p is none', (value) => {
		expect(SignedAmount.safeParse(value).success).toBe(false);
	});
});
