import fc from 'fast-check';

import { type DayPotential, spreadByValue } from '../../../src/plan/spreadByValue';

const DATES = ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-11'];

const spread = (
	left: number,
	potentials: readonly Partial<DayPotential>[],
	{ maximum = Infinity, firstDayBound = Infinity, elasticity = 0.76 } = {},
) =>
	spreadByValue({
		potentialOf: (date) => ({
			value: 1,
			demand: Infinity,
			certainDemand: Infinity,
			maximum,
			pacing: 1,
			isEvent: false,
			...potentials[DATES.indexOf(date)],
		}),
		elasticity,
		firstDayBound,
	}).spread(DATES.slice(0, potentials.length), left, (firstDayBound * left) / potentials.length);

const each = (own: Partial<DayPotential>) => DATES.map(() => own);

describe('an amount spread over days by value', () => {
	test.each`
		potentials                                                              | options                    | first  | reason             | because
		${each({})}                                                             | ${{}}                      | ${100} | ${'even'}          | ${'equal days get equal parts'}
		${[{ value: 1.1 }, ...each({}).slice(1)]}                               | ${{}}                      | ${139} | ${'value'}         | ${'a tenth more value is half as much again, because returns diminish slowly'}
		${[{ value: 1.1 }, ...each({}).slice(1)]}                               | ${{ elasticity: 0.3 }}     | ${112} | ${'value'}         | ${'where returns diminish fast it is worth less of a difference'}
		${[{ value: 3 }, ...each({}).slice(1)]}                                 | ${{}}                      | ${170} | ${'value'}         | ${'at most 1.7 of an even day'}
		${[{ value: 0.3 }, ...each({}).slice(1)]}                               | ${{}}                      | ${50}  | ${'value'}         | ${'at least half of one'}
		${[{ value: 3 }, ...each({}).slice(1)]}                                 | ${{ firstDayBound: 1.25 }} | ${125} | ${'first-days'}    | ${'little is known in the first days'}
		${each({})}                                                             | ${{ maximum: 80 }}         | ${80}  | ${'maximum'}       | ${'a maximum of days'}
		${[{ certainDemand: 60 }, ...each({}).slice(1)]}                        | ${{}}                      | ${60}  | ${'demand'}        | ${'no more can be spent'}
		${[{ value: 1.1, isEvent: true }, ...each({}).slice(1)]}                | ${{}}                      | ${139} | ${'event'}         | ${'an event is named'}
		${[{ value: 3, pacing: 1.4 }, ...each({}).slice(2), { pacing: 0.6 }]}   | ${{}}                      | ${238} | ${'flight-pacing'} | ${'at most 1.7 of its part by the pacing of the flight'}
		${[{ value: 0.3, pacing: 0.6 }, ...each({}).slice(2), { pacing: 1.4 }]} | ${{}}                      | ${30}  | ${'flight-pacing'} | ${'at least half of its part'}
	`('gives the first day $first: $because', ({ potentials, options, first, reason }) => {
		const { amounts, reasons } = spread(700, potentials as Partial<DayPotential>[], options as object);
		expect(amounts[0]! / first).toBeCloseTo(1, 1);
		expect(reasons[0]).toBe(reason);
	});

	test.each`
		demand      | days | unplaced | because
		${60}       | ${7} | ${280}   | ${'every day can spend 60 of 100'}
		${98}       | ${7} | ${0}     | ${'2% may be chance'}
		${60}       | ${2} | ${0}     | ${'of two days nothing can be said'}
		${Infinity} | ${7} | ${0}     | ${'the budget is the limit'}
	`('has $unplaced without a place if each of $days days can spend $demand: $because', (row) => {
		const { demand, days, unplaced } = row;
		expect(spread(100 * days, each({ demand, certainDemand: demand }).slice(0, days)).unplaced).toBe(unplaced);
	});

	test('is exact to the minor unit, within all bounds, and more for a day of more value', () => {
		const potential = fc.record({
			value: fc.double({ min: 0.5, max: 2, noNaN: true }),
			certainDemand: fc.option(fc.integer({ min: 0, max: 500_000 }), { nil: Infinity }),
		});
		fc.assert(
			fc.property(fc.array(potential, { minLength: 1, maxLength: 7 }), fc.nat(1_000_000), (potentials, left) => {
				const { amounts } = spread(left, potentials);
				const total = amounts.reduce((sum, amount) => sum + amount, 0);
				const most = potentials.reduce((sum, day) => sum + Math.min(left, day.certainDemand), 0);
				expect(Math.abs(total - Math.min(left, most))).toBeLessThanOrEqual(most < left ? 1 : 0);
				amounts.forEach((amount, day) => {
					expect(Number.isInteger(amount)).toBe(true);
					expect(amount).toBeLessThanOrEqual(potentials[day]!.certainDemand + 1);
					amounts.forEach((other, than) => {
						const isFree = potentials[day]!.certainDemand === Infinity;
						if (isFree && potentials[day]!.value >= potentials[than]!.value)
							expect(amount).toBeGreaterThanOrEqual(other - 1);
					});
				});
			}),
		);
	});

	test('values that are not finite decide nothing', () => {
		expect(spread(700, [{ value: NaN }, ...each({}).slice(1)])).toMatchObject({ isFinite: false });
	});
});
