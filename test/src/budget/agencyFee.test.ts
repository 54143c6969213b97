import fc from 'fast-check';

import { type AgencyFee, amountWithFee, feeInWords, mediaAmount, withFee } from '../../../src/budget/agencyFee';
import { createState } from '../../../src/index';
import { toMinorUnits } from '../../../src/money/minorUnits';
import { amountIn, currency } from '../../support/arbitraries';
import { RUNS } from '../../support/runs';

const COMMISSION = { share: 0.15, of: 'gross', amounts: 'gross' } as const;
const MARKUP = { share: 0.15, of: 'media', amounts: 'gross' } as const;
const ON_TOP = { share: 0.15, of: 'gross', amounts: 'media' } as const;

test.each`
	given         | agencyFee                          | code     | amount        | fee          | media         | because
	${'10000.00'} | ${COMMISSION}                      | ${'EUR'} | ${'10000.00'} | ${'1500.00'} | ${'8500.00'}  | ${'a commission is a share of the gross amount'}
	${'11500.00'} | ${MARKUP}                          | ${'EUR'} | ${'11500.00'} | ${'1500.00'} | ${'10000.00'} | ${'a markup is a share of media'}
	${'8500.00'}  | ${ON_TOP}                          | ${'EUR'} | ${'10000.00'} | ${'1500.00'} | ${'8500.00'}  | ${'an amount of media stays, and the fee comes on top'}
	${'10000.00'} | ${{ ...MARKUP, amounts: 'media' }} | ${'EUR'} | ${'11500.00'} | ${'1500.00'} | ${'10000.00'} | ${'and so with a markup'}
	${'100.01'}   | ${COMMISSION}                      | ${'EUR'} | ${'100.01'}   | ${'15.01'}   | ${'85.00'}    | ${'85.0085 is rounded down, and the fee is the rest'}
	${'0.07'}     | ${COMMISSION}                      | ${'EUR'} | ${'0.07'}     | ${'0.02'}    | ${'0.05'}     | ${'0.0595 is never rounded up'}
	${'1000'}     | ${MARKUP}                          | ${'JPY'} | ${'1000'}     | ${'131'}     | ${'869'}      | ${'869.57 yen are 869'}
	${10000}      | ${{ ...COMMISSION, share: 0.07 }}  | ${'EUR'} | ${'10000.00'} | ${'700.00'}  | ${'9300.00'}  | ${'1 - 0.07 is 0.93 exactly'}
	${'1.000'}    | ${{ ...COMMISSION, share: 0.125 }} | ${'KWD'} | ${'1.000'}    | ${'0.125'}   | ${'0.875'}    | ${'a currency with three decimals'}
`('$given $code is $media media and $fee fee: $because', ({ given, agencyFee, code, amount, fee, media }) => {
	expect(amountWithFee(given, { agencyFee, currency: code })).toEqual({ amount, fee, media });
	expect(toMinorUnits(mediaAmount(given, { agencyFee, currency: code }), code, 'down')).toBe(
		toMinorUnits(media, code, 'down'),
	);
});

const fee = fc.record({
	share: fc.integer({ min: 1, max: 9_999 }).map((parts) => parts / 10_000),
	of: fc.constantFrom('gross' as const, 'media' as const),
	amounts: fc.constantFrom('gross' as const, 'media' as const),
});

test('media and fee are the whole amount to the minor unit, and media is never rounded up', () => {
	const ofCurrency = currency.chain((code) => fc.tuple(fc.constant(code), amountIn(code, 1, 1_000_000_000)));
	fc.assert(
		fc.property(ofCurrency, fee, ([code, given], agencyFee: AgencyFee) => {
			const parts = amountWithFee(given, { agencyFee, currency: code })!;
			const units = (amount: string) => toMinorUnits(amount, code, 'nearest');
			const [amount, ofFee, media] = [parts.amount, parts.fee, parts.media].map(units) as [number, number, number];
			expect(media + ofFee).toBe(amount);
			expect(units(agencyFee.amounts === 'gross' ? parts.amount : parts.media)).toBe(units(given));
			const exact = agencyFee.of === 'gross' ? amount * (1 - agencyFee.share) : amount / (1 + agencyFee.share);
			if (agencyFee.amounts === 'gross') expect(media).toBeLessThanOrEqual(exact + 1e-5);
			expect(Math.abs(media - exact)).toBeLessThan(1);
		}),
		RUNS,
	);
});

test('what media cost the client is nearly the amount that they were taken from', () => {
	expect(withFee('8500.00', COMMISSION, 'EUR')).toBe('10000.00');
	expect(withFee(4930, COMMISSION, 'EUR')).toBe('5800.00');
	expect(withFee('10000.00', MARKUP, 'EUR')).toBe('11500.00');
});

test('a fee in words', () => {
	expect(feeInWords(COMMISSION)).toBe('15% fee');
	expect(feeInWords({ ...MARKUP, share: 0.125 })).toBe('12.5% fee on media');
});

test.each`
	changes                                                                                         | message                                                             | because
	${{ agencyFee: { share: 0 } }}                                                                  | ${/share.* must be above 0/}                                        | ${'a fee of nothing is no fee'}
	${{ agencyFee: { share: 1 } }}                                                                  | ${/share.* must be below 1/}                                        | ${'nothing would be left'}
	${{ agencyFee: { share: 0.15 }, monthlyAmount: '0.01' }}                                        | ${/monthlyAmount.*0.01 leaves nothing for media after the fee/}     | ${'a target of 0 cannot be paced'}
	${{ agencyFee: { share: 0.15 }, amountsFrom: [{ from: '2026-12-01', monthlyAmount: '0.01' }] }} | ${/2026-12-01 that of 0.01 leaves nothing for media after the fee/} | ${'nor one from a date'}
	${{ agencyFee: { share: 0.5 }, dailyAmount: '48.00', limits: { minHourlyAmount: '1.50' } }}     | ${/a day has 24.00 EUR/}                                            | ${'limits are media: 36.00 of minima do not fit 24.00'}
`('$changes is refused: $because', ({ changes, message }) => {
	const base = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '10000.00' };
	expect(() => createState({ ...base, ...changes })).toThrow(message);
});
