import { Amount, money, SignedAmount } from '../../../src/money/amount';

const MALFORMED =
	'must be an amount such as 1000 or "1000.50", with a decimal point and no other separators or symbols';

const issuesOf = (schema: typeof Amount | typeof SignedAmount, value: unknown) =>
	schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('amounts', () => {
	test.each`
		value                       | issues                            | because
		${0}                        | ${[]}                             | ${'zero is an amount'}
		${1000.5}                   | ${[]}                             | ${'a number'}
		${1e-7}                     | ${[]}                             | ${'a number that JavaScript prints with an exponent'}
		${'1000.50'}                | ${[]}                             | ${'its text'}
		${'+5'}                     | ${[]}                             | ${'a plus sign is allowed'}
		${'123456789.123456789012'} | ${[]}                             | ${'twelve decimals'}
		${9_000_000_000}            | ${[]}                             | ${'the largest exact amount'}
		${'9000000000'}             | ${[]}                             | ${'its text'}
		${9_000_000_001}            | ${['must be at most 9000000000']} | ${'one more'}
		${'9000000000.01'}          | ${['must be at most 9000000000']} | ${'a cent more'}
		${'123456789012'}           | ${['must be at most 9000000000']} | ${'twelve digits'}
		${'1234567890123'}          | ${[MALFORMED]}                    | ${'thirteen are malformed'}
		${'1.1234567890123'}        | ${[MALFORMED]}                    | ${'so are thirteen decimals'}
		${'-0.01'}                  | ${['must not be negative']}       | ${'a negative amount'}
		${-1}                       | ${['must not be negative']}       | ${'a negative number'}
		${'1.'}                     | ${[MALFORMED]}                    | ${'a point without decimals'}
		${'.5'}                     | ${[MALFORMED]}                    | ${'decimals without a whole part'}
		${'1,5'}                    | ${[MALFORMED]}                    | ${'a comma'}
		${'5 EUR'}                  | ${[MALFORMED]}                    | ${'a currency after it'}
		${'€5'}                     | ${[MALFORMED]}                    | ${'a currency before it'}
		${'1e3'}                    | ${[MALFORMED]}                    | ${'an exponent'}
		${''}                       | ${[MALFORMED]}                    | ${'an empty text'}
		${'9'.repeat(40)}           | ${[MALFORMED]}                    | ${'forty characters are read'}
	`('$value has the issues $issues: $because', ({ value, issues }) => {
		expect(issuesOf(Amount, value)).toEqual(issues);
	});

	test.each([null, undefined, true, NaN, Infinity, {}, '0'.repeat(41)])('%p is not an amount', (value) => {
		expect(Amount.safeParse(value).success).toBe(false);
	});

	test('are read exactly', () => {
		expect(money('0.1').plus(money(0.2)).toFixed()).toBe('0.3');
	});
});

describe('amounts of change', () => {
	test.each`
		value             | issues                            | because
		${'-5.00'}        | ${[]}                             | ${'a change may be negative'}
		${-5}             | ${[]}                             | ${'as a number too'}
		${5}              | ${[]}                             | ${'or positive'}
		${-9_000_000_000} | ${[]}                             | ${'the largest exact amount'}
		${-9_000_000_001} | ${['must be at most 9000000000']} | ${'one more'}
		${'--5'}          | ${[MALFORMED]}                    | ${'two signs'}
	`('$value has the issues $issues: $because', ({ value, issues }) => {
		expect(issuesOf(SignedAmount, value)).toEqual(issues);
	});

	test.each([null, Infinity, '0'.repeat(41)])('%p is not an amount', (value) => {
		expect(SignedAmount.safeParse(value).success).toBe(false);
	});
});
