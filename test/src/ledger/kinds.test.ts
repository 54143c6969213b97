import fc from 'fast-check';

import {
	checkExhaustion,
	createState,
	ingest,
	optimizeAllocation,
	pacingStatus,
	type PacingState,
	type PerformanceWindow,
} from '../../../src/index';
import { ingestWindows } from '../../../src/ledger/ingestWindows';
import { deliveredHours } from '../../../src/ledger/ledger';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const DAY = Date.UTC(2026, 10, 23);
const BUDGET = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000' });

const spent = (state: PacingState, nowMs: number) => pacingStatus(state, { nowMs }).day.spent;
const hoursOf = (state: PacingState) => deliveredHours(state.ledger);
const micros = (ledger: PacingState['ledger']) => deliveredHours(ledger).reduce((sum, { spend }) => sum + spend, 0);

describe('changes of an hour', () => {
	const NOW = DAY + 12 * HOUR_MS;
	const change = (id: string, spend: string, rest: Partial<PerformanceWindow> = {}): PerformanceWindow => ({
		campaignId: '1',
		startMs: DAY + 9 * HOUR_MS,
		endMs: DAY + 10 * HOUR_MS,
		kind: 'delta',
		id,
		spend,
		...rest,
	});

	test('are added up, and a correction is subtracted', () => {
		const { state, report } = ingest(
			BUDGET,
			[change('a', '3.92', { clicks: 4 }), change('b', '-0.98', { clicks: -1 })],
			NOW,
		);
		expect(report).toMatchObject({ accepted: 1, rejected: [] });
		expect(hoursOf(state)).toMatchObject([{ spend: 2_940_000, clicks: 3, conversions: null }]);
	});

	test('count once, within a report and across reports', () => {
		const once = ingest(BUDGET, [change('a', '3.92'), change('a', '3.92')], NOW);
		expect(once.report).toMatchObject({ accepted: 1, unchanged: 1 });
		const again = ingest(once.state, [change('a', '3.92'), change('b', '1.00')], NOW + HOUR_MS);
		expect(again.report).toMatchObject({ replaced: 1, unchanged: 1 });
		expect(spent(again.state, NOW)).toBe('4.92');
	});

	test('that subtract more than was delivered are rejected until sent with the figures they correct', () => {
		const early = ingest(BUDGET, [change('b', '-0.98')], NOW);
		expect(early.report.rejected).toEqual([
			{
				index: 0,
				reason: 'The change subtracts more than was delivered: send it again together with the figures it corrects',
			},
		]);
		const both = ingest(early.state, [change('a', '3.92'), change('b', '-0.98')], NOW);
		expect(spent(both.state, NOW)).toBe('2.94');
	});

	test('that come too late are rejected individually, every time, and never counted as duplicates', () => {
		const monthLater = NOW + 31 * DAY_MS;
		const { state } = ingest(BUDGET, [change('a', '3.92')], NOW);
		let current = state;
		for (let time = 0; time < 2; time++) {
			const { report, state: next } = ingest(current, [change('b', '1.00'), change('c', '2.00')], monthLater);
			current = next;
			expect(report).toMatchObject({ unchanged: 0, accepted: 0, replaced: 0 });
			expect(report.rejected.map(({ index, reason }) => `${index} ${reason}`)).toEqual([
				expect.stringMatching(/^0 The window is older than the 30 days/),
				expect.stringMatching(/^1 The window is older than the 30 days/),
			]);
		}
	});

	test('require an id, which no other kind may have', () => {
		const nameless = { ...change('a', '1'), id: undefined };
		const named = { startMs: DAY, endMs: DAY + HOUR_MS, spend: '1', id: 'a' };
		const { report } = ingest(BUDGET, [nameless, named], NOW);
		expect(report.rejected.map(({ reason }) => reason)).toEqual(
			Array(2).fill("'id' of the window: is required for changes and not allowed otherwise"),
		);
	});

	test('have the same sum in any order and batches, and with duplicates', () => {
		const changes = fc.uniqueArray(
			fc.record({ id: fc.uuid(), cents: fc.integer({ min: 0, max: 10_000 }), at: fc.nat(9) }),
			{
				selector: ({ id }) => id,
				minLength: 1,
				maxLength: 20,
			},
		);
		fc.assert(
			fc.property(
				changes,
				fc.array(fc.nat(), { maxLength: 30 }),
				fc.integer({ min: 1, max: 6 }),
				(given, picks, size) => {
					const sent = given.map(({ id, cents, at }) => ({
						...change(id, (cents / 100).toFixed(2)),
						startMs: DAY + at * HOUR_MS,
						endMs: DAY + (at + 1) * HOUR_MS,
					}));
					const queue = [...picks.map((pick) => sent[pick % sent.length]!), ...sent];
					let ledger = BUDGET.ledger;
					for (let from = 0; from < queue.length; from += size) {
						({ ledger } = ingestWindows(ledger, queue.slice(from, from + size), {
							definition: BUDGET.definition,
							nowMs: NOW,
						}));
					}
					expect(micros(ledger)).toBe(10_000 * given.reduce((sum, { cents }) => sum + cents, 0));
				},
			),
			RUNS,
		);
	});
});

