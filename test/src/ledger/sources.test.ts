import fc from 'fast-check';

import {
	createState,
	ingest,
	normaliseRows,
	optimizeAllocation,
	type PacingState,
	pacingStatus,
	type PerformanceWindow,
	readState,
} from '../../../src/index';
import { deliveredHours } from '../../../src/ledger/ledger';
import { campaignDays } from '../../../src/campaigns/campaignDays';
import { DAY_MS, HOUR_MS } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const DAY = Date.UTC(2026, 10, 23);
const NINE = DAY + 9 * HOUR_MS;
const NOW = DAY + 12 * HOUR_MS;
const DEFINITION = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000' } as const;
const BUDGET = createState(DEFINITION);
const DEFINITION_READ = BUDGET.definition;

const window = (spend: string, more: Partial<PerformanceWindow> = {}): PerformanceWindow => ({
	startMs: NINE,
	endMs: NINE + HOUR_MS,
	spend,
	...more,
});
const total = (state: PacingState) => deliveredHours(state.ledger).reduce((sum, { spend }) => sum + spend, 0) / 1e6;
const spent = (state: PacingState, nowMs = NOW) => pacingStatus(state, { nowMs }).day.spent;
const throughJson = (state: PacingState) => readState(JSON.parse(JSON.stringify(state)));
const into = (state: PacingState, windows: readonly PerformanceWindow[], nowMs = NOW) => ingest(state, windows, nowMs);

const A = 'google_ads:1';
const B = 'google_ads:2';

describe('two sources under one budget', () => {
	test.each`
		one                                            | other                                          | because
		${{ source: 'google_ads' }}                    | ${{ source: 'meta_ads' }}                      | ${'the platforms differ, and no row names a campaign'}
		${{ source: A }}                               | ${{ source: B }}                               | ${'the accounts differ'}
		${{ source: A, campaignId: '111' }}            | ${{ source: B, campaignId: '111' }}            | ${'equal IDs are two campaigns'}
		${{ source: 'mapped:a', campaignId: 'Brand' }} | ${{ source: 'mapped:b', campaignId: 'Brand' }} | ${'so are equal names'}
	`('add up: $because', ({ one, other }) => {
		const first = into(BUDGET, [window('45', one)]);
		const second = into(first.state, [window('40', other)]);
		expect(second.report).toEqual({ accepted: 1, replaced: 0, unchanged: 0, rejected: [] });
		expect(spent(second.state)).toBe('85.00');
		expect(spent(throughJson(second.state))).toBe('85.00');
		expect(spent(into(BUDGET, [window('45', one), window('40', other)]).state)).toBe('85.00');
		const again = into(throughJson(second.state), [window('45', one), window('41', other)]);
		expect(again.report).toEqual({ accepted: 0, replaced: 1, unchanged: 1, rejected: [] });
		expect(spent(again.state)).toBe('86.00');
	});

	test('never replace each other, whatever comes in whatever order', () => {
		const report = fc.record({
			source: fc.constantFrom('google_ads:1', 'google_ads:2', 'meta_ads', 'mapped'),
			campaignId: fc.constantFrom(undefined, '1'),
			hour: fc.nat(11),
			cents: fc.integer({ min: 0, max: 10_000 }),
		});
		fc.assert(
			fc.property(fc.array(report, { maxLength: 30 }), (reports) => {
				const latest = new Map<string, number>();
				let state = BUDGET;
				for (const { source, campaignId, hour, cents } of reports) {
					latest.set(`${source} ${campaignId} ${hour}`, cents);
					const startMs = DAY + hour * HOUR_MS;
					const given = { source, startMs, endMs: startMs + HOUR_MS, ...(campaignId !== undefined && { campaignId }) };
					({ state } = into(state, [window((cents / 100).toFixed(2), given)]));
				}
				expect(Math.round(total(throughJson(state)) * 100)).toBe(
					[...latest.values()].reduce((sum, each) => sum + each, 0),
				);
			}),
			RUNS,
		);
	});

	test('are kept apart when their days are folded, and a campaign of both is learned as one', () => {
		let state = createState({ ...DEFINITION, restatementDays: 1 });
		for (let day = 0; day < 60; day++) {
			const at = { startMs: NINE + day * DAY_MS, endMs: NINE + day * DAY_MS + HOUR_MS, campaignId: '1' };
			({ state } = into(
				state,
				[window('45', { ...at, source: A }), window('40', { ...at, source: B })],
				NOW + day * DAY_MS,
			));
		}
		expect(state.ledger.campaigns.map(({ campaignId, source }) => [campaignId, source])).toEqual([
			['1', A],
			['1', B],
		]);
		const days = campaignDays(throughJson(state).ledger, state.definition).get('1')!;
		expect(days.length).toBeGreaterThan(55);
		for (const { spend } of days) expect(spend).toBe(85);
	});

	test('share a campaign of the plan if their IDs are equal', () => {
		const campaigns = [{ campaignId: '1' }, { campaignId: '2' }];
		const { state } = into(createState({ ...DEFINITION, campaigns }), [
			window('45', { source: A, campaignId: '1' }),
			window('40', { source: B, campaignId: '1' }),
			window('5', { source: B, campaignId: '2' }),
		]);
		const { plan } = optimizeAllocation(state, { nowMs: NOW, strategy: 'adaptive_ml' });
		expect(plan.campaigns!.map(({ campaignId, spent: own }) => [campaignId, own])).toEqual([
			['1', '85.00'],
			['2', '5.00'],
		]);
	});

	test('are stored once for each campaign, not for each hour', () => {
		const hours = Array.from({ length: 480 }, (_, hour) =>
			window('1', { startMs: NOW - (hour + 1) * HOUR_MS, endMs: NOW - hour * HOUR_MS, campaignId: '1' }),
		);
		const size = (state: PacingState) => JSON.stringify(state).length;
		const without = size(into(BUDGET, hours).state);
		const sourced = size(
			into(
				BUDGET,
				hours.map((hour) => ({ ...hour, source: A })),
			).state,
		);
		expect(sourced - without).toBe(`,"source":"${A}"`.length);
	});

	test('that overlap in time do not exclude each other', () => {
		const half = window('10', { source: B, endMs: NINE + HOUR_MS / 2 });
		const { report } = into(into(BUDGET, [window('45', { source: A })]).state, [half]);
		expect(report.accepted).toBe(1);
	});

	test('each have their own running total', () => {
		const day = { startMs: DAY, endMs: DAY + DAY_MS, kind: 'running-total' } as const;
		const first = into(BUDGET, [window('45', { ...day, source: A }), window('40', { ...day, source: B })]);
		expect(spent(first.state)).toBe('85.00');
		const later = NOW + HOUR_MS;
		const second = into(first.state, [window('50', { ...day, source: A }), window('40', { ...day, source: B })], later);
		expect(spent(second.state, later)).toBe('90.00');
	});

	test('each have their own changes, even with equal ids', () => {
		const change = { kind: 'delta', id: 'x' } as const;
		const given = [window('45', { ...change, source: A }), window('40', { ...change, source: B })];
		const once = into(BUDGET, given);
		expect(spent(once.state)).toBe('85.00');
		expect(into(once.state, given).report).toMatchObject({ unchanged: 2, accepted: 0, replaced: 0 });
	});
});

