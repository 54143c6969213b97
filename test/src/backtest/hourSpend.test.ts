import { hourSpend } from '../../../src/backtest/hourSpend';

const model = { elasticity: 2, logMultiplier: 0 };
const usual = { spend: 10, logMultiplier: 0 };
const plan = { amount: 10, multiplier: 1, expected: 10, max: 20 };

describe('estimated spend of a past hour under a plan', () => {
	test.each`
		hour                                         | bid                                      | spend | capped   | isInformative | because
		${{}}                                        | ${{}}                                    | ${10} | ${false} | ${true}       | ${'it spent as expected'}
		${{ spend: 12 }}                             | ${{}}                                    | ${12} | ${false} | ${true}       | ${'20% more than expected is 20% more than its amount'}
		${{ spend: 12 }}                             | ${{ amount: 5, multiplier: 0.5 ** 0.5 }} | ${6}  | ${false} | ${true}       | ${'also at half the amount'}
		${{ spend: 25 }}                             | ${{}}                                    | ${20} | ${true}  | ${true}       | ${'it stops at its cap'}
		${{ spend: 40, logMultiplier: Math.log(2) }} | ${{}}                                    | ${10} | ${false} | ${true}       | ${'a doubled bid had quadrupled it'}
		${{ spend: 1, logMultiplier: -Math.log(4) }} | ${{}}                                    | ${16} | ${false} | ${true}       | ${'it was small because of a quarter of the bid, not out of budget'}
		${{ spend: 2 }}                              | ${{}}                                    | ${10} | ${false} | ${false}      | ${'it was out of budget: it spends its amount'}
		${{ spend: 2 }}                              | ${{ max: 7 }}                            | ${7}  | ${false} | ${false}      | ${'but no more than its maximum'}
		${{}}                                        | ${{ amount: 0, multiplier: 0 }}          | ${0}  | ${false} | ${false}      | ${'without an amount there is no bid'}
	`('$hour with $bid spends $spend: $because', ({ hour, bid, spend, capped, isInformative }) => {
		expect(hourSpend({ ...usual, ...hour }, model, { ...plan, ...bid })).toEqual({
			spend: expect.closeTo(spend as number, 9) as number,
			capped,
			isInformative,
		});
	});

	test('without spend history an hour spends its amount', () => {
		expect(hourSpend(usual, null, plan)).toEqual({ spend: 10, capped: false, isInformative: false });
	});
});
