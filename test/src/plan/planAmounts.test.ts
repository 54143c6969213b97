import { BudgetDefinition } from '../../../src/budget/budgetDefinition';
import type { Limits } from '../../../src/budget/limits';
import { type OpenHour, planAmounts } from '../../../src/plan/planAmounts';

const definition = (limits: Limits) =>
	BudgetDefinition.parse({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00', limits });

/** Whole hours from 20:00 on, each with its differences from the default. */
const hoursOf = (special: readonly Partial<OpenHour>[]): OpenHour[] =>
	special.map((hour, position) => ({
		hourIndex: 20 + position,
		hours: 1,
		hoursLeft: 1,
		delivered: 0,
		weight: 1,
		before: null,
		...hour,
	}));

const weighing = (...weights: readonly number[]) => weights.map((weight) => ({ weight }));

describe('amounts of the remaining hours, in cents', () => {
	test.each`
		hours                                                | left    | limits                                              | amounts            | because
		${weighing(1, 1, 2)}                                 | ${400}  | ${{}}                                               | ${[100, 100, 200]} | ${'in proportion to the weights'}
		${weighing(0, 0)}                                    | ${100}  | ${{}}                                               | ${[50, 50]}        | ${'evenly without weights'}
		${[{ weight: 0, hoursLeft: 0.5 }, { weight: 0 }]}    | ${90}   | ${{}}                                               | ${[30, 60]}        | ${'evenly over the remaining time'}
		${weighing(0, 1)}                                    | ${100}  | ${{}}                                               | ${[0, 100]}        | ${'a weight of 0 gets nothing'}
		${weighing(0, 1)}                                    | ${100}  | ${{ learningReserve: 0.5 }}                         | ${[25, 75]}        | ${'except its part of the learning reserve'}
		${weighing(1, 3)}                                    | ${100}  | ${{ learningReserve: 1 }}                           | ${[50, 50]}        | ${'a reserve of the whole day is even'}
		${weighing(0, 1)}                                    | ${100}  | ${{ maxHourlyAmount: '0.60' }}                      | ${[40, 60]}        | ${'or what other hours cannot take'}
		${[{ delivered: 30 }, {}]}                           | ${100}  | ${{}}                                               | ${[65, 35]}        | ${'delivered spend comes on top of its share of the rest'}
		${[{ delivered: 30, weight: 0 }, { weight: 0 }]}     | ${20}   | ${{}}                                               | ${[30, 0]}         | ${'delivered spend stays, even beyond what the day had left'}
		${weighing(1, 1, 1)}                                 | ${300}  | ${{ minHourlyAmount: '1.20' }}                      | ${[100, 100, 100]} | ${'too little for the minima: each is reduced proportionally'}
		${[{ delivered: 60 }, {}, {}]}                       | ${200}  | ${{ minHourlyAmount: '1.20' }}                      | ${[88, 56, 56]}    | ${'only the undelivered part of a minimum is reduced'}
		${weighing(1, 1, 8)}                                 | ${1000} | ${{ minHourlyAmount: '2.00' }}                      | ${[200, 200, 600]} | ${'minima take from the others'}
		${weighing(1, 1, 8)}                                 | ${1000} | ${{ maxHourlyAmount: '5.00' }}                      | ${[250, 250, 500]} | ${'the excess above a maximum goes to the others'}
		${weighing(1, 4, 1)}                                 | ${600}  | ${{ maxHourlyChange: 1 }}                           | ${[164, 327, 109]} | ${'the mean of the bounds from below and above'}
		${[{ delivered: 10 }, { weight: 8 }, {}]}            | ${1000} | ${{ maxHourlyChange: 0 }}                           | ${[109, 446, 445]} | ${'an hour with delivery is not adjusted'}
		${[{}, { delivered: 60 }, {}]}                       | ${60}   | ${{ maxHourlyShare: 0.0005, maxHourlyChange: 0.5 }} | ${[0, 60, 0]}      | ${'nor is one before it: a report may be ahead of the plan'}
		${[{ before: 100 }, { before: 300, weight: 3 }]}     | ${300}  | ${{ maxChangePerPlan: 0.1 }}                        | ${[75, 225]}       | ${'too little for the minimum from the previous plan: it is reduced too'}
		${[{ before: 150 }, { before: 150, weight: 3 }]}     | ${300}  | ${{ maxChangePerPlan: 0.1 }}                        | ${[135, 165]}      | ${'within a tenth of the previous plan'}
		${[{}, { hours: 0.5, hoursLeft: 0.5, weight: 0.5 }]} | ${90}   | ${{}}                                               | ${[60, 30]}        | ${'half an hour gets half'}
	`('$left over $hours with $limits are $amounts: $because', ({ hours, left, limits, amounts }) => {
		expect(planAmounts(hoursOf(hours), left, 1000, definition(limits)).amounts).toEqual(amounts);
	});
});

describe('limits that shaped the amounts', () => {
	test.each`
		hours                    | left   | limits                         | unspendable | notes                                                                                                                                 | because
		${weighing(1, 3)}        | ${400} | ${{}}                          | ${0}        | ${[]}                                                                                                                                 | ${'no limit, no constraint'}
		${weighing(1, 3)}        | ${400} | ${{ maxHourlyAmount: '2.50' }} | ${0}        | ${[{ code: 'maximum-per-hour', hourIndex: 21, message: 'Held at €2.50' }]}                                                            | ${'the second hour is held'}
		${weighing(1, 3)}        | ${400} | ${{ maxHourlyAmount: '3.00' }} | ${0}        | ${[{ code: 'maximum-per-hour', hourIndex: 21, message: 'Held at €3.00' }]}                                                            | ${'held at exactly its amount'}
		${weighing(1, 3)}        | ${400} | ${{ minHourlyAmount: '1.50' }} | ${0}        | ${[{ code: 'minimum-per-hour', hourIndex: 20, message: 'Kept at €1.50' }]}                                                            | ${'the first hour is kept'}
		${weighing(1, 1)}        | ${400} | ${{ maxHourlyAmount: '1.50' }} | ${100}      | ${[20, 21].map((hourIndex) => ({ code: 'maximum-per-hour', hourIndex, message: 'Held at €1.50' }))}                                   | ${'1.00 EUR stays unallocated'}
		${weighing(1, 1)}        | ${100} | ${{ minHourlyAmount: '0.51' }} | ${0}        | ${[{ code: 'minimum-unreachable', message: 'The minima of the remaining hours add up to €1.02, but only €1.00 of the day is left' }]} | ${'two cents are missing for the minima'}
		${weighing(1, 1)}        | ${102} | ${{ minHourlyAmount: '0.51' }} | ${0}        | ${[20, 21].map((hourIndex) => ({ code: 'minimum-per-hour', hourIndex, message: 'Kept at €0.51' }))}                                   | ${'just enough for the minima'}
		${[{}, { before: 200 }]} | ${300} | ${{ maxChangePerPlan: 0.1 }}   | ${0}        | ${[{ code: 'change-per-plan', hourIndex: 21, message: 'Kept at €1.80' }]}                                                             | ${'the previous plan keeps the second hour up'}
		${[{}, { before: 100 }]} | ${300} | ${{ maxChangePerPlan: 0.1 }}   | ${0}        | ${[{ code: 'change-per-plan', hourIndex: 21, message: 'Held at €1.10' }]}                                                             | ${'the previous plan holds the second hour down'}
	`('$left over $hours with $limits: $because', ({ hours, left, limits, unspendable, notes }) => {
		expect(planAmounts(hoursOf(hours), left, 1000, definition(limits))).toMatchObject({ unspendable, notes });
	});

	test('a minimum raises its neighbours through the maximum change from hour to hour, beyond what is left', () => {
		const limits = { maxChangePerPlan: 0.1, maxHourlyChange: 0.5 };
		expect(planAmounts(hoursOf([{}, { before: 1000 }]), 1000, 1000, definition(limits))).toMatchObject({
			amounts: [400, 600],
			notes: [
				{
					code: 'minimum-unreachable',
					message: 'The minima of the remaining hours add up to €15.00, but only €10.00 of the day is left',
				},
			],
		});
	});

	test('the upper bound of an hour is its maximum, or all that is left if that is less', () => {
		expect(planAmounts(hoursOf([{}, { before: 50 }]), 300, 1000, definition({ maxChangePerPlan: 0.1 })).highs).toEqual([
			300, 55,
		]);
	});
});