describe('running totals of a day', () => {
	const total = (spend: string, rest: Partial<PerformanceWindow> = {}): PerformanceWindow => ({
		campaignId: '1',
		startMs: DAY,
		endMs: DAY + DAY_MS,
		kind: 'running-total',
		spend,
		...rest,
	});
	const at = (clock: number) => DAY + clock * HOUR_MS;

	test('the increase since the last report is assigned to the time in between', () => {
		const first = ingest(BUDGET, [total('1.00', { clicks: 2 })], at(1));
		const second = ingest(first.state, [total('4.50', { clicks: 9 })], at(2) + 60_000);
		expect(hoursOf(second.state)).toMatchObject([
			{ startMs: at(0), endMs: at(1), spend: 1_000_000, clicks: 2, divided: false },
			{ startMs: at(1), endMs: at(2), spend: 3_500_000, clicks: 7, divided: false },
		]);
	});

	test('after many hours the increase is divided exactly by time, and its parts are not learned from', () => {
		const { state } = ingest(BUDGET, [total('100.00')], at(7));
		expect(hoursOf(state)).toHaveLength(7);
		expect(hoursOf(state).every(({ divided }) => divided)).toBe(true);
		expect(spent(state, at(7))).toBe('100.00');
		const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: at(7) });
		expect(plan.spent).toBe('100.00');
	});

	test('a decrease is subtracted from the last hours', () => {
		const first = ingest(BUDGET, [total('1.00')], at(1));
		const second = ingest(first.state, [total('4.50')], at(2));
		const third = ingest(second.state, [total('0.75')], at(3));
		expect(hoursOf(third.state).map(({ spend }) => spend)).toEqual([750_000, 0, 0]);
	});

	test('an increase after midnight belongs to the last hour of its day', () => {
		const first = ingest(BUDGET, [total('10.00')], at(23));
		const second = ingest(first.state, [total('12.00')], at(24));
		const late = ingest(second.state, [total('12.50')], at(30));
		expect(hoursOf(late.state).at(-1)).toMatchObject({ endMs: at(24), spend: 2_500_000 });
		expect(late.report).toMatchObject({ replaced: 1, accepted: 0 });
	});

	test('the same total in the same minutes changes nothing', () => {
		const first = ingest(BUDGET, [total('1.00')], at(1));
		expect(ingest(first.state, [total('1.00')], at(1)).report).toMatchObject({
			unchanged: 1,
			accepted: 0,
			replaced: 0,
		});
	});

	test('that can no longer be written are rejected once, not once per hour', () => {
		const hours = hourly(DAY, 24, () => ({ spend: '1' })).map((window) => ({ ...window, campaignId: '1' }));
		const first = ingest(BUDGET, hours, at(24));
		const folded = ingest(
			first.state,
			hourly(DAY + 40 * DAY_MS, 1, () => ({ spend: '1' })),
			DAY + 41 * DAY_MS,
		);
		const { report } = ingest(folded.state, [total('30.00')], DAY + 41 * DAY_MS);
		expect(report.rejected).toEqual([
			{ index: 0, reason: 'The window is older than the 30 days for which figures may still change' },
		]);
	});

	test('an unchanged total means no spend since the last report', () => {
		const first = ingest(BUDGET, [total('1.00')], at(1));
		const { state } = ingest(first.state, [total('1.00')], at(2));
		expect(state.ledger.dataUntilMs).toBe(at(2));
		expect(spent(state, at(2))).toBe('1.00');
	});

	test('always add up to the last total', () => {
		const polls = fc.array(
			fc.record({ wait: fc.integer({ min: 1, max: 400 }), cents: fc.integer({ min: 0, max: 1_000_000 }) }),
			{
				minLength: 1,
				maxLength: 12,
			},
		);
		fc.assert(
			fc.property(polls, (given) => {
				let ledger = BUDGET.ledger;
				let nowMs = DAY;
				for (const { wait, cents } of given) {
					nowMs += wait * 60_000;
					({ ledger } = ingestWindows(ledger, [total((cents / 100).toFixed(2))], {
						definition: BUDGET.definition,
						nowMs,
					}));
				}
				const reported = given.filter(
					(_, poll) => given.slice(0, poll + 1).reduce((sum, { wait }) => sum + wait, 0) >= 5,
				);
				expect(micros(ledger)).toBe((reported.at(-1)?.cents ?? 0) * 10_000);
				for (const { spend } of deliveredHours(ledger)) expect(spend).toBeGreaterThanOrEqual(0);
			}),
			RUNS,
		);
	});
});

