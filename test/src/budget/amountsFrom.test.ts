import { createState, readState, updateDefinition } from '../../../src/index';
import { amountsOn } from '../../../src/budget/amountsFrom';
import { definitionOf } from '../plan/certainLearning';

const MONTHS = {
	monthlyAmount: '30000.00',
	amountsFrom: [
		{ from: '2027-01-01', monthlyAmount: '20000.00' },
		{ from: '2026-12-01', monthlyAmount: '60000.00', dailyAmount: '3000.00' },
	],
};

describe('amounts that hold on a date', () => {
	test.each`
		date            | dailyAmount  | monthlyAmount | because
		${'2026-11-30'} | ${undefined} | ${'30000.00'} | ${'nothing has begun'}
		${'2026-12-01'} | ${'3000.00'} | ${'60000.00'} | ${'a change holds from its first day'}
		${'2026-12-31'} | ${'3000.00'} | ${'60000.00'} | ${'until the day before the next one'}
		${'2027-01-01'} | ${'3000.00'} | ${'20000.00'} | ${'an amount that the later change does not name stays'}
		${'2029-05-05'} | ${'3000.00'} | ${'20000.00'} | ${'the last one holds for good'}
	`('$date has $monthlyAmount: $because', ({ date, dailyAmount, monthlyAmount }) => {
		expect(amountsOn(definitionOf(MONTHS), date)).toEqual({ dailyAmount, weeklyAmount: undefined, monthlyAmount });
	});

	test('changes are kept in order of time, whatever order they are entered in', () => {
		const { amountsFrom } = definitionOf(MONTHS);
		expect(amountsFrom!.map(({ from }) => from)).toEqual(['2026-12-01', '2027-01-01']);
		const sorted = { ...MONTHS, amountsFrom: [...MONTHS.amountsFrom].reverse() };
		const other = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC' };
		const state = createState({ ...other, ...MONTHS });
		expect(updateDefinition(state, { ...other, ...sorted })).toBe(state);
		expect(readState(JSON.parse(JSON.stringify(state))).definition).toEqual(state.definition);
	});
});

describe('changes of amounts', () => {
	const create = (changes: Record<string, unknown>) => () =>
		createState({
			budgetId: 'b',
			currency: 'EUR',
			timeZone: 'UTC',
			monthlyAmount: '30000.00',
			...changes,
		});
	const from = (date: string, amounts: Record<string, unknown>) => ({ amountsFrom: [{ from: date, ...amounts }] });

	test.each`
		changes                                                                                                                                                                         | because
		${from('2026-12-01', { monthlyAmount: '60000.00' })}                                                                                                                            | ${'a month begins on its first day'}
		${from('2026-11-30', { weeklyAmount: '7000.00' })}                                                                                                                              | ${'a Monday begins a week'}
		${{ weekStart: 'sunday', ...from('2026-11-29', { weeklyAmount: '7000.00' }) }}                                                                                                  | ${'or a Sunday'}
		${from('2026-11-17', { dailyAmount: '2000.00' })}                                                                                                                               | ${'a daily amount begins on any day'}
		${from('2027-02-01', { dailyAmount: '2000.00', weeklyAmount: 9000, monthlyAmount: '60000.00' })}                                                                                | ${'a Monday that is the first of a month begins all'}
		${{ amountsFrom: Array.from({ length: 60 }, (_, day) => ({ from: `2027-0${1 + Math.floor(day / 28)}-${String(1 + (day % 28)).padStart(2, '0')}`, dailyAmount: 1000 + day })) }} | ${'sixty changes'}
		${{ amountsFrom: [] }}                                                                                                                                                          | ${'none'}
	`('are accepted: $because', ({ changes }) => {
		expect(create(changes)).not.toThrow();
	});

	test.each`
		changes                                                                                        | message
		${from('2026-12-10', { monthlyAmount: '60000.00' })}                                           | ${"'amountsFrom' cannot change 'monthlyAmount' on 2026-12-10, in the middle of a month: enter 2026-12-01 or 2027-01-01"}
		${from('2026-12-01', { weeklyAmount: '7000.00' })}                                             | ${"'amountsFrom' cannot change 'weeklyAmount' on 2026-12-01, in the middle of a week: enter 2026-11-30 or 2026-12-07"}
		${{ weekStart: 'sunday', ...from('2026-11-30', { weeklyAmount: '7000.00' }) }}                 | ${"'amountsFrom' cannot change 'weeklyAmount' on 2026-11-30, in the middle of a week: enter 2026-11-29 or 2026-12-06"}
		${from('2026-12-01', { monthlyAmount: '0' })}                                                  | ${"'amountsFrom' have a 'monthlyAmount' from 2026-12-01 that must be above 0"}
		${from('2026-12-01', { dailyAmount: '10.001' })}                                               | ${"'amountsFrom' have a 'dailyAmount' from 2026-12-01 that must be whole minor units of EUR, not 10.001"}
		${from('2026-12-01', {})}                                                                      | ${"'amountsFrom.0' needs an amount from 2026-12-01: 'dailyAmount', 'weeklyAmount', 'monthlyAmount', 'quarterlyAmount' or 'yearlyAmount'"}
		${from('1 December', { dailyAmount: '10' })}                                                   | ${"'amountsFrom.0.from' must be a date such as 2026-11-23"}
		${from('2026-12-01', { dailyAmount: '1,000' })}                                                | ${"'amountsFrom.0.dailyAmount' must be an amount such as 1000"}
		${from('2026-12-01', { yearlyAmount: '10' })}                                                  | ${'yearlyAmount'}
		${{ amountsFrom: [...MONTHS.amountsFrom, { from: '2026-12-01', dailyAmount: '5' }] }}          | ${"'amountsFrom' name 2026-12-01 twice: enter all amounts from that date together"}
		${{ amountsFrom: Array.from({ length: 61 }, () => ({ from: '2026-12-01', dailyAmount: 1 })) }} | ${"'amountsFrom' must hold at most 60 dates"}
		${{ monthlyAmount: undefined, ...from('2026-12-01', { monthlyAmount: '60000.00' }) }}          | ${"needs an amount: 'dailyAmount', 'weeklyAmount', 'monthlyAmount', 'quarterlyAmount', 'yearlyAmount' or 'flight'"}
		${{ ...from('2026-12-01', { dailyAmount: '24.00' }), limits: { minHourlyAmount: '1.01' } }}    | ${"24 hours with a 'Minimum per Hour' of 1.01 need 24.24 EUR, but a day from 2026-12-01 on has 24.00 EUR"}
	`('are refused: $message', ({ changes, message }) => {
		expect(create(changes)).toThrow(message);
	});
});
