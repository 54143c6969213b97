import {
	createState,
	type GuardFigures,
	ingest,
	optimizeAllocation,
	type PacingState,
	preparePush,
	type PushTargetInput,
	reallocate,
} from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** The first of a month, a Thursday. */
const FIRST = Date.UTC(2026, 9, 1);
const HISTORY_DAYS = 42;
const THURSDAY = 4;

/** Days are whole cents. */
const A_CENT = 0.0001;

/** Six weeks of the same spend every day, in which Thursdays have six times the results of other days. */
const history = hourly(FIRST - HISTORY_DAYS * DAY_MS, 24 * HISTORY_DAYS, (hour) => {
	const weekday = new Date(FIRST - HISTORY_DAYS * DAY_MS + hour * HOUR_MS).getUTCDay();
	return { spend: '12.50', clicks: 20, conversions: weekday === THURSDAY ? 12 : 2 };
});

const known: PacingState = ingest(
	createState({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		monthlyAmount: '9300.00',
		control: 'daily-budget',
	}),
	history,
	FIRST,
).state;

const planAt = (state: PacingState, nowMs: number) => optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs });

/** The budget after a push of the first day's plan. */
function pushed(target: PushTargetInput, guards: GuardFigures, dryRun: boolean): PacingState {
	const { state } = planAt(known, FIRST + HOUR_MS);
	return preparePush(state, { target, guards, dryRun, nowMs: FIRST + HOUR_MS }).state;
}

const META: PushTargetInput = {
	platform: 'meta_ads',
	accountId: '1',
	lever: 'dayTotal',
	objects: [{ id: '222', current: { daily_budget: '30000' } }],
};
const GOOGLE: PushTargetInput = {
	platform: 'google_ads',
	accountId: '1',
	lever: 'dayTotal',
	objects: [{ id: '222', current: { amountMicros: '300000000' } }],
};

/** The largest change from a day ahead to the next. */
function largestChange(state: PacingState): number {
	const amounts = planAt(state, FIRST + 2 * HOUR_MS).plan.days.map(({ amount }) => Number(amount));
	return Math.max(...amounts.slice(1).map((amount, day) => Math.abs(amount / amounts[day]! - 1)));
}

describe('a plan knows the step of the pushes that carry it out', () => {
	test.each`
		target    | guards                        | dryRun   | daysAgo | low     | high   | because
		${null}   | ${{}}                         | ${false} | ${0}    | ${0.52} | ${1}   | ${'nothing was pushed, so nothing bounds a day'}
		${META}   | ${{}}                         | ${false} | ${0}    | ${0.1}  | ${0.2} | ${'a push moves a budget on Meta by a fifth'}
		${META}   | ${{ maxChangeFraction: 0.1 }} | ${false} | ${0}    | ${0.05} | ${0.1} | ${'Largest Change replaces the figure of the platform'}
		${GOOGLE} | ${{}}                         | ${false} | ${0}    | ${0.52} | ${1}   | ${'a push that moves a budget by half, as on Google, reaches nearly every neighbouring day'}
		${META}   | ${{}}                         | ${true}  | ${0}    | ${0.52} | ${1}   | ${'a dry run pushes nothing'}
		${META}   | ${{}}                         | ${false} | ${28}   | ${0.52} | ${1}   | ${'a push of last month says nothing of the next'}
	`('neighbouring days differ by $low to $high: $because', ({ target, guards, dryRun, daysAgo, low, high }) => {
		const { pushes = [], ...state } = target === null ? known : pushed(target, guards, dryRun);
		const earlier = pushes.map((push) => ({ ...push, atMs: push.atMs - daysAgo * DAY_MS }));
		const change = largestChange({ ...state, pushes: earlier });
		expect(change).toBeGreaterThan(low);
		expect(change).toBeLessThanOrEqual((high as number) + A_CENT);
	});

	test('a reallocation keeps to it', () => {
		const nowMs = FIRST + 2 * HOUR_MS;
		const { state, plan } = planAt(pushed(META, {}, false), nowMs);
		expect(reallocate(state, { nowMs }).reallocation.to.days).toEqual(plan.days);
		expect(plan.days).not.toEqual(planAt(known, nowMs).plan.days);
	});
});