describe('the same account, with and without its name', () => {
	test.each`
		before          | after           | because
		${undefined}    | ${A}            | ${'a state of an earlier version names no source'}
		${undefined}    | ${'google_ads'} | ${'a platform is more than nothing'}
		${'google_ads'} | ${A}            | ${'the account was added to the query'}
		${'mapped'}     | ${'mapped:x'}   | ${'Source was stated later'}
	`('is counted once when $after follows $before: $because', ({ before, after }) => {
		for (const campaignId of [undefined, '1']) {
			const own = campaignId === undefined ? {} : { campaignId };
			const named = (source: string | undefined) => ({ ...own, ...(source !== undefined && { source }) });
			const earlier = { startMs: NINE - HOUR_MS, endMs: NINE };
			const { state } = into(BUDGET, [window('7', { ...named(before), ...earlier }), window('45', named(before))]);
			const next = into(throughJson(state), [window('46', named(after))]);
			expect(next.report).toEqual({ accepted: 0, replaced: 1, unchanged: 0, rejected: [] });
			expect(spent(next.state)).toBe('53.00');
			const back = into(throughJson(next.state), [window('45', named(before)), window('46', named(after))]);
			expect(back.report).toMatchObject({ accepted: 0, replaced: 0, unchanged: 1 });
			expect(back.report.rejected).toEqual([
				{ index: 0, reason: expect.stringMatching(new RegExp(`known from ${after}: name the account`)) },
			]);
			expect(spent(back.state)).toBe('53.00');
		}
	});

	test('counts once, however its reports name it', () => {
		const report = fc.record({
			source: fc.constantFrom(undefined, 'google_ads', A),
			hour: fc.nat(11),
			cents: fc.integer({ min: 0, max: 10_000 }),
		});
		fc.assert(
			fc.property(fc.array(report, { maxLength: 30 }), (reports) => {
				const latest = new Map<number, number>();
				let state = BUDGET;
				for (const { source, hour, cents } of reports) {
					const startMs = DAY + hour * HOUR_MS;
					const given = { startMs, endMs: startMs + HOUR_MS, ...(source !== undefined && { source }) };
					const { state: next, report: outcome } = into(state, [window((cents / 100).toFixed(2), given)]);
					state = next;
					if (outcome.rejected.length === 0) latest.set(hour, cents);
				}
				expect(Math.round(total(throughJson(state)) * 100)).toBe(
					[...latest.values()].reduce((sum, each) => sum + each, 0),
				);
			}),
			RUNS,
		);
	});

	test('is refused within one report too', () => {
		const { state, report } = into(BUDGET, [window('45', { source: 'google_ads' }), window('45', { source: A })]);
		expect(report).toMatchObject({ accepted: 1, rejected: [{ index: 0 }] });
		expect(spent(state)).toBe('45.00');
	});

	test('keeps its changes: one that was added before is not added again', () => {
		const change = { kind: 'delta', id: 'x', campaignId: '1' } as const;
		const { state } = into(BUDGET, [window('45', change)]);
		const next = into(throughJson(state), [window('45', { ...change, source: 'amazon_ads:E1' })]);
		expect(next.report).toMatchObject({ unchanged: 1, accepted: 0, replaced: 0 });
		expect(spent(next.state)).toBe('45.00');
		const more = into(next.state, [window('5', { ...change, id: 'y', source: 'amazon_ads:E1' })]);
		expect(spent(more.state)).toBe('50.00');
	});

	test('keeps its folded days: they are neither counted twice nor written again', () => {
		const at = (day: number) => ({ startMs: NINE + day * DAY_MS, endMs: NINE + day * DAY_MS + HOUR_MS });
		const days = Array.from({ length: 60 }, (_, day) => window('45', { ...at(day), campaignId: '1' }));
		const nowMs = NOW + 59 * DAY_MS;
		const { state } = into(BUDGET, days, nowMs);
		const named = days.map((each) => ({ ...each, source: A }));
		const next = into(throughJson(state), named, nowMs);
		expect(next.report).toMatchObject({ accepted: 0, replaced: 0 });
		expect(next.report.rejected.length).toBeGreaterThan(0);
		expect(next.report.rejected.length + next.report.unchanged).toBe(60);
		const own = campaignDays(throughJson(next.state).ledger, DEFINITION_READ).get('1')!;
		expect(own.map(({ spend }) => spend)).toEqual(Array(59).fill(45));
	});

	test('takes over only its own campaigns', () => {
		const { state } = into(BUDGET, [window('45', { campaignId: '1' }), window('40', { campaignId: '2' })]);
		const next = into(state, [window('45', { campaignId: '1', source: A })]);
		expect(into(next.state, [window('41', { campaignId: '2' })]).report).toMatchObject({ replaced: 1, rejected: [] });
	});

	test('windows without a source are as before', () => {
		const { state } = into(BUDGET, [window('45', { campaignId: '1' })]);
		expect(deliveredHours(state.ledger)[0]!.source).toBeUndefined();
		expect(state.ledger.campaigns[0]).not.toHaveProperty('source');
		expect(into(state, [window('40', { campaignId: '1' })]).report).toMatchObject({ replaced: 1 });
	});
});

