import { alertMessages, checkExhaustion, createState, describeAlert, ingest } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday, and the first day after a flight or the last before one. */
const PAUSED = Date.UTC(2026, 5, 1);

const BEFORE = { start: '2026-05-04', end: '2026-05-31', amount: '28000.00' };
const AFTER = { start: '2026-06-02', end: '2026-06-29', amount: '28000.00' };

/** Checks every hour at 20 past, and what they tell, with the time since the pause began in hours. */
function told(
	flight: typeof BEFORE,
	{ hours, spendAt, known = PAUSED }: { hours: number; spendAt: (hour: number) => string | null; known?: number },
) {
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', flight };
	const history = hourly(known - 28 * DAY_MS, 28 * 24, () => ({ spend: '41.67', conversions: 2 }));
	let { state } = ingest(createState(definition), history, known);
	const messages: string[] = [];
	const statuses = new Set<string>();
	for (let hour = 0; hour <= hours; hour++) {
		const nowMs = PAUSED + hour * HOUR_MS + HOUR_MS / 3;
		const spend = hour === 0 ? null : spendAt(hour - 1);
		if (spend !== null) {
			const delivered = hourly(PAUSED + (hour - 1) * HOUR_MS, 1, () => ({ spend, conversions: 0 }));
			({ state } = ingest(state, delivered, nowMs));
		}
		const checked = checkExhaustion(state, { nowMs });
		({ state } = checked);
		statuses.add(checked.exhaustion.status);
		const message = describeAlert(state, { exhaustion: checked.exhaustion, nowMs });
		const isTold = [message.alert, ...message.also].some(({ notify }) => notify);
		if (isTold) messages.push(`${hour}: ${alertMessages(message).text}`);
	}
	return { messages, statuses };
}

describe('outside its flight', () => {
	test.each`
		flight    | spendAt                                               | because
		${BEFORE} | ${() => '0'}                                          | ${'a flight is over, and reports say that nothing is spent'}
		${BEFORE} | ${() => null}                                         | ${'a flight is over, and paused campaigns send no rows'}
		${AFTER}  | ${(hour: number) => (hour < 24 ? '0' : '41.67')}      | ${'a flight begins tomorrow'}
		${AFTER}  | ${(hour: number) => (hour < 24 ? null : '41.67')}     | ${'the first report comes with the flight'}
		${AFTER}  | ${(hour: number) => (hour < 24 + 2 ? null : '41.67')} | ${'the first report comes two hours late'}
	`('a budget has no incident: $because', ({ flight, spendAt }) => {
		expect(told(flight as typeof BEFORE, { hours: 30, spendAt: spendAt as () => string }).messages).toEqual([]);
	});

	test('old data are told once the flight has gone on without a report for hours', () => {
		const { messages } = told(AFTER, { hours: 30, spendAt: () => null });
		expect(messages).toEqual([expect.stringMatching(/^2[89]: \*b\*: The latest report ended \d+ hours ago/)]);
	});

	test('spend is an incident', () => {
		const { messages, statuses } = told(BEFORE, { hours: 2, spendAt: () => '5.00' });
		expect(messages).toEqual(['1: *b*: €5.00 spent today, although it is outside the flight. Pause the campaigns.']);
		expect([...statuses]).toEqual(['on-pace', 'exhausted']);
	});

	test('nothing is at risk', () => {
		const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', flight: BEFORE };
		const history = hourly(PAUSED - 28 * DAY_MS, 28 * 24, () => ({ spend: '41.67', conversions: 2 }));
		const { state } = ingest(createState(definition), history, PAUSED);
		const { exhaustion } = checkExhaustion(state, { nowMs: PAUSED + HOUR_MS / 3 });
		expect(exhaustion).toMatchObject({ status: 'on-pace', probability: 0, darkHours: 0, alert: { state: 'ok' } });
	});
});