describe('results of a second source', () => {
	const NOW = DAY + 12 * HOUR_MS;
	const place = { campaignId: '1', startMs: DAY + 9 * HOUR_MS, endMs: DAY + 10 * HOUR_MS };
	const platform: PerformanceWindow = { ...place, spend: '10.00', clicks: 20, conversions: 1 };
	const results = { ...place, kind: 'results', conversions: 3, revenue: '412.50' } as unknown as PerformanceWindow;

	test('are attached to the hour whose spend is known, in the same report or a later one', () => {
		for (const { state } of [
			ingest(BUDGET, [results, platform], NOW),
			ingest(ingest(BUDGET, [platform], NOW).state, [results], NOW),
		]) {
			expect(hoursOf(state)).toMatchObject([{ spend: 10_000_000, clicks: 20, conversions: 3, revenue: 412_500_000 }]);
		}
	});

	test("are kept when the platform's report is ingested again", () => {
		const first = ingest(BUDGET, [platform, results], NOW);
		const again = ingest(first.state, [{ ...platform, spend: '11.00' }], NOW);
		expect(hoursOf(again.state)).toMatchObject([{ spend: 11_000_000, conversions: 3 }]);
		expect(ingest(again.state, [results], NOW).report).toMatchObject({ unchanged: 1, replaced: 0 });
	});

	test.each([
		{
			windows: [results],
			reason: /No spend is known for the campaign '1' in this hour/,
			because: 'the spend of the hour is unknown',
		},
		{
			windows: [platform, { ...platform, campaignId: '2' }, { ...results, campaignId: undefined }],
			reason: /name no campaign, and their hour has no campaign or several/,
			because: 'either campaign could have generated them',
		},
		{
			windows: [{ ...results, spend: '1' }],
			reason: /'spend' of the window: does not belong to results/,
			because: 'spend comes from the ad platform',
		},
	])('are rejected: $because', ({ windows, reason }) => {
		const { report } = ingest(BUDGET, windows as PerformanceWindow[], NOW);
		expect(report.rejected).toEqual([{ index: windows.length - 1, reason: expect.stringMatching(reason) as string }]);
	});

	test('without a campaign are attached to the only campaign of the hour', () => {
		const { state } = ingest(
			BUDGET,
			[platform, { ...results, campaignId: undefined } as unknown as PerformanceWindow],
			NOW,
		);
		expect(hoursOf(state)).toMatchObject([{ campaignId: '1', conversions: 3 }]);
	});
});

