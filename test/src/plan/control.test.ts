import { createState, ingest, optimizeAllocation, type SpendPlan } from '../../../src/index';
import { CONTROLS, type Control } from '../../../src/budget/control';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday, twenty past six. */
const TODAY = Date.UTC(2026, 5, 1);
const NOW = TODAY + 6 * HOUR_MS + 20 * 60_000;

/** Half of every day's hours spend 60.00 and convert badly, the others 20.00 and convert well. */
const delivery = (hour: number) =>
	hour % 24 < 12 ? { spend: '60.00', clicks: 60, conversions: 1 } : { spend: '20.00', clicks: 20, conversions: 4 };

/** The plan of a day of 1,000.00 after four weeks of history. */
function planned(control: Control | undefined, limits = {}): SpendPlan {
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00', control, limits };
	const first = TODAY - 28 * DAY_MS;
	const windows = hourly(first, 28 * 24 + 6, delivery);
	const { state } = ingest(createState(definition), windows, NOW);
	return optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW }).plan;
}

const cents = (amount: string) => Math.round(100 * Number(amount));
const ahead = (plan: SpendPlan) => plan.hours.filter(({ state }) => state !== 'past');

test.each([undefined, ...CONTROLS])('the hours of a plan for %s add up to what the day allocates', (control) => {
	const { hours, dayAmount, unspendable } = planned(control);
	const total = hours.reduce((sum, { amount }) => sum + cents(amount), 0);
	expect(total + cents(unspendable)).toBe(cents(dayAmount));
});

test('without a control the plan is that of a bid multiplier', () => {
	const { hours, dayAmount } = planned('bid-multiplier');
	expect(planned(undefined)).toMatchObject({ dayAmount, hours });
});

test.each(['daily-budget', 'advice'] as const)(
	'the hours of %s are what the platform is expected to deliver: nothing steers them',
	(control) => {
		const plan = planned(control, { maxHourlyShare: 0.05, learningReserve: 0.5 });
		const open = ahead(plan);
		expect(new Set(open.map(({ multiplier }) => multiplier))).toEqual(new Set([1]));
		const left = cents(plan.dayAmount) - plan.hours.slice(0, 6).reduce((sum, { amount }) => sum + cents(amount), 0);
		expect(new Set(open.map(({ cap }) => cents(cap)))).toEqual(new Set([left]));
		const [morning, evening] = [plan.hours[8]!, plan.hours[20]!];
		expect(Number(morning.amount) / Number(evening.amount)).toBeGreaterThan(2.5);
		expect(plan.reserve).toBe('0.00');
		expect(plan.constraints.map(({ code }) => code)).toContain('expected-delivery');
	},
);

test('an hourly cap changes no bids, and no hour gets more than its demand', () => {
	const plan = planned('hourly-cap');
	const open = ahead(plan);
	expect(new Set(open.map(({ multiplier }) => multiplier))).toEqual(new Set([1]));
	for (const { amount, localHour } of open) expect(Number(amount)).toBeLessThan(localHour < 12 ? 75 : 27);
	expect(Number(plan.unspendable)).toBeGreaterThan(0);
	expect(plan.constraints.map(({ code }) => code)).toContain('demand-of-hour');
});
