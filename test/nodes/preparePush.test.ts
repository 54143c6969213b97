import { PreparePush } from '../../nodes/PreparePush/PreparePush.node';
import { createState, optimizeAllocation } from '../../src/index';
import { googleRows } from '../support/googleRows';
import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;
type Table = Map<string, Json[]>;

const AT = '2026-11-23T10:20:00+01:00';
const NEXT_HOUR = '2026-11-23T11:20:00+01:00';
const options = { asOf: AT };

/** A budget with two days of history and a plan for today. */
async function planned(): Promise<{ tables: Table; planId: string }> {
	const tables: Table = new Map();
	await runNode('pacingBudget', creating(), { tables });
	const items = googleRows('2026-11-23', 2, Date.parse(AT), () => ({ spend: 40, clicks: 40, conversions: 1 }));
	await runNode('ingestPerformance', { budgetId: 'brand-de', options }, { items, tables });
	return { tables, planId: await plan(tables, AT) };
}

async function plan(tables: Table, asOf: string): Promise<string> {
	const { outputs } = await runNode('optimizeAllocation', { budgetId: 'brand-de', options: { asOf } }, { tables });
	return String(outputs[0]![0]!['planId']);
}

const google = (changes: Json = {}): Json => ({
	budgetId: 'brand-de',
	platform: 'google_ads',
	accountId: '123-456-7890',
	objectIds: '222',
	currentValues: '900000000',
	dryRun: false,
	options,
	...changes,
});