describe('results of a second source', () => {
	const results = (more: Partial<PerformanceWindow> = {}) =>
		({ startMs: NINE, endMs: NINE + HOUR_MS, kind: 'results', conversions: 3, ...more }) as PerformanceWindow;

	test('attach to the hours of the campaign, whoever reported the spend', () => {
		const spend = window('45', { source: A, campaignId: '1', conversions: 9 });
		const { state, report } = into(BUDGET, [spend, results({ campaignId: '1' })]);
		expect(report.rejected).toEqual([]);
		expect(deliveredHours(state.ledger)).toMatchObject([
			{ source: A, spend: 45_000_000, conversions: 3, secondSource: true },
		]);
		const again = into(throughJson(state), [spend]);
		expect(deliveredHours(again.state.ledger)).toMatchObject([{ conversions: 3 }]);
	});

	test('are refused where two sources have the campaign', () => {
		const spends = [window('45', { source: A, campaignId: '1' }), window('40', { source: B, campaignId: '1' })];
		const { report } = into(BUDGET, [...spends, results({ campaignId: '1' })]);
		expect(report.rejected).toEqual([{ index: 2, reason: expect.stringMatching(/several accounts.*campaign '1'/) }]);
	});
});

describe('the source of a report', () => {
	const google = (customer: object, campaign: object = { id: '1' }) => ({
		customer,
		campaign,
		metrics: { costMicros: '1000000' },
		segments: { date: '2026-11-23', hour: 9 },
	});
	const sourcesOf = (rows: readonly unknown[], options: object = {}) =>
		normaliseRows(rows, { budget: DEFINITION, ...options }).windows.map(({ source }) => source);

	test.each`
		row                                                                                                       | source               | because
		${google({ id: '77' })}                                                                                   | ${'google_ads:77'}   | ${'the query selects customer.id'}
		${google({ resourceName: 'customers/77' })}                                                               | ${'google_ads:77'}   | ${'REST always returns the resource name'}
		${google({}, { id: '1', resourceName: 'customers/77/campaigns/1' })}                                      | ${'google_ads:77'}   | ${'so it does of the campaign'}
		${google({})}                                                                                             | ${'google_ads'}      | ${'the row names no account'}
		${google({ id: 77 })}                                                                                     | ${'google_ads:77'}   | ${'a number is an ID'}
		${{ date_start: '2026-11-23', date_stop: '2026-11-23', spend: '1', account_id: '5' }}                     | ${'meta_ads:5'}      | ${'Meta names it on request'}
		${{ date_start: '2026-11-23', date_stop: '2026-11-23', spend: '1' }}                                      | ${'meta_ads'}        | ${'it was not requested'}
		${{ TimePeriod: '2026-11-23|9', Spend: '1', AccountId: '6' }}                                             | ${'microsoft_ads:6'} | ${'a column'}
		${{ dimensions: { stat_time_hour: '2026-11-23 09:00:00', advertiser_id: '7' }, metrics: { spend: '1' } }} | ${'tiktok_ads:7'}    | ${'a dimension'}
		${{ idempotency_id: 'a', advertiser_id: 'E8', time_window_start: '2026-11-23T09:00:00Z', cost: 1 }}       | ${'amazon_ads:E8'}   | ${'a field of the record'}
		${{ DATE: '2026-11-23T09:00:00', CAMPAIGN_ID: '1', AD_ACCOUNT_ID: '9', SPEND_IN_MICRO_DOLLAR: 1 }}        | ${'pinterest_ads:9'} | ${'a column'}
		${{ dateHour: '2026112309', campaignId: '1', keyEvents: '1' }}                                            | ${undefined}         | ${'results belong to the source of the spend'}
	`('is $source: $because', ({ row, source }) => {
		expect(sourcesOf([row], { reportTimeZone: 'UTC' })).toEqual([source]);
	});

	test('is completed by Source where the rows name no account', () => {
		expect(sourcesOf([google({})], { source: 'Spain' })).toEqual(['google_ads:Spain']);
		expect(sourcesOf([google({ id: '77' })], { source: 'Spain' })).toEqual(['google_ads:77']);
		const fields = { start: 's', spend: 'c' };
		expect(sourcesOf([{ s: '2026-11-23T09:00', c: 1 }], { fields })).toEqual(['mapped']);
		expect(sourcesOf([{ s: '2026-11-23T09:00', c: 1 }], { fields, source: 'Print' })).toEqual(['mapped:Print']);
	});

	test('separates two accounts in one report', () => {
		const { windows, rejected } = normaliseRows([google({ id: '1' }, {}), google({ id: '2' }, {})], {
			budget: DEFINITION,
		});
		expect(rejected).toEqual([]);
		expect(windows.map(({ source, spend }) => [source, spend])).toEqual([
			['google_ads:1', '1'],
			['google_ads:2', '1'],
		]);
	});

	test('that cannot be an account is rejected', () => {
		const { rejected } = normaliseRows([google({ id: ['1'] })], { budget: DEFINITION });
		expect(rejected[0]!.reason).toMatch(/The account is an object/);
	});

	test('two platforms without campaigns in one budget add up', () => {
		const meta = {
			date_start: '2026-11-23',
			date_stop: '2026-11-23',
			hourly_stats_aggregated_by_advertiser_time_zone: '09:00:00 - 09:59:59',
			spend: '40',
		};
		const first = into(BUDGET, normaliseRows([google({}, {})], { budget: DEFINITION }).windows);
		const second = into(first.state, normaliseRows([meta], { budget: DEFINITION }).windows);
		expect(spent(second.state)).toBe('41.00');
	});
});
