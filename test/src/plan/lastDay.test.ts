import { type BudgetDefinition, createState, ingest, optimizeAllocation, type PacingState } from '../../../src/index';
import type { PushRecord } from '../../../src/records/pushRecord';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { pushedAt } from '../../support/pushRecords';

/** 30 June, the last day of a month. */
const LAST_DAY = Date.UTC(2026, 5, 30);
const HISTORY_DAYS = 42;

/** Days spend 110 of a daily budget of 100, so that 100 is left for the last one. */
const BUDGET = '100.00';
const SPENT = 29 * 110;

/** The last day until an hour of it, so many times as fast as the days before. */
function budgetAt(hour: number, { pace, ...amounts }: { pace: number } & Partial<BudgetDefinition>): PacingState {
	const hours = 24 * HISTORY_DAYS + hour;
	const windows = hourly(LAST_DAY - HISTORY_DAYS * DAY_MS, hours, (at) => ({
		spend: ((at < 24 * HISTORY_DAYS ? 1 : pace) * (110 / 24)).toFixed(6),
		budget: BUDGET,
		clicks: 10,
		conversions: 1,
	}));
	const budget = createState({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		control: 'daily-budget',
		...amounts,
	});
	return ingest(budget, windows, LAST_DAY + hour * HOUR_MS).state;
}

/** Pushes as they are recorded of a platform. */
const onMeta = pushedAt(LAST_DAY - 2 * HOUR_MS, '90.00', BUDGET, { platform: 'meta_ads', step: 0.2 });
const before = pushedAt(LAST_DAY - 2 * HOUR_MS, '90.00', BUDGET, { step: 0.5, boundsMonth: true });
const today = { ...before, atMs: LAST_DAY + HOUR_MS / 3 };
const failed = { ...today, status: 'failed' } as const;
const other = { ...failed, object: 'campaignBudgets/223' };
const resent = { ...other, atMs: today.atMs + HOUR_MS, status: 'confirmed' } as const;

const MONTH = { monthlyAmount: String(SPENT + 100) };
const FLIGHT = { flight: { start: '2026-06-01', end: '2026-07-02', amount: String(SPENT + 300) } };

interface Row {
	readonly pushes: readonly PushRecord[];
	readonly amounts: Partial<BudgetDefinition>;
	readonly hour: number;
	readonly pace: number;
	readonly low: number;
	readonly high: number;
}

test.each`
	pushes                    | amounts   | hour  | pace   | low    | high   | because
	${[onMeta]}               | ${MONTH}  | ${1}  | ${1}   | ${89}  | ${93}  | ${'the platform goes 10% beyond its budgets'}
	${[before]}               | ${MONTH}  | ${1}  | ${1}   | ${100} | ${100} | ${'an edit on the last day bounds it at the new budget, so that a lower one would be left unspent'}
	${[before]}               | ${FLIGHT} | ${1}  | ${1}   | ${89}  | ${96}  | ${'the flight goes on beyond the month'}
	${[onMeta]}               | ${MONTH}  | ${13} | ${1.5} | ${75}  | ${89}  | ${'a fast morning is made up for'}
	${[today]}                | ${MONTH}  | ${13} | ${1.5} | ${100} | ${100} | ${'the bound holds however fast the morning was'}
	${[before]}               | ${MONTH}  | ${13} | ${1.5} | ${75}  | ${89}  | ${'no edit of the day bounds it'}
	${[failed]}               | ${MONTH}  | ${13} | ${1.5} | ${75}  | ${89}  | ${'an edit that failed does not bound it either'}
	${[today, other]}         | ${MONTH}  | ${13} | ${1.5} | ${75}  | ${89}  | ${'the edit of another campaign failed, so that its part is not bounded'}
	${[today, other, resent]} | ${MONTH}  | ${13} | ${1.5} | ${100} | ${100} | ${'sent again, it bounds that part too'}
	${[today]}                | ${MONTH}  | ${13} | ${0.5} | ${101} | ${116} | ${'what a slow morning left is offered'}
`(
	'the last budget of a month at $hour:00 is $low to $high: $because',
	({ pushes, amounts, hour, pace, low, high }: Row) => {
		const state = { ...budgetAt(hour, { ...amounts, pace }), pushes };
		const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: LAST_DAY + hour * HOUR_MS });
		const amount = Number(plan.dayAmount);
		expect(amount).toBeGreaterThanOrEqual(low);
		expect(amount).toBeLessThanOrEqual(high);
	},
);
