import { createState, ingest, optimizeAllocation, type PacingState, preparePush, readState } from '../../../src/index';
import { deepFreeze, HOUR_MS, hourly } from '../../support/deliveries';

const NOW_MS = Date.parse('2026-11-23T09:20:00Z');
const budget = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00' };

/** A budget with a plan for today. */
function planned(): PacingState {
	const windows = hourly(NOW_MS - (NOW_MS % HOUR_MS) - 9 * HOUR_MS, 9, () => ({ spend: '40.00' }));
	const { state } = ingest(createState(budget), windows, NOW_MS);
	return optimizeAllocation(state, { strategy: 'even_distribution', nowMs: NOW_MS }).state;
}

const daily = (DailyBudget: number) => ({ DailyBudget, BudgetType: 'DailyBudgetStandard' });
const target = {
	platform: 'microsoft_ads',
	accountId: '1',
	managerAccountId: '2',
	objects: [{ id: '333', current: daily(900) }],
} as const;

describe('preparePush of the core', () => {
	test('is a dry run by default, and leaves the state unchanged', () => {
		const state = deepFreeze(planned());
		const { state: after, push } = preparePush(state, { target, nowMs: NOW_MS });
		expect(after).toBe(state);
		expect(push).toMatchObject({ dryRun: true, requests: [], held: [{ code: 'dry-run' }] });
	});

	test('records in the state, which is read back and decides the same', () => {
		const { state, push } = preparePush(deepFreeze(planned()), { target, nowMs: NOW_MS, dryRun: false });
		expect(push.requests).toMatchObject([{ to: '1000.00', body: { Campaigns: [{ DailyBudget: 1000 }] } }]);
		expect(state.pushes).toHaveLength(1);
		const read = readState(JSON.parse(JSON.stringify(state)));
		expect(read).toEqual(state);
		const again = (from: PacingState) => preparePush(from, { target, nowMs: NOW_MS, dryRun: false }).push;
		expect(again(read)).toEqual(again(state));
		expect(again(read).held).toMatchObject([{ code: 'unchanged' }]);
	});

	test('amounts of a plan over campaigns, used as shares, are reproduced to the cent', () => {
		const windows = ['333', '444', '555'].flatMap((campaignId, position) =>
			hourly(NOW_MS - (NOW_MS % HOUR_MS) - 20 * 24 * HOUR_MS, 20 * 24, (hour) => ({
				campaignId,
				spend: 8 + position + (hour % 7),
				conversions: (hour + position) % 3,
			})),
		);
		const campaigns = ['333', '444', '555'].map((campaignId) => ({ campaignId }));
		const { state } = ingest(createState({ ...budget, campaigns }), windows, NOW_MS);
		const { state: after, plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW_MS });
		const objects = plan.campaigns!.map(({ campaignId, amount }) => ({
			id: campaignId,
			share: Number(amount),
			current: daily(Number(amount) - 1),
		}));
		const options = { nowMs: NOW_MS, dryRun: false, guards: { leastChangeFraction: 0 } };
		const { push } = preparePush(after, { target: { ...target, objects }, ...options });
		expect(push.requests.map(({ to }) => to)).toEqual(plan.campaigns!.map(({ amount }) => amount));
	});

	test('reads a state stored before pushes existed', () => {
		const { pushes, ...stored } = JSON.parse(JSON.stringify(planned())) as { pushes?: unknown };
		expect(pushes).toBeUndefined();
		expect(preparePush(readState(stored), { target, nowMs: NOW_MS }).push.held).toHaveLength(1);
	});

	test.each`
		options                                        | said                                        | because
		${{ target: { ...target, platform: 'bing' } }} | ${/push target cannot be used: 'platform'/} | ${'an unknown platform'}
		${{ target, guards: { editsPerHour: 0 } }}     | ${/guards cannot be used: 'editsPerHour'/}  | ${'a quota of 0'}
		${{ target, guards: { quota: 4 } }}            | ${/guards cannot be used/}                  | ${'an unknown guard'}
	`('refuses what it cannot use: $because', ({ options, said }) => {
		expect(() => preparePush(planned(), { nowMs: NOW_MS, ...options })).toThrow(said);
	});
});
