import {
	type BudgetDefinitionInput,
	confirmPush,
	createState,
	ingest,
	optimizeAllocation,
	type PacingState,
	preparePush,
	readState,
} from '../../../src/index';
import { adSet, campaign, google, meta } from '../../support/biddingTargets';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

const NOW_MS = Date.parse('2026-11-17T09:20:00Z');
const HOURS = 35 * 24 + 9;

interface Account {
	readonly definition?: Partial<BudgetDefinitionInput>;
	/** Spend of a day and its daily budget, by campaign. */
	readonly days?: Readonly<Record<string, { readonly spend: number; readonly budget?: number }>>;
	readonly nowMs?: number;
	/** Hours of reports until now; five weeks of them by default. */
	readonly hours?: number;
}

/** A budget of 15,000 a month with a plan for today, after such days. */
function planned({
	definition = {},
	days = { 111: { spend: 350, budget: 500 } },
	nowMs = NOW_MS,
	hours = HOURS,
}: Account = {}): PacingState {
	const windows = Object.entries(days).flatMap(([campaignId, { spend, budget }]) =>
		hourly(nowMs - (nowMs % HOUR_MS) - hours * HOUR_MS, hours, (hour) => ({
			campaignId,
			spend: ((spend / 24) * (1 + 0.1 * Math.sin(hour))).toFixed(2),
			...(budget !== undefined && { budget: String(budget) }),
		})),
	);
	const budget = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '15000', ...definition };
	const { state } = ingest(createState(budget), windows, nowMs);
	return optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }).state;
}

const pushed = (state: PacingState, target: Parameters<typeof google>[0] = campaign(), nowMs = NOW_MS) =>
	preparePush(state, { target: google(target), nowMs, dryRun: false });

test.each`
	account                                                                                                                                                        | said                                                                            | because
	${{}}                                                                                                                                                          | ${/^The month is projected at €10,\d\d\d.* is loosened from €30.00 to €33.00$/} | ${'350 of 500 a day is demand'}
	${{ days: { 111: { spend: 350, budget: 350 } } }}                                                                                                              | ${/spends its daily budget: more budget is what it needs/}                      | ${'all of a budget that is too small'}
	${{ days: { 111: { spend: 700, budget: 500 } } }}                                                                                                              | ${/140% of the daily budgets .* is tightened from €30.00 to €27.00$/}           | ${'the platform spends more than its budgets'}
	${{ days: { 111: { spend: 700, budget: 700 } } }}                                                                                                              | ${/lower budgets are enough/}                                                   | ${'it keeps to budgets that are too large'}
	${{ days: { 111: { spend: 500, budget: 700 } } }}                                                                                                              | ${/which may well be right/}                                                    | ${'500 a day is the month'}
	${{ days: { 111: { spend: 350 } } }}                                                                                                                           | ${/what limits the spend is not clear/}                                         | ${'no budgets were reported'}
	${{ definition: { monthlyAmount: undefined, dailyAmount: '500' } }}                                                                                            | ${/No week, month, quarter, year or flight sets/}                               | ${'only the day has an amount'}
	${{ definition: { campaigns: [{ campaignId: '112' }] } }}                                                                                                      | ${/Pacing Budget names campaigns and not this one/}                             | ${'the budget names another campaign'}
	${{ definition: { campaigns: [{ campaignId: '111' }, { campaignId: '112' }] }, days: { 111: { spend: 100, budget: 250 }, 112: { spend: 250, budget: 250 } } }} | ${/they get the money first/}                                                   | ${'the other campaign could spend more'}
	${{ definition: { campaigns: [{ campaignId: '111' }, { campaignId: '112' }] }, days: { 111: { spend: 100, budget: 250 }, 112: { spend: 150, budget: 250 } } }} | ${/is loosened from €30.00 to €33.00$/}                                         | ${'neither spends its budget'}
`('of a real ledger, $because', ({ account, said }) => {
	const { push } = pushed(planned(account as Account));
	const messages = [...push.requests.map(({ reason }) => reason.message), ...push.held.map(({ message }) => message)];
	expect(messages).toEqual([expect.stringMatching(said as RegExp)]);
});

