import { historyDays } from '../../../src/backtest/historyDays';
import { dayLimits } from '../../../src/backtest/dayLimits';
import { ledgerBefore } from '../../../src/backtest/ledgerBefore';
import { type DayToReplay, replayDay } from '../../../src/backtest/replayDay';
import type { BudgetDefinitionInput, Strategy } from '../../../src/budget/budgetDefinition';
import { createState, ingest, type PerformanceWindow } from '../../../src/index';
import { learn } from '../../../src/learning/learn';
import { DAY_MS, hourly } from '../../support/deliveries';

const END = Date.parse('2026-11-23T00:00:00Z');
const DAYS = 15;

/** Two weeks of 10.00 in every hour, and a day that differs. */
function lastDay(
	today: (hour: number) => Partial<PerformanceWindow>,
	changes: Partial<BudgetDefinitionInput> = {},
): { day: DayToReplay; replay: (strategy?: Strategy, spentBefore?: number) => ReturnType<typeof replayDay> } {
	const windows = hourly(END - DAYS * DAY_MS, DAYS * 24, (position) => ({
		campaignId: 'a',
		spend: 10,
		conversions: 1,
		...(position >= (DAYS - 1) * 24 ? today(position % 24) : {}),
	}));
	const budget = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: 240, ...changes };
	const { ledger, definition } = ingest(createState(budget), windows, END).state;
	const history = historyDays(ledger, definition).at(-1)!;
	const learning = learn({ definition, ledger: ledgerBefore(ledger, history.startMs) });
	const day = {
		day: history,
		learning,
		largest: new Array<number>(24).fill(10),
		limits: dayLimits(learning),
	};
	return {
		day,
		replay: (strategy = 'even_distribution', spentBefore = 0) => {
			const spent = { spend: spentBefore * 1e6, clicks: null, conversions: null, revenue: null, impressions: null };
			return replayDay(day, definition, strategy, spentBefore === 0 ? new Map() : new Map([['2026-11-21', spent]]));
		},
	};
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a day replayed with a strategy', () => {
	test('is spent as planned if every hour spends as expected', () => {
		const { spends, dayAmount, beyond } = lastDay(() => ({})).replay();
		for (const spend of spends) expect(spend).toBeCloseTo(10, 0);
		expect(sum(spends)).toBeGreaterThan(239);
		expect({ dayAmount, beyond }).toEqual({ dayAmount: 240, beyond: 0 });
	});

	test('gives less to the remaining hours after a busy hour, and never exceeds the day', () => {
		const { spends } = lastDay((hour) => (hour === 6 ? { spend: 15 } : {})).replay();
		expect(spends[6]! / spends[5]!).toBeCloseTo(1.5, 1);
		expect(spends[7]).toBeLessThan(spends[5]! - 0.2);
		expect(sum(spends)).toBeLessThanOrEqual(240);
	});

	test('gives more to the remaining hours after a slow hour', () => {
		const { spends } = lastDay((hour) => (hour === 6 ? { spend: 5 } : {})).replay();
		expect(spends[6]! / spends[5]!).toBeCloseTo(0.5, 1);
		expect(spends[7]).toBeGreaterThan(spends[5]! + 0.2);
	});

	test('does not mistake a raised bid for demand', () => {
		const raised = (hour: number) => ({ multiplier: hour === 6 ? 1.5 : 1, spend: hour === 6 ? 10 * 1.5 ** 1.3 : 10 });
		const { spends } = lastDay(raised).replay();
		expect(spends[6]).toBeCloseTo(spends[5]!, 0);
	});

	test('spends the planned amount in out-of-budget hours', () => {
		const { spends } = lastDay((hour) => (hour >= 20 ? { spend: 0 } : {})).replay();
		expect(spends.slice(20)).toEqual(spends.slice(20).map(() => expect.closeTo(spends[20]!, 1) as number));
		expect(sum(spends)).toBeCloseTo(240, 1);
	});

	test('keeps the limits of its budget', () => {
		const { spends } = lastDay(() => ({ spend: 18 }), { limits: { maxHourlyAmount: 11 } }).replay('adaptive_ml');
		for (const spend of spends) expect(spend).toBeLessThanOrEqual(11);
	});

	test('spends no more in an hour than twice its largest spend, and reports what was planned beyond', () => {
		const { spends, beyond } = lastDay(() => ({}), { dailyAmount: 720 }).replay();
		for (const spend of spends) expect(spend).toBeLessThanOrEqual(20);
		expect(beyond).toBeCloseTo(240, 6);
	});

	test('has what the strategy itself has left of a longer target', () => {
		const weekly = lastDay(() => ({}), { dailyAmount: undefined, weeklyAmount: 1680 });
		expect(weekly.replay('even_distribution').dayAmount).toBe(240);
		expect(weekly.replay('even_distribution', 300).dayAmount).toBe(180);
	});

	test('leaves out what the maxima of campaigns leave unallocated', () => {
		const limits = { maxDailyAmount: 100 };
		const { spends, dayAmount } = lastDay(() => ({}), { campaigns: [{ campaignId: 'a', ...limits }] }).replay();
		expect(dayAmount).toBe(100);
		expect(sum(spends)).toBeLessThanOrEqual(100);
	});
});
