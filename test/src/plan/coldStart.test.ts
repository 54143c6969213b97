import { createState, ingest, optimizeAllocation, type PacingState } from '../../../src/index';
import type { Control } from '../../../src/budget/control';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** What a new budget of 30,000.00 a month may spend on a day, after hours that spent some of it evenly. */
function firstDays(startMs: number, hours: number, control?: Control, lastHour = 1): number {
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '30000.00', control };
	const nowMs = startMs + hours * HOUR_MS + 20 * 60_000;
	const windows = hourly(startMs, hours, (hour) => ({
		spend: hour === hours - 1 ? String(40 * lastHour) : '40.00',
		clicks: 20,
		conversions: hour % 5,
	}));
	let state: PacingState = createState(definition);
	if (hours > 0) state = ingest(state, windows, nowMs).state;
	return Number(optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }).plan.dayAmount);
}

/** Its first day, and one of a month that began earlier; both have about 1,000.00 to spend a day. */
const FIRST = Date.UTC(2026, 5, 1);
const FIFTEENTH = Date.UTC(2026, 5, 15);

test.each`
	startMs      | hours | because
	${FIRST}     | ${0}  | ${'nothing is known yet'}
	${FIRST}     | ${1}  | ${'one hour says nothing about days'}
	${FIRST}     | ${9}  | ${'a morning says little'}
	${FIRST}     | ${23} | ${'the day is nearly over'}
	${FIRST}     | ${24} | ${'one weekday is no pattern'}
	${FIRST}     | ${60} | ${'nor are two'}
	${FIFTEENTH} | ${0}  | ${'the days before are taken as spent evenly'}
	${FIFTEENTH} | ${9}  | ${'the same later in the day'}
	${FIFTEENTH} | ${60} | ${'the same on the third day'}
`('after $hours hours a new month gives about an even day: $because', ({ startMs, hours }) => {
	for (const control of [undefined, 'daily-budget', 'advice', 'hourly-cap', 'bid-multiplier'] as const) {
		const amount = firstDays(startMs, hours, control);
		expect({ control, even: amount / 1000 }).toEqual({ control, even: expect.closeTo(1, 0) });
		expect(amount).toBeGreaterThan(850);
		expect(amount).toBeLessThan(1150);
	}
});

test.each([undefined, 'daily-budget', 'bid-multiplier'] as const)(
	'however the first three days begin, none is planned above 1.25 of an even day (%s)',
	(control) => {
		for (const hours of [1, 3, 12, 30, 60]) {
			for (const lastHour of [0, 0.1, 5]) {
				const spentToday = ((hours % 24) + lastHour) * 40;
				const most = Math.max(1.26 * 1030, spentToday + 1);
				expect(firstDays(FIRST, hours, control, lastHour)).toBeLessThan(most);
			}
		}
	},
);

test.each([undefined, 'daily-budget'] as const)(
	'nor are the first days of a budget whose account has a history (%s)',
	(control) => {
		const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '30000.00', control };
		const weekly = (hour: number) => ({
			campaignId: '7',
			spend: '40.00',
			clicks: 20,
			conversions: Math.floor(hour / 24) % 7 === 0 ? 9 : 4,
			budget: '960',
		});
		for (const days of [0, 1, 2]) {
			const from = FIRST - 42 * DAY_MS;
			const nowMs = FIRST + days * DAY_MS + HOUR_MS;
			const past = hourly(from, 42 * 24, (hour) => ({ ...weekly(hour), budget: undefined }));
			let { state } = ingest(createState(definition), past, FIRST);
			state = ingest(state, hourly(FIRST, days * 24 + 1, weekly), nowMs).state;
			const { dayAmount } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }).plan;
			expect(Number(dayAmount)).toBeLessThan(1.27 * 1030);
		}
	},
);

test('a week in, the day is still bounded by what the month has left', () => {
	expect(firstDays(FIRST, 7 * 24 + 1)).toBeLessThan((30 * 1000) / 10);
	expect(DAY_MS).toBe(24 * HOUR_MS);
});
