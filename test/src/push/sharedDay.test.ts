import { createState, ingest, optimizeAllocation, preparePush, type PushTargetInput } from '../../../src/index';
import { hourly } from '../../support/deliveries';

const NOW = Date.parse('2026-11-23T10:20:00Z');
const HOUR_MS = 3_600_000;

const budget = createState({
	budgetId: 'b',
	currency: 'EUR',
	timeZone: 'UTC',
	dailyAmount: '1000',
	exchangeRates: { USD: '0.8' },
});
const hours = hourly(NOW - (NOW % HOUR_MS) - 48 * HOUR_MS, 48, () => ({ spend: 10 }));
const { state } = optimizeAllocation(ingest(budget, hours, NOW).state, { strategy: 'even_distribution', nowMs: NOW });

const google = (dayAmount?: string, micros = '600000000'): PushTargetInput => ({
	platform: 'google_ads',
	accountId: '1',
	objects: [{ id: '222', current: micros }],
	...(dayAmount !== undefined && { dayAmount }),
});
const meta = (dayAmount?: string, changes: Partial<PushTargetInput> = {}): PushTargetInput => ({
	platform: 'meta_ads',
	objects: [{ id: '77', current: { id: '77', daily_budget: '50000' } }],
	...(dayAmount !== undefined && { dayAmount }),
	...changes,
});

const warned = (first: PushTargetInput, second: PushTargetInput) => {
	const { state: next } = preparePush(state, { target: first, nowMs: NOW, dryRun: false });
	expect(next.pushes).toHaveLength(1);
	const { push } = preparePush(next, { target: second, nowMs: NOW + 1000, dryRun: false });
	return push.warnings.filter(({ code }) => code === 'more-than-day').map(({ message }) => message);
};

test('two accounts that get all of one day are told of together', () => {
	expect(warned(google(), meta())).toEqual([
		"google_ads budget/222 already has €900.00 of this plan: with this push that is €1,900.00, and the day has €1,000.00. Enter the part of these IDs under 'Today's Amount'",
	]);
});

test('nor does it matter which of the two has no part', () => {
	expect(warned(google(), meta('300.00'))).toEqual([expect.stringContaining('that is €1,200.00')]);
	expect(warned(google('700.00', '2000000000'), meta())).toEqual([expect.stringContaining('that is €2,000.00')]);
});

test.each`
	first                             | second                                        | because
	${google('700.00')}               | ${meta('300.00')}                             | ${'their parts are the day'}
	${google('700.00', '2000000000')} | ${meta('300.00')}                             | ${'a cut to 700.00 stops at 1,000.00, half of what was in force'}
	${google()}                       | ${google()}                                   | ${'it is the same object'}
	${google('700.00')}               | ${meta('300.00', { accountCurrency: 'USD' })} | ${'amounts count in the currency of the budget'}
`('no warning: $because', ({ first, second }) => {
	expect(warned(first as PushTargetInput, second as PushTargetInput)).toEqual([]);
});
