import {
	createState,
	ingest,
	optimizeAllocation,
	type PacingState,
	readState,
	type SpendPlan,
	withOffer,
} from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** The first of a month, a Thursday. */
const FIRST = Date.UTC(2026, 9, 1);

const cents = (amount: string) => Math.round(100 * Number(amount));

/** Plays the days of a month: a campaign spends its budget of the plan up to what it can spend on a day. */
function play(days: number, demand: Readonly<Record<string, number>>) {
	const campaigns = Object.keys(demand).map((campaignId) => ({ campaignId }));
	const named = campaigns.length > 1 ? { campaigns } : {};
	let state: PacingState = createState({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		monthlyAmount: '9300.00',
		control: 'daily-budget',
		...named,
	});
	const plans: SpendPlan[] = [];
	for (let day = 0; day <= days; day++) {
		const startMs = FIRST + day * DAY_MS;
		const decided = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: startMs + 60_000 });
		state = decided.state;
		plans.push(decided.plan);
		if (day === days) break;
		for (const { campaignId } of campaigns) {
			const own = decided.plan.campaigns?.find((campaign) => campaign.campaignId === campaignId)?.amount;
			const all = (cents(decided.plan.dayAmount) - cents(decided.plan.unspendable)) / 100;
			const budget = own === undefined ? all : Number(own);
			state = withOffer(state, { campaignId, amount: budget.toFixed(2), atMs: startMs + 60_000 });
			const spend = Math.min(budget, demand[campaignId]!) / 24;
			const windows = hourly(startMs, 24, (hour) => ({
				campaignId,
				spend: spend.toFixed(6),
				clicks: 10,
				conversions: hour % 3 === 0 ? 1 : 0,
			}));
			state = ingest(state, windows, startMs + DAY_MS).state;
		}
	}
	return { state, plans };
}

const codesOf = ({ warnings }: SpendPlan) => warnings.map(({ code }) => code);

describe('one campaign', () => {
	test('that demand limits is said so within a week, and what it cannot spend is unallocated', () => {
		const { plans } = play(10, { a: 180 });
		expect(plans.findIndex((plan) => codesOf(plan).includes('limited-by-demand'))).toBeLessThanOrEqual(7);
		const last = plans.at(-1)!;
		expect(last).toMatchObject({ limitedBy: 'demand' });
		const offered = (cents(last.dayAmount) - cents(last.unspendable)) / 100;
		expect(offered).toBeGreaterThan(180);
		expect(offered).toBeLessThan(1.75 * 180);
		expect(Number(last.unspendable)).toBeGreaterThan(50);
		expect(last.hours.reduce((sum, { amount }) => sum + cents(amount), 0)).toBe(Math.round(100 * offered));
	});

	test('that its budget limits is never said to be limited by demand', () => {
		const { plans } = play(20, { a: 900 });
		for (const plan of plans) expect(codesOf(plan)).not.toContain('limited-by-demand');
		expect(plans.at(-1)!).toMatchObject({ limitedBy: 'budget', unspendable: '0.00' });
		expect(plans.at(-1)!.headroom!.high).toBeGreaterThan(0);
	});

	test.each`
		demand | because
		${900} | ${'its budget is spent'}
		${330} | ${'demand is just above the budget'}
	`('ends the month within 0.5% of its amount: $because', ({ demand }) => {
		const { plans, state } = play(31, { a: demand });
		expect(state.ledger.dataUntilMs).toBe(FIRST + 31 * DAY_MS);
		const last = Math.min(demand, Number(plans[30]!.dayAmount));
		const before = plans
			.slice(0, 30)
			.reduce((sum, plan) => sum + Math.min(demand, (cents(plan.dayAmount) - cents(plan.unspendable)) / 100), 0);
		expect(Math.abs((before + last) / 9300 - 1)).toBeLessThan(0.005);
	});
});

describe('campaigns', () => {
	test('one that cannot take what it is offered gets what it takes with room to grow, and the others the rest', () => {
		const { plans } = play(12, { small: 30, large: 900, larger: 900 });
		const { campaigns, unspendable, dayAmount } = plans.at(-1)!;
		const small = campaigns!.find(({ campaignId }) => campaignId === 'small')!;
		expect(small).toMatchObject({ limitedBy: 'demand' });
		expect(small.reasons.map(({ code }) => code)).toContain('limited-by-demand');
		expect(Number(small.amount)).toBeLessThan(1.75 * 30);
		expect(campaigns!.filter(({ limitedBy }) => limitedBy === 'budget')).toHaveLength(2);
		expect(unspendable).toBe('0.00');
		expect(campaigns!.reduce((sum, { amount }) => sum + cents(amount), 0)).toBe(cents(dayAmount));
		expect(codesOf(plans.at(-1)!)).not.toContain('limited-by-demand');
	});
});

