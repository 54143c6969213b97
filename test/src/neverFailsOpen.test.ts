import {
	checkExhaustion,
	createState,
	damageOf,
	dayStatus,
	ingest,
	learnedPattern,
	optimizeAllocation,
	type PerformanceWindow,
	readState,
	UserError,
} from '../../src/index';
import { fromMinorUnits } from '../../src/money/minorUnits';
import * as exhaustionCheck from '../../src/status/checkExhaustion';
import { dayContext } from '../../src/forecast/dayContext';
import { pace } from '../../src/forecast/pacingMultiplier';
import { planContext } from '../../src/plan/planContext';
import { planDay } from '../../src/plan/planDay';
import { DAY_MS, HOUR_MS, hourly } from '../support/deliveries';
import { answerOf } from '../support/finiteAnswers';
import { certainRate, certainSpend, learningOf } from './plan/certainLearning';

const NOW = Date.UTC(2026, 10, 23, 6);

const stateWith = (
	describe: (position: number) => Omit<PerformanceWindow, 'startMs' | 'endMs'>,
	dailyAmount = '100.00',
) =>
	ingest(
		createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount }),
		hourly(NOW - 5 * DAY_MS, 5 * 24, describe),
		NOW,
	).state;

describe('a clock that is 45 days ahead', () => {
	const AHEAD = NOW + 45 * DAY_MS;
	const spending = hourly(NOW - 6 * HOUR_MS, 6, () => ({ spend: '70.00', clicks: 10, conversions: 1 }));
	const before = ingest(
		createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00' }),
		spending,
		NOW,
	).state;
	const next = hourly(NOW, 1, () => ({ spend: '30.00', clicks: 4, conversions: 0 }));
	const jumped = ingest(before, next, AHEAD).state;

	test('leaves the spend of the present as it is, and real reports are still taken', () => {
		expect(dayStatus(before, { nowMs: NOW }).spent).toBe('420.00');
		expect(dayStatus(jumped, { nowMs: NOW + HOUR_MS }).spent).toBe('450.00');
		const restated = spending.map((window) => ({ ...window, conversions: 2 }));
		const { state, report } = ingest(jumped, restated, NOW + HOUR_MS);
		expect(report).toEqual({ accepted: 0, replaced: 6, unchanged: 0, rejected: [] });
		expect(dayStatus(state, { nowMs: NOW + HOUR_MS }).spent).toBe('450.00');
	});

	test('forgets no change that was added, so that it cannot be added again', () => {
		const change = { kind: 'delta' as const, startMs: NOW - HOUR_MS, endMs: NOW, spend: '5.00', campaignId: 'd' };
		const once = ingest(before, [{ ...change, id: 'one' }], NOW).state;
		const other = ingest(once, [{ ...change, id: 'two', startMs: NOW, endMs: NOW + HOUR_MS }], AHEAD).state;
		const again = ingest(other, [{ ...change, id: 'one' }], NOW + HOUR_MS);
		expect(again.report).toMatchObject({ accepted: 0, replaced: 0, unchanged: 1 });
	});

	test('leaves data dated after the present, which is stale', () => {
		const { state } = ingest(
			before,
			hourly(NOW + 2 * DAY_MS, 1, () => ({ spend: '1.00' })),
			AHEAD,
		);
		const { exhaustion } = checkExhaustion(state, { nowMs: NOW });
		expect(exhaustion.status).toBe('stale-data');
		expect(exhaustion.reasons[0]!.message).toMatch(/^The latest report ends 49 hours in the future/);
	});
});

describe('a budget outside its flight', () => {
	const flight = { start: '2026-12-01', end: '2026-12-31', amount: '3100.00' };
	const waiting = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', flight });
	const idle = hourly(NOW - 5 * DAY_MS, 5 * 24, () => ({ spend: '0.00' }));
	const spent = hourly(NOW - 5 * DAY_MS, 5 * 24, (position) => ({ spend: position < 90 ? '4.00' : '0.00' }));
	test.each`
		state                                | nowMs                 | status          | because
		${ingest(waiting, idle, NOW).state}  | ${NOW}                | ${'on-pace'}    | ${'reports say that nothing is spent'}
		${waiting}                           | ${NOW}                | ${'stale-data'} | ${'nothing was ever reported, so ads may be running'}
		${ingest(waiting, idle, NOW).state}  | ${NOW + 25 * HOUR_MS} | ${'stale-data'} | ${'a day without a report'}
		${ingest(waiting, spent, NOW).state} | ${NOW + 5 * HOUR_MS}  | ${'stale-data'} | ${'five hours without a report of a budget that spends'}
	`('is $status: $because', ({ state, nowMs, status }) => {
		expect(checkExhaustion(state, { nowMs }).exhaustion.status).toBe(status);
	});
});

