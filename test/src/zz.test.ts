import { checkExhaustion, createState, ingest, splitMoney } from '../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../support/deliveries';
test('x', () => {
	const T = Date.UTC(2026, 5, 1);
	const E = splitMoney('1000.00', Array<number>(24).fill(1), 'EUR');
	for (const d of [0, 0.5, 1, 2, 2.5, 3, 5, 6]) {
		const nowMs = T + d * DAY_MS;
		const w = hourly(T - 28 * DAY_MS, 28 * 24 + d * 24, (h) => ({ spend: E[h % 24]! }));
		const s = ingest(
			createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00', weeklyAmount: '7000.00' }),
			w,
			nowMs,
		).state;
		const x = checkExhaustion(s, { nowMs }).exhaustion;
		process.stdout.write(JSON.stringify([d, x.status, x.spendByDayEnd, x.horizons.week]) + '\n');
	}
	void HOUR_MS;
});