test('what was spent before the first report is spent: a step is as large as the rest of the month needs', () => {
	const state = planned({
		definition: { spentBeforeFirstReport: '4700' },
		hours: 10 * 24 + 9,
		days: { 111: { spend: 410, budget: 500 } },
	});
	const [request] = pushed(state).push.requests;
	expect(request!.reason.message).toMatch(/^The month is projected at €14,\d{3}/);
	expect(Number(request!.to)).toBeGreaterThan(31.8);
	expect(Number(request!.to)).toBeLessThan(32.8);
});

test('an ad set of Meta is judged by its campaign', () => {
	const definition = { campaigns: [{ campaignId: '111' }] };
	const { push } = preparePush(planned({ definition }), {
		target: { ...meta(adSet({ learning_stage_info: { status: 'SUCCESS' } })) },
		nowMs: NOW_MS,
		dryRun: false,
	});
	expect(push.requests).toMatchObject([{ object: 'adGroup/501', from: '30.00', to: '33.00' }]);
});

test('reports that are too old hold a target, whatever they say', () => {
	const state = planned();
	const later = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW_MS + 10 * HOUR_MS }).state;
	expect(pushed(later, campaign(), NOW_MS + 10 * HOUR_MS).push.held).toMatchObject([{ code: 'stale-data' }]);
});

test('it is recorded, confirmed by the answer, read back from storage, and reverted by its rollback', () => {
	const { state, push } = pushed(planned());
	const [request] = push.requests;
	const answer = { pushId: request!.pushId, statusCode: 200, body: { results: [{ resourceName: 'x' }] } };
	const { state: confirmed, confirmations } = confirmPush(state, { answers: [answer], nowMs: NOW_MS + 60_000 });
	expect(confirmations).toMatchObject([
		{
			status: 'confirmed',
			lever: 'target-cpa',
			currency: 'EUR',
			inForce: '33.00',
			reason: { message: 'Google Ads accepted the change: campaign/111 is at €33.00' },
		},
	]);
	const stored = readState(JSON.parse(JSON.stringify(confirmed)));
	expect(stored).toEqual(confirmed);
	expect(request!.rollback).toMatchObject({
		body: { operations: [{ update: { maximizeConversions: { targetCpaMicros: '30000000' } } }] },
	});
	const nextDay = NOW_MS + DAY_MS;
	const told = ingest(
		stored,
		hourly(NOW_MS - (NOW_MS % HOUR_MS), 24, () => ({ campaignId: '111', spend: '14.58', budget: '500' })),
		nextDay,
	).state;
	const tomorrow = optimizeAllocation(told, { strategy: 'adaptive_ml', nowMs: nextDay }).state;
	expect(pushed(tomorrow, campaign(), nextDay).push.held).toMatchObject([
		{
			code: 'edited-by-someone',
			message: expect.stringMatching(/^€33.00 was pushed, but €30.00 is in force/) as string,
		},
	]);
});

test('a ratio is confirmed as a ratio', () => {
	const roas = campaign({ maximizeConversions: undefined, maximizeConversionValue: { targetRoas: 4 } });
	const { state, push } = pushed(planned(), roas);
	const answer = { pushId: push.requests[0]!.pushId, statusCode: 200, body: { results: [{ resourceName: 'x' }] } };
	expect(confirmPush(state, { answers: [answer], nowMs: NOW_MS }).confirmations).toMatchObject([
		{
			lever: 'target-roas',
			currency: null,
			from: '4',
			to: '3.6',
			reason: { message: 'Google Ads accepted the change: campaign/111 is at 3.6' },
		},
	]);
});

test('a target in dollars under a budget in euros is changed in dollars, and the projection is in euros', () => {
	const { push } = preparePush(planned({ definition: { exchangeRates: { USD: '0.9' } } }), {
		target: { ...google(campaign()), accountCurrency: 'USD' },
		nowMs: NOW_MS,
		dryRun: false,
	});
	expect(push.requests).toMatchObject([
		{
			to: '33.00',
			reason: {
				message: expect.stringMatching(/^The month is projected at €.* from US\$30.00 to US\$33.00$/) as string,
			},
		},
	]);
});