describe('a damaged part of a stored state', () => {
	const whole = checkExhaustion(
		optimizeAllocation(
			stateWith(() => ({ spend: '4.00', clicks: 20 })),
			{ strategy: 'adaptive_ml', nowMs: NOW },
		).state,
		{ nowMs: NOW },
	).state;
	const stored = (changes: object): unknown => ({ ...(JSON.parse(JSON.stringify(whole)) as object), ...changes });
	const hours = whole.plan!.hours.map((hour) => ({ ...hour, amount: 'N.aN' }));
	test.each`
		changes                                          | code                          | rest                              | because
		${{ plan: { planId: 1 } }}                       | ${'damaged-plan'}             | ${{ plan: null }}                 | ${'it is no plan'}
		${{ plan: { ...whole.plan, confidence: null } }} | ${'damaged-plan'}             | ${{ plan: null }}                 | ${'a number was not finite when it was stored'}
		${{ plan: { ...whole.plan, hours } }}            | ${'damaged-plan'}             | ${{ plan: null }}                 | ${'an amount is none'}
		${{ alert: { state: 'loud' } }}                  | ${'damaged-alert'}            | ${{ alert: null }}                | ${'no alert has that state'}
		${{ alerts: [{ kind: 'odd' }] }}                 | ${'damaged-alerts'}           | ${{ alerts: undefined }}          | ${'no alert is of that kind'}
		${{ regimes: [{ localHour: 24 }] }}              | ${'damaged-hour-changes'}     | ${{ regimes: [] }}                | ${'no day has that hour'}
		${{ campaignRegimes: 'none' }}                   | ${'damaged-campaign-changes'} | ${{ campaignRegimes: undefined }} | ${'it is no list'}
	`('costs that part alone, and is named: $because', ({ changes, code, rest }) => {
		const read = readState(stored(changes));
		expect(read).toEqual({ ...whole, ...rest });
		expect(damageOf(read)).toMatchObject([
			{ code, message: expect.stringMatching(/damaged .* delivery are complete$/) },
		]);
		expect(damageOf(optimizeAllocation(read, { strategy: 'adaptive_ml', nowMs: NOW }).state)).toEqual([]);
	});

	test('that is not there is no budget: definition, ledger and pushes are strict', () => {
		for (const part of ['definition', 'ledger', 'pushes']) {
			expect(() => readState(stored({ [part]: 'gone' }))).toThrow(UserError);
		}
	});
});

describe('a number that is not finite decides nothing', () => {
	test('hours without any click: a day of which 93 of 100 are gone at 6:00 is not on pace, and a plan can be read again', () => {
		const state = stateWith((position) => ({ spend: position < 114 ? '4.00' : '15.50', clicks: 0 }));
		const { exhaustion } = checkExhaustion(state, { nowMs: NOW });
		expect(['at-risk', 'stale-data']).toContain(exhaustion.status);
		const planned = answerOf(() => optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW }));
		expect(planned === null || planned.plan.hours.length === 24).toBe(true);
	});

	test('conversions of hours without a click leave the pattern of the hours as it is', () => {
		const state = stateWith((position) => ({
			spend: '4.00',
			clicks: position % 24 < 5 ? 0 : 20,
			conversions: position % 24 < 5 ? 7 : 1,
		}));
		const { hourOfDay } = learnedPattern(state, { measure: 'conversionsPerClick' });
		for (const { mean } of hourOfDay) expect(mean).toBeGreaterThan(0.5);
		for (const { mean } of hourOfDay) expect(mean).toBeLessThan(2);
	});

	const context = dayContext(
		stateWith(() => ({ spend: '4.00', clicks: 20 })),
		NOW,
	);
	const unusable = { ...context, notFinite: 'demand' };

	test('a forecast from it is stale data', () => {
		expect(exhaustionCheck.checkExhaustion(context, { alert: null }).exhaustion.status).not.toBe('stale-data');
		expect(exhaustionCheck.checkExhaustion(unusable, { alert: null }).exhaustion).toMatchObject({
			status: 'stale-data',
			reasons: [
				{
					code: 'stale-data',
					message: 'A number in the demand learned from the reports is not finite, so pacing cannot be judged',
				},
			],
		});
		expect(pace(unusable, 1)).toMatchObject({ reason: 'stale-data' });
		expect(pace(unusable, 1).multiplier).toBeLessThanOrEqual(1);
	});

	test.each`
		learning                                                                           | figure          | because
		${{ notFinite: () => 'demand' }}                                                   | ${'demand'}     | ${'the spend model'}
		${{ spendModel: certainSpend(() => Infinity) }}                                    | ${'demand'}     | ${'what follows from a model'}
		${{ spendModel: null, rate: () => certainRate(1, { hourOfDay: () => Infinity }) }} | ${'efficiency'} | ${'the weights'}
	`('a plan from $because that is not finite is an error', ({ learning, figure }) => {
		const planned = () =>
			planDay(
				planContext({ ...learningOf(null), ...learning }, { strategy: 'adaptive_ml', nowMs: NOW }),
				{ amount: 24_000, from: 'day', periods: [], ahead: [], unplaced: { ofPeriod: 0, ofDay: 0 }, isFinite: true },
				null,
			);
		expect(planned).toThrow(UserError);
		expect(planned).toThrow(new RegExp(figure));
	});

	test('an amount that is not finite has no text', () => {
		expect(() => fromMinorUnits(NaN, 'EUR')).toThrow(RangeError);
		expect(() => fromMinorUnits(Infinity, 'JPY')).toThrow(RangeError);
		expect(fromMinorUnits(1e22, 'EUR')).toBe('100000000000000000000.00');
	});
});
