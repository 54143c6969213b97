import { definitionNotes } from '../../../src/plan/definitionNotes';
import { definitionOf } from './certainLearning';

const MONTH = { monthlyAmount: '30000.00' };
const SUNDAYS = { name: 'Sundays', start: '2026-06-07', factor: 0, repeats: 'weekly' };
const OFFICE = [{ weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '08:00', to: '18:00' }];
const TEN_DAYS = { start: '2026-06-01', end: '2026-06-10', amount: '1000.00' };

describe('a maximum for days beside a longer amount', () => {
	test.each`
		definition                                                                    | message                                                     | because
		${{ ...MONTH, dailyAmount: '1000.00' }}                                       | ${/'Daily Amount' .* enter at least €1,084\.19/}            | ${'a thirtieth leaves no room to catch up'}
		${{ ...MONTH, dailyAmount: '900.00' }}                                        | ${/'Daily Amount' .* comes to at most €27,393\.75 of €30,/} | ${'the month cannot be reached at all'}
		${{ ...MONTH, limits: { maxDailyAmount: '1000.00' } }}                        | ${/'Maximum per Day' of €1,000/}                            | ${'the hard maximum is one as well'}
		${{ weeklyAmount: '700.00', dailyAmount: '100.00' }}                          | ${/a week will miss €700/}                                  | ${'a seventh leaves no room'}
		${{ flight: TEN_DAYS, dailyAmount: '90.00' }}                                 | ${/a flight comes to at most €900/}                         | ${'a flight has its own days'}
		${{ ...MONTH, weeklyAmount: '700.00', dailyAmount: '1000.00' }}               | ${/month/}                                                  | ${'the longest amount is named'}
		${{ ...MONTH, dailyAmount: '1200.00', events: [SUNDAYS] }}                    | ${/'Daily Amount' .* enter at least €1,264\.89/}            | ${'six days a week are open'}
		${{ weeklyAmount: '700.00', dailyAmount: '140.00', openHours: OFFICE }}       | ${/a week will miss €700/}                                  | ${'five weekdays are open'}
		${{ flight: TEN_DAYS, dailyAmount: '120.00', events: [SUNDAYS] }}             | ${/a flight will miss €1,000/}                              | ${'nine of its days are open'}
		${{ ...MONTH, utilizationTarget: 0.9, limits: { maxDailyAmount: '900.00' } }} | ${/a month will miss €27,000/}                              | ${'the amount is times the utilization target'}
	`('$definition is warned of: $because', ({ definition, message }) => {
		const notes = definitionNotes(definitionOf(definition));
		expect(notes).toEqual([{ code: 'daily-amount-below-target', message: expect.stringMatching(message) }]);
	});

	test.each`
		definition                                                                     | because
		${{ dailyAmount: '1000.00' }}                                                  | ${'nothing longer is to be reached'}
		${MONTH}                                                                       | ${'nothing limits a day'}
		${{ ...MONTH, dailyAmount: '1100.00' }}                                        | ${'a tenth above an even day is room enough'}
		${{ ...MONTH, utilizationTarget: 0.9, dailyAmount: '1100.00' }}                | ${'both are times the utilization target'}
		${{ ...MONTH, utilizationTarget: 0.9, limits: { maxDailyAmount: '1000.00' } }} | ${'27,000.00 need 975.77'}
		${{ flight: { ...TEN_DAYS, end: '2026-06-01' }, dailyAmount: '1000.00' }}      | ${'a flight of one day has no other days'}
	`('$definition is not: $because', ({ definition }) => {
		expect(definitionNotes(definitionOf(definition))).toEqual([]);
	});
});
