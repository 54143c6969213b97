import { checkExhaustion, createState, ingest, optimizeAllocation, STRATEGIES } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** The first of a month of 30 days. */
const FIRST = Date.UTC(2026, 5, 1);

/** The fourth hour of a day after one on which everything was spent. */
const NOW = FIRST + 9 * DAY_MS + 3 * HOUR_MS;

/** A month of which eight days spent 1,000, one spent 36,522, and the hours since midnight so much. */
function monthGone(today: string) {
	const history = hourly(FIRST - 28 * DAY_MS, (28 + 8) * 24, () => ({ spend: '41.67', conversions: 2 }));
	const runaway = hourly(FIRST + 8 * DAY_MS, 24, () => ({ spend: '1521.75', conversions: 2 }));
	const since = hourly(FIRST + 9 * DAY_MS, 3, () => ({ spend: today, conversions: 0 }));
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '30000.00' };
	return ingest(createState(definition), [...history, ...runaway, ...since], NOW).state;
}

const SAID = /^The monthly budget of €30,000\.00 is exceeded by €14,5\d\d\.\d\d; nothing is left until 1 July$/;

describe('a month whose budget is gone', () => {
	test.each(STRATEGIES)('is the reason of the plan of nothing by %s, today and on all days ahead', (strategy) => {
		const { plan } = optimizeAllocation(monthGone('0'), { strategy, nowMs: NOW });
		expect(plan.dayAmount).toBe('0.00');
		expect(plan.warnings).toContainEqual({ code: 'month-spent', message: expect.stringMatching(SAID) });
		expect(plan.days).toHaveLength(20);
		for (const day of plan.days) expect(day).toMatchObject({ amount: '0.00', why: 'Nothing is left for it' });
	});

	test('is the reason of the plan of tomorrow', () => {
		const { plan } = optimizeAllocation(monthGone('0'), { strategy: 'adaptive_ml', nowMs: NOW, date: '2026-06-11' });
		expect(plan.dayAmount).toBe('0.00');
		expect(plan.warnings).toContainEqual({ code: 'month-spent', message: expect.stringMatching(SAID) });
	});

	test('is said of a day that still spends, never that the day will run out', () => {
		const { exhaustion } = checkExhaustion(monthGone('20.00'), { nowMs: NOW });
		expect(exhaustion).toMatchObject({ status: 'exhausted', exhaustionMs: { median: null } });
		expect(exhaustion.reasons[0]).toEqual({ code: 'month-spent', message: expect.stringMatching(SAID) });
		expect(exhaustion.reasons.map(({ code }) => code)).not.toContain('at-risk');
	});
});

test('a month with money left has no such reason', () => {
	const history = hourly(FIRST - 28 * DAY_MS, (28 + 8) * 24, () => ({ spend: '41.67', conversions: 2 }));
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '30000.00' };
	const { state } = ingest(createState(definition), history, FIRST + 8 * DAY_MS);
	const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: FIRST + 8 * DAY_MS });
	expect(plan.warnings.map(({ code }) => code)).not.toContain('month-spent');
	expect(plan.days.map(({ why }) => why)).not.toContain('Nothing is left for it');
});
