import { hourSpend } from '../../../src/backtest/hourSpend';

const model = { elasticity: 2, logMultiplier: 0 };
const usual = { spend: 10, logMultiplier: 0 };
const plan = { amount: 10, multiplier: 1, expected: 10, most: 20 };

describe('what an hour of the past would have spent under a plan', () => {
	test.each`
		hour                                         | bid                                      | spend | capped   | tells    | because
		${{}}                                        | ${{}}                                    | ${10} | ${false} | ${true}  | ${'it went as expected'}
		${{ spend: 12 }}                             | ${{}}                                    | ${12} | ${false} | ${true}  | ${'a fifth more than expected is a fifth more than its amount'}
		${{ spend: 12 }}                             | ${{ amount: 5, multiplier: 0.5 ** 0.5 }} | ${6}  | ${false} | ${true}  | ${'of half the amount as well'}
		${{ spend: 25 }}                             | ${{}}                                    | ${20} | ${true}  | ${true}  | ${'it stops at its cap'}
		${{ spend: 40, logMultiplier: Math.log(2) }} | ${{}}                                    | ${10} | ${false} | ${true}  | ${'a doubled bid had made it four times as much'}
		${{ spend: 1, logMultiplier: -Math.log(4) }} | ${{}}                                    | ${16} | ${false} | ${true}  | ${'a quarter of the bid had made it so small: it was not dark'}
		${{ spend: 2 }}                              | ${{}}                                    | ${10} | ${false} | ${false} | ${'the money of the day was gone: it spends its amount'}
		${{ spend: 2 }}                              | ${{ most: 7 }}                           | ${7}  | ${false} | ${false} | ${'but no more than it can'}
		${{}}                                        | ${{ amount: 0, multiplier: 0 }}          | ${0}  | ${false} | ${false} | ${'without money there is no bid'}
	`('$hour with $bid spends $spend: $because', ({ hour, bid, spend, capped, tells }) => {
		expect(hourSpend({ ...usual, ...hour }, model, { ...plan, ...bid })).toEqual({
			spend: expect.closeTo(spend as number, 9) as number,
			capped,
			tells,
		});
	});

	test('where nothing was ever spent before, an hour spends its amount', () => {
		expect(hourSpend(usual, null, plan)).toEqual({ spend: 10, capped: false, tells: false });
	});
});