describe('the days ahead', () => {
	test('of a month add up with today to what is left, each with its reason', () => {
		const { plans } = play(0, { a: 300 });
		const [{ days, dayAmount }] = plans as [SpendPlan];
		expect(days).toHaveLength(30);
		expect(days.reduce((sum, { amount }) => sum + cents(amount), cents(dayAmount))).toBe(930_000);
		expect(new Set(days.map(({ why }) => why))).toEqual(new Set(['An even part of what is left']));
	});

	test('a hard maximum is the reason of days that reach it', () => {
		const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '9300.00' };
		const state = createState({ ...definition, control: 'daily-budget', limits: { maxDailyAmount: '250.00' } });
		const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: FIRST });
		expect(plan.dayAmount).toBe('250.00');
		expect(plan.days[0]).toEqual({ date: '2026-10-02', amount: '250.00', why: 'The maximum of a day' });
	});

	test('an event weighs its day', () => {
		const events = [{ name: 'Sale', start: '2026-10-09', factor: 1.6 }];
		const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '9300.00', events };
		const state = createState({ ...definition, control: 'daily-budget' });
		const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: FIRST });
		const sale = plan.days.find(({ date }) => date === '2026-10-09')!;
		expect(Number(sale.amount) / Number(plan.dayAmount)).toBeCloseTo(1.6, 2);
		expect(sale.why).toBe('Weighed by its event');
	});
});

test('without a stated control nothing changes until budgets are known; then days are planned as for daily budgets', () => {
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '9300.00' };
	const nowMs = FIRST + 10 * DAY_MS + HOUR_MS;
	const windows = (budget?: string) =>
		hourly(FIRST, 10 * 24, (hour) => ({
			spend: hour % 24 < 12 ? '5.00' : '10.00',
			clicks: 9,
			conversions: 1,
			...(budget && { budget }),
		}));
	const planOf = (budget?: string, control?: 'daily-budget' | 'bid-multiplier') => {
		const { state } = ingest(createState({ ...definition, control }), windows(budget), nowMs);
		return optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }).plan;
	};
	expect(planOf(undefined)).toMatchObject({
		dayAmount: planOf(undefined, 'bid-multiplier').dayAmount,
		limitedBy: null,
	});
	expect(planOf('300.00')).toMatchObject({
		dayAmount: planOf('300.00', 'daily-budget').dayAmount,
		limitedBy: 'demand',
	});
});

test('the same state and instant give the same plan, after storage as well', () => {
	const { state } = play(9, { a: 180, b: 400 });
	const nowMs = FIRST + 9 * DAY_MS + 14 * HOUR_MS;
	const plan = (from: PacingState) => optimizeAllocation(from, { strategy: 'adaptive_ml', nowMs }).plan;
	expect(plan(readState(JSON.parse(JSON.stringify(state))))).toEqual(plan(state));
});

test.each`
	spent  | low     | high    | because
	${1}   | ${0.97} | ${1.03} | ${'the day is on pace'}
	${1.4} | ${0.85} | ${0.95} | ${'the platform spends faster, and holds itself to its budget in the end'}
	${0.6} | ${1.02} | ${1.16} | ${'it spends more slowly; a raise is small'}
`('on the last afternoon a day that spent $spent of its pace gets $low to $high: $because', (row) => {
	const { spent, low, high } = row;
	const { state } = play(30, { a: 900 });
	const startMs = FIRST + 30 * DAY_MS;
	const morning = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: startMs + HOUR_MS }).plan;
	const perHour = ((spent as number) * Number(morning.dayAmount)) / 24;
	const windows = hourly(startMs, 14, () => ({
		campaignId: 'a',
		spend: perHour.toFixed(6),
		clicks: 10,
		conversions: 0,
	}));
	const nowMs = startMs + 14 * HOUR_MS;
	const { plan } = optimizeAllocation(ingest(state, windows, nowMs).state, { strategy: 'adaptive_ml', nowMs });
	const change = Number(plan.dayAmount) / Number(morning.dayAmount);
	expect(change).toBeGreaterThanOrEqual(low);
	expect(change).toBeLessThanOrEqual(high);
});