describe('Prepare Push', () => {
	test('a request for the HTTP Request node, with the change and the rollback', async () => {
		const { tables, planId } = await planned();
		const { outputs } = await runNode('preparePush', google({ managerAccountId: '999' }), { tables });
		expect(outputs.map((output) => output.length)).toEqual([1, 0]);
		expect(outputs[0]![0]).toMatchObject({
			status: 'request',
			budgetId: 'brand-de',
			planId,
			platform: 'google_ads',
			dryRun: false,
			method: 'POST',
			url: 'https://googleads.googleapis.com/v26/customers/1234567890/campaignBudgets:mutate',
			headers: { 'login-customer-id': '999' },
			query: {},
			contentType: 'application/json',
			body: { operations: [{ update: { amountMicros: '1000000000' } }], validateOnly: false },
			lever: 'day-total',
			object: 'budget/222',
			reason: { code: 'raise' },
			from: 900,
			to: 1000,
			dayCeiling: 2000,
			rollback: { body: { operations: [{ update: { amountMicros: '900000000' } }] } },
			explanation: [{ code: 'day-total' }, { code: 'no-campaigns' }, { code: 'api-version' }],
			display: { change: '€900.00 → €1,000.00' },
		});
	});

	test('it is recorded in the state once', async () => {
		const { tables, planId } = await planned();
		await runNode('preparePush', google(), { tables });
		const again = await runNode('preparePush', google({ currentValues: '1000000000' }), { tables });
		expect(again.outputs.map((output) => output.length)).toEqual([0, 1]);
		expect(again.outputs[1]![0]).toMatchObject({ status: 'held', reason: { code: 'unchanged' }, allowed: null });
		const { pushes } = JSON.parse(String(tables.get('budget_pacing')![0]!['state'])) as { pushes: Json[] };
		expect(pushes).toMatchObject([{ planId, from: '900.00', to: '1000.00', why: 'raise' }]);
	});

	test('it is a dry run by default: Google only validates, and nothing is recorded', async () => {
		const { tables } = await planned();
		const before = structuredClone(tables.get('budget_pacing'));
		const { dryRun: unset, ...parameters } = google();
		expect(unset).toBe(false);
		const { outputs } = await runNode('preparePush', parameters, { tables });
		expect(outputs[0]).toMatchObject([{ dryRun: true, body: { validateOnly: true } }]);
		expect(tables.get('budget_pacing')).toEqual(before);
	});

	test('a dry run of a platform without validation sends no request', async () => {
		const { tables } = await planned();
		const currentValues = '={{ ({ budget_mode: "BUDGET_MODE_DAY", budget: 900 }) }}';
		const parameters = { ...google(), platform: 'tiktok_ads', currentValues, dryRun: true };
		const { outputs } = await runNode('preparePush', parameters, { tables });
		expect(outputs.map((output) => output.length)).toEqual([0, 1]);
		expect(outputs[1]![0]).toMatchObject({
			reason: { code: 'dry-run' },
			request: { method: 'POST', body: { budget: 1000 } },
			display: { change: '€900.00 → €1,000.00' },
		});
	});

	test.each`
		changes                                                        | body                                                            | because
		${{ platform: 'generic', url: 'https://example.com/budgets' }} | ${{ id: '222', amount: '1000', currency: 'EUR' }}               | ${"an API of one's own"}
		${{ platform: 'google_ads' }}                                  | ${{ operations: [{ update: { amountMicros: '1000000000' } }] }} | ${'a platform'}
	`('a dry run shows its request though nothing was read before: $because', async ({ changes, body }) => {
		const { tables } = await planned();
		const { outputs } = await runNode('preparePush', google({ ...changes, currentValues: '', dryRun: true }), {
			tables,
		});
		expect(outputs.map((output) => output.length)).toEqual([0, 1]);
		expect(outputs[1]![0]).toMatchObject({
			reason: { code: 'current-unknown' },
			from: null,
			request: { method: expect.any(String) as string, body },
		});
	});

	test('a dry run shows no request for a budget of nothing, which no platform takes', async () => {
		const { tables } = await planned();
		const parameters = google({ currentValues: '', dryRun: true, additionalFields: { dayAmount: '0' } });
		const { outputs } = await runNode('preparePush', parameters, { tables });
		expect(outputs[1]).toMatchObject([{ reason: { code: 'current-unknown' }, wanted: 0, request: null }]);
	});

	test('after an approval the approved plan is pushed, and a superseded one is rejected', async () => {
		const { tables, planId } = await planned();
		const items = [{ data: { approved: true }, approvedPlan: planId }];
		const approved = google({ additionalFields: { planId: '={{ $json.approvedPlan }}' } });
		const { outputs } = await runNode('preparePush', approved, { items, tables });
		expect(outputs[0]).toMatchObject([{ planId }]);
		const later = await plan(tables, NEXT_HOUR);
		const rejected = await runNode('preparePush', { ...approved, options: { asOf: NEXT_HOUR } }, { items, tables });
		expect(rejected.error!.message).toBe(`The plan '${planId}' is not the latest plan: that is '${later}'`);
		const tomorrow = { ...approved, options: { asOf: '2026-11-24T00:20:00+01:00' } };
		await plan(tables, '2026-11-24T00:10:00+01:00');
		const expired = await runNode('preparePush', tomorrow, { items, tables });
		expect(expired.error!.message).toMatch(/has expired: its day is over, today is 2026-11-24/);
	});

	test('stale data is not pushed', async () => {
		const { tables } = await planned();
		await plan(tables, '2026-11-23T19:00:00+01:00');
		const parameters = google({ options: { asOf: '2026-11-23T19:20:00+01:00' } });
		const { outputs } = await runNode('preparePush', parameters, { tables });
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toMatchObject([
			{
				reason: {
					code: 'stale-data',
					message: expect.stringMatching(/^No report has been read for 9 hours: nothing is pushed/),
				},
			},
		]);
	});

	test.each`
		rows                                             | codes                                 | because
		${'[]'}                                          | ${['day-total', 'ad-schedule']}       | ${'a campaign without an ad schedule'}
		${'={{ [{ fieldMask: "a", requestId: "b" }] }}'} | ${['day-total', 'ad-schedule']}       | ${'a response without rows'}
		${'={{ $json.response }}'}                       | ${['day-total', 'ad-schedule']}       | ${'responses of searchStream'}
		${''}                                            | ${['day-total', 'schedule-not-read']} | ${'not read'}
	`('the ad schedule: $because', async ({ rows, codes }) => {
		const { tables } = await planned();
		const campaignCriterion = {
			resourceName: 'customers/1234567890/campaignCriteria/111~300009',
			adSchedule: { dayOfWeek: 'MONDAY', startHour: 0, startMinute: 'ZERO', endHour: 24, endMinute: 'ZERO' },
			bidModifier: 0.5,
		};
		const items = [{ response: [{ results: [{ campaignCriterion }] }] }];
		const parameters = google({
			additionalFields: { campaignIds: '111', bidding: 'manual', adSchedule: rows },
		});
		const { outputs } = await runNode('preparePush', parameters, { items, tables });
		expect(outputs.flat()[0]!['explanation']).toMatchObject(
			[...(codes as string[]), 'api-version'].map((code) => ({ code })),
		);
	});

	test('several campaigns, values from an expression, and a guard with its name on screen', async () => {
		const { tables } = await planned();
		const parameters = google({
			platform: 'amazon_ads',
			region: 'europe',
			objectIds: '={{ [11, 12] }}',
			additionalFields: { shares: '3, 1' },
			currentValues:
				'={{ [{ budget: { budget: 700, budgetType: "DAILY" } }, { budget: { budget: 200, budgetType: "DAILY" } }] }}',
			guards: { maxChangePercent: '5', increment: '' },
		});
		const { outputs } = await runNode('preparePush', parameters, { tables });
		const url = 'https://advertising-api-eu.amazon.com/sp/campaigns';
		expect(outputs[0]).toMatchObject([
			{ to: 735, url },
			{ to: 210, url },
		]);
		expect(outputs[1]).toMatchObject([
			{ object: 'campaign/11', wanted: 750, allowed: 735, reason: { code: 'max-change' } },
			{ object: 'campaign/12', wanted: 250, allowed: 210, reason: { code: 'max-change' } },
		]);
	});

	test.each`
		currentValues                                                             | code              | because
		${'={{ $json.results[0] }}'}                                              | ${'raise'}        | ${'a row of the report holds the budget'}
		${'={{ $json.results[0].campaignBudget }}'}                               | ${'raise'}        | ${'it is the budget itself'}
		${'={{ [$json.results[0].campaignBudget] }}'}                             | ${'raise'}        | ${'it is a list of budgets'}
		${'={{ { totalAmountMicros: "30000000000", period: "CUSTOM_PERIOD" } }}'} | ${'total-budget'} | ${'it is a total budget'}
	`('Current Values take what the platform returned: $because', async ({ currentValues, code }) => {
		const { tables } = await planned();
		const results = [{ campaignBudget: { amountMicros: '900000000', period: 'DAILY' } }];
		const { outputs } = await runNode('preparePush', google({ currentValues }), { items: [{ results }], tables });
		expect(outputs.flat()).toMatchObject([{ reason: { code } }]);
	});

	test('what was entered for another platform or lever does not count, since it is not on the screen', async () => {
		const { tables } = await planned();
		const additionalFields = { bidding: 'manual', campaignIds: '111', shares: 'half', lever: 'biddingTarget' };
		const parameters = google({ platform: 'linkedin_ads', additionalFields });
		const { error } = await runNode('preparePush', parameters, { tables });
		expect(error!.message).toBe('LinkedIn Ads has no bidding target here');
	});

	test.each`
		changes                                      | expected                                            | because
		${{ additionalFields: { shares: '1, 2' } }}  | ${/'IDs' has 1 entries and 'Shares' has 2/}         | ${'the lists must have equal lengths'}
		${{ currentValues: '1,000' }}                | ${/'IDs' has 1 entries and 'Current Values' has 2/} | ${'a thousands separator'}
		${{ additionalFields: { shares: 'half' } }}  | ${/'objects.0.share' must be a number/}             | ${'a word'}
		${{ objectIds: '', currentValues: '' }}      | ${/'objects' must name at least one object/}        | ${'no IDs'}
		${{ objectIds: '2/../3' }}                   | ${/'objects.0.id' must be an ID of letters/}        | ${'an ID becomes part of a URL'}
		${{ accountId: '' }}                         | ${/The account is missing/}                         | ${'Google needs it'}
		${{ additionalFields: { adSchedule: '{' } }} | ${/'Current Ad Schedule' must be JSON/}             | ${'the text is not JSON'}
		${{ guards: { editsPerDay: 0 } }}            | ${/'Edits per Day'/}                                | ${'out of bounds'}
	`('$expected: $because', async ({ changes, expected }) => {
		const { tables } = await planned();
		const { error } = await runNode('preparePush', google(changes), { tables });
		expect(error!.message).toMatch(expected);
	});

	test('a failed item leaves through Held Back and does not affect others', async () => {
		const { tables } = await planned();
		const items = [{ id: 'nope' }, { id: 'brand-de' }];
		const parameters = google({ budgetId: '={{ $json.id }}' });
		const { outputs, paired } = await runNode('preparePush', parameters, { items, tables, continueOnFail: true });
		expect(outputs[0]).toMatchObject([{ budgetId: 'brand-de' }]);
		expect(outputs[1]).toEqual([{ error: expect.stringMatching(/no budget 'nope'/), details: expect.any(String) }]);
		expect(paired.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([[{ item: 1 }], [{ item: 0 }]]);
	});

	test('concurrent executions push once', async () => {
		const { tables } = await planned();
		const runs = await Promise.all([1, 2, 3].map(async () => await runNode('preparePush', google(), { tables })));
		expect(runs.map(({ outputs }) => outputs[0]!.length).sort()).toEqual([0, 0, 1]);
	}, 60_000);

	test('as a tool it answers through the first output, the only output of a tool', async () => {
		const state = { ...createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: 10 }) };
		const { state: withPlan } = optimizeAllocation(state, { strategy: 'even_distribution', nowMs: Date.parse(AT) });
		const parameters = { ...google(), budgetId: 'b', stateStore: 'inputItem' } as Json;
		const context = {
			getInputData: () => [{ json: { pacingState: withPlan } }],
			getNode: () => ({ parameters }),
			getNodeParameter: (name: string) => parameters[name] ?? null,
			continueOnFail: () => false,
			isToolExecution: () => true,
		};
		const outputs = await new PreparePush().execute.call(context as never);
		expect(outputs.map((output) => output.length)).toEqual([1, 0]);
		expect(outputs[0]![0]!.json).toMatchObject({ status: 'held', reason: { code: 'stale-data' } });
	});
});