describe('the newest hours of a platform that reports late', () => {
	const HISTORY_DAYS = 21;
	const START = DAY - HISTORY_DAYS * DAY_MS;
	const NOW = DAY + 10 * HOUR_MS;
	const full = { spend: '40', clicks: 80 };
	const history = hourly(START, 24 * HISTORY_DAYS + 9, () => full);
	const last = (spend: string) => hourly(DAY + 9 * HOUR_MS, 1, () => ({ spend, clicks: 8 }));
	const after = (windows: readonly PerformanceWindow[], lagMinutes: number) => {
		const { state } = ingest(ingest(BUDGET, history, DAY + 9 * HOUR_MS).state, windows, NOW, { lagMinutes });
		return state;
	};
	const demandAhead = (state: PacingState) => checkExhaustion(state, { nowMs: NOW }).exhaustion.spendByDayEnd.mean;

	/** Hourly reports of today in which the newest hour always showed only a share of its spend, up to the last hour. */
	const afterReporting = (share: number, lastSpend: string) => {
		let { state } = ingest(
			BUDGET,
			hourly(START, 24 * HISTORY_DAYS, () => full),
			DAY,
		);
		for (let hour = 1; hour <= 9; hour++) {
			const spendAt = (position: number) => (position === hour - 1 ? String(40 * share) : '40');
			const read = hourly(DAY, hour, (position) => ({ spend: spendAt(position), clicks: 80 }));
			({ state } = ingest(state, read, DAY + hour * HOUR_MS, { lagMinutes: 180 }));
		}
		return ingest(state, last(lastSpend), NOW, { lagMinutes: 180 }).state;
	};

	test('do not count as slow while they may still grow, and their missing spend is predicted', () => {
		const slow = demandAhead(after(last('4'), 0));
		const late = demandAhead(after(last('4'), 180));
		expect(late).toBeGreaterThan(slow + 20);
	});

	test('are predicted to grow as earlier hours did: half the usual spend is a normal hour if half is reported at once', () => {
		const usual = demandAhead(after(last('40'), 0));
		expect(Math.abs(demandAhead(afterReporting(0.5, '20')) - usual)).toBeLessThan(0.05 * usual);
		expect(demandAhead(afterReporting(0.5, '4'))).toBeLessThan(usual - 30);
	});

	test('count almost at face value if hours were always complete at once', () => {
		const slow = demandAhead(after(last('4'), 0));
		const usual = demandAhead(after(last('40'), 0));
		const whole = demandAhead(afterReporting(1, '4'));
		expect((usual - whole) / (usual - slow)).toBeGreaterThan(0.5);
	});

	test('are predicted to spend more, the more they have spent so far', () => {
		expect(demandAhead(after(last('120'), 180))).toBeGreaterThan(demandAhead(after(last('40'), 180)));
	});

	test('count at face value once the reporting lag has passed', () => {
		const late = after(last('4'), 180);
		const settled = ingest(late, last('4'), NOW + 3 * HOUR_MS, { lagMinutes: 180 });
		expect(settled.report).toMatchObject({ unchanged: 1, replaced: 0, accepted: 0 });
		expect(hoursOf(late).at(-1)!.preliminary).toBe(true);
		expect(hoursOf(settled.state).at(-1)!.preliminary).toBe(false);
	});
});
