import fc from 'fast-check';

import { UserError } from '../../../src/errors';
import { Decimal } from '../../../src/money/decimal';
import { splitMoney } from '../../../src/money/splitMoney';
import { amountIn, currency } from '../../support/arbitraries';
import { RUNS } from '../../support/runs';

const sum = (parts: readonly string[]) => parts.reduce((total, part) => total.plus(part), new Decimal(0));

const weights = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('splitMoney', () => {
	test.each`
		amount             | weights              | currency | parts                                 | because
		${'100.00'}        | ${[1, 1, 1]}         | ${'EUR'} | ${['33.33', '33.34', '33.33']}        | ${'the cent goes where the running total rounds up'}
		${1000}            | ${Array(24).fill(1)} | ${'EUR'} | ${null}                               | ${'a day of 24 equal hours adds up to the cent'}
		${'100'}           | ${[1, 1, 1]}         | ${'JPY'} | ${['33', '34', '33']}                 | ${'the yen has no decimals'}
		${'1.000'}         | ${[1, 1, 1]}         | ${'KWD'} | ${['0.333', '0.334', '0.333']}        | ${'the dinar has three'}
		${'0.02'}          | ${[1, 1, 1]}         | ${'EUR'} | ${['0.01', '0.00', '0.01']}           | ${'with less than a cent each, some parts get nothing'}
		${'0'}             | ${[1, 2]}            | ${'EUR'} | ${['0.00', '0.00']}                   | ${'zero splits into zeros'}
		${'10.00'}         | ${[0, 1]}            | ${'EUR'} | ${['0.00', '10.00']}                  | ${'a weight of 0 gets nothing'}
		${'0'}             | ${[0, 0]}            | ${'EUR'} | ${['0.00', '0.00']}                   | ${'zero needs no weights'}
		${'1.00'}          | ${[1e200, 3e200]}    | ${'EUR'} | ${['0.25', '0.75']}                   | ${'weights may be large'}
		${'1.00'}          | ${[1e-200, 3e-200]}  | ${'EUR'} | ${['0.25', '0.75']}                   | ${'or small'}
		${'9000000000.00'} | ${[1, 1]}            | ${'EUR'} | ${['4500000000.00', '4500000000.00']} | ${'the largest amount is still exact'}
	`('$amount $currency by $weights: $because', ({ amount, weights: given, currency: code, parts }) => {
		const split = splitMoney(amount, given, code);
		expect(sum(split).eq(amount)).toBe(true);
		if (parts !== null) expect(split).toEqual(parts);
	});

	test.each`
		bounds                         | parts                          | because
		${[{ max: '10.00' }, {}, {}]}  | ${['10.00', '45.00', '45.00']} | ${'the amount above a maximum goes to the others'}
		${[{ min: '50.00' }, {}, {}]}  | ${['50.00', '25.00', '25.00']} | ${'the amount below a minimum comes from the others'}
		${[{ min: '33.331' }, {}, {}]} | ${['33.34', '33.33', '33.33']} | ${'a minimum is rounded up to the cent'}
		${[{ max: '10.009' }, {}, {}]} | ${['10.00', '45.00', '45.00']} | ${'a maximum is rounded down, however close to the next cent'}
		${[{ max: '33.339' }, {}, {}]} | ${['33.33', '33.34', '33.33']} | ${'a maximum is rounded down to the cent'}
	`('100.00 EUR in three with $bounds: $because', ({ bounds, parts }) => {
		expect(splitMoney('100.00', [1, 1, 1], 'EUR', bounds)).toEqual(parts);
	});

	test.each`
		amount      | bounds                                  | message
		${'100.00'} | ${[{ min: '60.00' }, { min: '50.00' }]} | ${/minima add up to 110\.00 EUR, more than the 100\.00 EUR/}
		${'100.00'} | ${[{ max: '40.00' }, { max: '50.00' }]} | ${/maxima add up to 90\.00 EUR, less than the 100\.00 EUR/}
		${'100.00'} | ${[{ min: '60.00', max: '50.00' }, {}]} | ${/Part 1 has a minimum of 60\.00 EUR above its maximum of 50\.00 EUR/}
		${'100.00'} | ${[{ min: '-1' }, {}]}                  | ${/minimum of a part cannot be used: must not be negative/}
		${'100.00'} | ${[{ max: '-1' }, {}]}                  | ${/maximum of a part cannot be used: must not be negative/}
		${'0.005'}  | ${[{}, {}]}                             | ${/0\.005 EUR is not a whole number/}
		${'abc'}    | ${[{}, {}]}                             | ${/amount to split cannot be used: must be an amount/}
		${-1}       | ${[{}, {}]}                             | ${/must not be negative/}
		${'1,000'}  | ${[{}, {}]}                             | ${/with a decimal point/}
	`('$amount with $bounds is refused: $message', ({ amount, bounds, message }) => {
		expect(() => splitMoney(amount, [1, 1], 'EUR', bounds)).toThrow(UserError);
		expect(() => splitMoney(amount, [1, 1], 'EUR', bounds)).toThrow(message);
	});

	test.each`
		amount      | bounds                                  | description
		${'100.00'} | ${[{ min: '60.00' }, { min: '50.00' }]} | ${'Lower the minima or raise the amount.'}
		${'100.00'} | ${[{ max: '40.00' }, { max: '50.00' }]} | ${'Raise the maxima, lower the amount, or give a weight above 0 to the parts that have none.'}
		${'100.00'} | ${[{ min: '60.00', max: '50.00' }, {}]} | ${'Lower the minimum or raise the maximum.'}
		${'0.019'}  | ${[{}, {}]}                             | ${'Round it to 0.01, or check the currency.'}
	`('$amount with $bounds is refused with what to do: $description', ({ amount, bounds, description }) => {
		expect(() => splitMoney(amount, [1, 1], 'EUR', bounds)).toThrow(expect.objectContaining({ description }));
	});

	test('parts of small weight share the amount above a maximum by their weights', () => {
		const bounds = [{ max: '1.00' }, {}, {}];
		expect(splitMoney('100.00', [1, 0.001, 0.002], 'EUR', bounds)).toEqual(['1.00', '33.00', '66.00']);
	});

	test.each`
		weights          | bounds          | message
		${[1, NaN]}      | ${undefined}    | ${'a weight of NaN is not a finite number of at least 0'}
		${[1, -1]}       | ${undefined}    | ${'a weight of -1 is not a finite number of at least 0'}
		${[1, Infinity]} | ${undefined}    | ${'a weight of Infinity is not a finite number of at least 0'}
		${[1, 1]}        | ${[{}]}         | ${'1 bounds for 2 weights'}
		${[1, 1]}        | ${[{}, {}, {}]} | ${'3 bounds for 2 weights'}
	`('$weights with $bounds is a bug of the caller: $message', ({ weights: given, bounds, message }) => {
		expect(() => splitMoney(1, given, 'EUR', bounds)).toThrow(expect.objectContaining({ name: 'RangeError', message }));
	});

	test('without any weight the amount cannot be split', () => {
		expect(() => splitMoney(1, [0, 0], 'EUR')).toThrow(/maxima add up to 0\.00 EUR, less than the 1\.00 EUR/);
	});

	test('parts add up to the amount and every prefix is within half a minor unit of its exact value', () => {
		fc.assert(
			fc.property(
				currency.chain((code) => fc.tuple(fc.constant(code), amountIn(code, 0, 10_000_000), weights)),
				([code, amount, given]) => {
					const parts = splitMoney(amount, given, code);
					expect(sum(parts).eq(amount)).toBe(true);
					const unit = new Decimal(10).pow(-(amount.split('.')[1]?.length ?? 0));
					const total = given.reduce((all, weight) => all.plus(weight), new Decimal(0));
					let prefix = new Decimal(0);
					let exact = new Decimal(0);
					parts.forEach((part, position) => {
						prefix = prefix.plus(part);
						exact = exact.plus(new Decimal(amount).times(given[position]!).div(total));
						expect(prefix.minus(exact).abs().lte(unit.times('0.500001'))).toBe(true);
					});
				},
			),
			RUNS,
		);
	});

	test('feasible bounds and the total are kept to the minor unit', () => {
		const bounded = fc.tuple(currency, weights).chain(([code, given]) =>
			fc.tuple(
				fc.constant(code),
				fc.constant(given),
				fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 })), {
					minLength: given.length,
					maxLength: given.length,
				}),
				fc.double({ min: 0, max: 1, noNaN: true }),
			),
		);
		fc.assert(
			fc.property(bounded, ([code, given, ranges, position]) => {
				const digits = { JPY: 0, EUR: 2, KWD: 3 }[code]!;
				const lows = ranges.map(([a, b]) => Math.min(a, b));
				const highs = ranges.map(([a, b]) => Math.max(a, b));
				const least = lows.reduce((a, b) => a + b, 0);
				const most = highs.reduce((a, b) => a + b, 0);
				const total = Math.round(least + position * (most - least));
				const text = (units: number) => (units / 10 ** digits).toFixed(digits);
				const parts = splitMoney(
					text(total),
					given,
					code,
					ranges.map((_, part) => ({ min: text(lows[part]!), max: text(highs[part]!) })),
				);
				expect(sum(parts).eq(text(total))).toBe(true);
				parts.forEach((part, index) => {
					expect(new Decimal(part).gte(text(lows[index]!)) && new Decimal(part).lte(text(highs[index]!))).toBe(true);
				});
			}),
			RUNS,
		);
	});

	test('increasing the amount by one minor unit never reduces a part', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 100_000 }), weights, (units, given) => {
				const cents = (parts: readonly string[]) => parts.map((part) => Math.round(Number(part) * 100));
				const before = cents(splitMoney((units / 100).toFixed(2), given, 'EUR'));
				const after = cents(splitMoney(((units + 1) / 100).toFixed(2), given, 'EUR'));
				const lost = before.filter((part, position) => part > after[position]! + 1);
				expect(lost).toEqual([]);
			}),
			RUNS,
		);
	});
});
