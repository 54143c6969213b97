import { dayIsOver, periodIsGone } from '../../../src/alerts/endedPeriod';
import type { Horizon } from '../../../src/budget/horizon';
import { dayContext } from '../../../src/forecast/dayContext';
import { type BudgetDefinitionInput, createState, ingest } from '../../../src/index';
import { DAY_MS, hourly } from '../../support/deliveries';

const FIRST = Date.UTC(2026, 5, 1);
const BUDGET: BudgetDefinitionInput = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '720.00' };

/** Seven weeks from 1 June on that spend 1.00 an hour. */
const context = (definition: object) => {
	const nowMs = FIRST + 49 * DAY_MS;
	const reported = hourly(FIRST, 49 * 24, () => ({ spend: '1.00' }));
	return dayContext(ingest(createState({ ...BUDGET, ...definition }), reported, nowMs).state, nowMs);
};

const FLIGHT = { flight: { start: '2026-06-03', end: '2026-06-10', amount: '100.00' } };

test.each`
	horizon     | start           | definition                                         | said                                                                             | because
	${'month'}  | ${'2026-06-01'} | ${{}}                                              | ${'The month from 1 June is over: €720.00 was spent, as far as it is reported'}  | ${'July is not of it'}
	${'week'}   | ${'2026-06-07'} | ${{ weekStart: 'sunday', weeklyAmount: '100.00' }} | ${'The week from 7 June is over: €168.00 was spent, as far as it is reported'}   | ${'it has seven days'}
	${'flight'} | ${'2026-06-03'} | ${FLIGHT}                                          | ${'The flight from 3 June is over: €192.00 was spent, as far as it is reported'} | ${'what was spent after it is not its own'}
	${'flight'} | ${'2026-06-03'} | ${{}}                                              | ${'Resolved. No amount is set for the flight from 3 June any more'}              | ${'the flight was taken out, and nobody knows when it would have ended'}
	${'flight'} | ${'2026-06-02'} | ${FLIGHT}                                          | ${'Resolved. No amount is set for the flight from 2 June any more'}              | ${'it begins a day later now'}
	${'month'}  | ${'2026-07-01'} | ${{}}                                              | ${'Resolved. No amount is set for the month from 1 July any more'}               | ${'it goes on until the 31st'}
	${'week'}   | ${'2026-06-08'} | ${{ weekStart: 'sunday' }}                         | ${'Resolved. No amount is set for the week from 8 June any more'}                | ${'weeks begin on Sundays now'}
`('$said: $because', ({ horizon, start, definition, said }) => {
	expect(periodIsGone(horizon as Horizon, start as string, context(definition as object))).toBe(said);
});

test('a day is over with what it spent', () => {
	expect(dayIsOver('2026-06-30', context({}).learning)).toEqual({
		code: 'day-over',
		message: '30 June is over: €24.00 was spent, as far as it is reported',
	});
});
