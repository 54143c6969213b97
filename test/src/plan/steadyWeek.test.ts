import fc from 'fast-check';

import { DAY_ELASTICITY } from '../../../src/campaigns/learnDayValues';
import { steadyWeek } from '../../../src/plan/steadyWeek';

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** The value at which a day's best amount is this one, in even days. */
const valueOf = (amount: number) => amount ** (1 - DAY_ELASTICITY);
const amountOf = (value: number) => value ** (1 / (1 - DAY_ELASTICITY));

const steadyAmounts = (amounts: readonly number[], step: number) =>
	steadyWeek(amounts.map(valueOf), step, DAY_ELASTICITY).map(amountOf);

describe('values of a week under a step', () => {
	test.each`
		amounts                       | step    | steady                                 | because
		${[1, 1.15, 1, 1, 0.9, 1, 1]} | ${0.2}  | ${[1, 1.15, 1, 1, 0.9, 1, 1]}          | ${'every day is within a step of its neighbours'}
		${[1, 1, 1, 1.44, 1, 1, 1]}   | ${0.2}  | ${[1, 1, 1.095, 1.315, 1.073, 1, 1]}   | ${'a peak is lowered as far as its neighbours are raised'}
		${[1, 1, 1, 1, 1, 1, 1.44]}   | ${0.2}  | ${[1.073, 1, 1, 1, 1, 1.095, 1.315]}   | ${'Sunday follows Saturday'}
		${[1, 1, 1, 0.64, 1, 1, 1]}   | ${0.2}  | ${[1, 1, 0.894, 0.73, 0.876, 0.96, 1]} | ${'the way back up takes more days than the way down'}
		${[2, 2, 2, 2, 2, 2, 2]}      | ${0.01} | ${[2, 2, 2, 2, 2, 2, 2]}               | ${'an even week needs no step'}
	`('$amounts are $steady with a step of $step: $because', ({ amounts, step, steady }) => {
		steadyAmounts(amounts as number[], step as number).forEach((amount, day) =>
			expect(amount).toBeCloseTo((steady as number[])[day]!, 2),
		);
	});

	test('neighbours differ by a step at most, and a week that satisfies this is left as it is', () => {
		const amounts = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 7, maxLength: 7 });
		fc.assert(
			fc.property(amounts, fc.double({ min: 0.01, max: 0.9, noNaN: true }), (week, step) => {
				const steady = steadyAmounts(week, step);
				for (const day of DAYS) {
					const change = steady[(day + 1) % 7]! / steady[day]! - 1;
					expect(Math.abs(change)).toBeLessThanOrEqual(step * (1 + 1e-6));
				}
				steadyAmounts(steady, step).forEach((amount, day) => expect(amount / steady[day]!).toBeCloseTo(1, 6));
			}),
		);
	});
});
