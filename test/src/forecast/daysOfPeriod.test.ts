import { checkExhaustion, createState, ingest } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** The 11th of a month of 30 days. */
const TODAY = Date.UTC(2026, 10, 11);
const USUAL_DAY = 1000;

/** What checks at 20 past tell from today on of a budget whose days all spend about the same. */
function told(definition: object, days: number, spendAt: (hour: number) => string = () => '41.67') {
	const history = hourly(TODAY - 42 * DAY_MS, 42 * 24, () => ({ spend: '41.67', conversions: 2 }));
	let { state } = ingest(
		createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', ...definition }),
		history,
		TODAY,
	);
	const messages: string[] = [];
	for (let hour = 0; hour < 24 * days; hour++) {
		const endMs = TODAY + (hour + 1) * HOUR_MS;
		const spend = spendAt(hour);
		({ state } = ingest(
			state,
			hourly(endMs - HOUR_MS, 1, () => ({ spend, conversions: 2 })),
			endMs,
		));
		const checked = checkExhaustion(state, { nowMs: endMs + HOUR_MS / 3 });
		({ state } = checked);
		const { alert, alerts } = checked.exhaustion;
		for (const { kind, state: as, notify } of [{ ...alert, kind: 'exhaustion' }, ...alerts]) {
			if (notify) messages.push(`${Math.floor(hour / 24)} ${kind} ${as}`);
		}
	}
	return messages;
}

/** Of the flight, ten days were before today. */
const flight = (end: string, days: number) => ({
	flight: { start: '2026-11-01', end, amount: ((10 + days) * USUAL_DAY).toFixed(2) },
});

test.each`
	definition                       | days | messages                                           | because
	${{ monthlyAmount: '27500.00' }} | ${5} | ${[]}                                              | ${'usual days of a month that is a little ahead are no news, although each has less than it spends'}
	${{ monthlyAmount: '24000.00' }} | ${3} | ${['1 month-over firing']}                         | ${'of a month far ahead, the month is told, not each of its days'}
	${flight('2026-11-11', 0.5)}     | ${1} | ${['0 exhaustion firing']}                         | ${'it is the last day, and no other makes up for it'}
	${flight('2026-11-15', 0.5)}     | ${1} | ${['0 exhaustion firing', '0 flight-over firing']} | ${'what is left of the flight runs out today, whatever its other days'}
	${{ dailyAmount: '600.00' }}     | ${1} | ${['0 exhaustion firing']}                         | ${'a daily amount is a budget of the day'}
`('$because', ({ definition, days, messages }) => {
	expect(told(definition as object, days as number).filter((message) => message.endsWith('firing'))).toEqual(messages);
});

test('a day of a month that spends three times its usual amount is told as that, once', () => {
	const messages = told({ monthlyAmount: '30000.00' }, 2, (hour) => (hour >= 10 && hour < 24 ? '125.00' : '41.67'));
	expect(messages).toEqual(['0 spend-anomaly firing', '1 spend-anomaly resolved']);
});
