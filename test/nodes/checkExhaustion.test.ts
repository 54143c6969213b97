import { googleRows } from '../support/googleRows';
import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;
type Table = Map<string, Json[]>;

const NOW_MS = Date.parse('2026-11-23T10:20:00+01:00');
const options = { asOf: '2026-11-23T10:20:00+01:00' };

/** Four weeks of 1000 a day, and a morning with a given spend per hour. */
const report = (thisMorning: number) =>
	googleRows('2026-11-23', 28, NOW_MS, (_hour, date) => ({
		spend: date === '2026-11-23' ? thisMorning : 41.67,
		clicks: 40,
		conversions: 2,
	}));

const BUDGETS: readonly { id: string; account: string; thisMorning: number }[] = [
	{ id: 'acme-brand', account: 'Acme', thisMorning: 65 },
	{ id: 'acme-shop', account: 'Acme', thisMorning: 85 },
	{ id: 'bolt', account: 'Bolt <b>', thisMorning: 75 },
	{ id: 'calm', account: 'Acme', thisMorning: 41.67 },
];
const items = BUDGETS.map(({ id, account }) => ({ budgetId: id, account }));

let ingested: Table;
beforeAll(async () => {
	ingested = new Map();
	for (const { id, thisMorning } of BUDGETS) {
		await runNode('pacingBudget', creating({ budgetId: id, name: id }), { tables: ingested });
		await runNode('ingestPerformance', { budgetId: id, options }, { items: report(thisMorning), tables: ingested });
	}
}, 60_000);

/** Every message, and the longer periods. */
const include = ['horizons', 'mail', 'pagerduty', 'slack'];

const check = async (parameters: Json, given: readonly Json[] = items, tables: Table = structuredClone(ingested)) =>
	await runNode(
		'checkExhaustion',
		{ budgetId: '={{ $json.budgetId }}', include, options, ...parameters },
		{
			items: given,
			tables,
			continueOnFail: true,
		},
	);

const budgetIds = (item: Json | undefined) => (item!['budgets'] as Json[]).map(({ budgetId }) => budgetId);

test('a check writes what it found new, and nothing where nothing is', async () => {
	const tables = structuredClone(ingested);
	const revisions = () => tables.get('budget_pacing')!.map(({ revision }) => Number(revision));
	const before = revisions();
	await check({}, items, tables);
	const checked = revisions();
	expect(checked).toEqual(before.map((revision) => revision + 1));
	await check({}, items, tables);
	expect(revisions()).toEqual(checked);
});

describe('one message per budget', () => {
	test('is the default, and every item has its messages', async () => {
		const { outputs } = await check({});
		expect(outputs.map((output) => output.length)).toEqual([3, 0, 1]);
		for (const item of outputs.flat()) {
			expect(item).toMatchObject({
				slack: { blocks: [{ type: 'header' }, { type: 'section' }, { type: 'section' }, { type: 'context' }] },
				text: expect.stringMatching(/^\*\w/),
				mail: { subject: expect.any(String), text: expect.any(String) },
			});
		}
		expect(outputs[0]![0]).toMatchObject({
			notify: true,
			pagerduty: {
				event_action: 'trigger',
				dedup_key: expect.stringMatching(/^acme-brand.exhaustion.2026-11-23$/),
				payload: { severity: 'critical', source: 'acme-brand' },
			},
		});
		expect(outputs[0]![0]).not.toHaveProperty('pagerduty.payload.group');
		expect(outputs[2]![0]).toMatchObject({ budgetId: 'calm', notify: false, pagerduty: null });
	});

	test('names the account if it is given', async () => {
		const { outputs } = await check({ account: '={{ $json.account }}' });
		expect(outputs[0]![2]).toMatchObject({ pagerduty: { payload: { group: 'Bolt <b>' } } });
		expect(JSON.stringify(outputs[0]![2]!['slack'])).toContain('*Account*\\nBolt &lt;b&gt;');
	});

	test('the same alert is notified once', async () => {
		const tables = structuredClone(ingested);
		await check({}, items, tables);
		const { outputs } = await check({}, items, tables);
		expect(outputs.flat().map(({ notify }) => notify)).toEqual([false, false, false, false]);
		expect(outputs[0]![0]).toMatchObject({ alert: { state: 'firing' }, pagerduty: { event_action: 'trigger' } });
	});
});

test('old data are told by a message of their own, with their own event', async () => {
	const tables = structuredClone(ingested);
	const at = async (time: string) =>
		(await check({ options: { asOf: `2026-11-23T${time}:00+01:00` } }, [{ budgetId: 'calm' }], tables)).outputs[0]!;
	expect(await at('17:20')).toMatchObject([{ status: 'stale-data', notify: false, alerts: [{ state: 'pending' }] }]);
	const [told] = await at('18:20');
	expect(told).toMatchObject({
		notify: true,
		severity: 'warning',
		dedupKey: told!['dedupKey'],
		text: '*calm*: No report has been read for 8 hours, so pacing cannot be judged. Check the workflow and the report that feed this budget, and whether its campaigns deliver.',
		alert: { state: 'ok', notify: false },
		alerts: [{ kind: 'stale-data', state: 'firing', notify: true, severity: 'warning', dedupKey: told!['dedupKey'] }],
		pagerdutyEvents: [
			{ event_action: 'trigger', dedup_key: told!['dedupKey'], payload: { class: 'budget_stale_data' } },
		],
	});
	expect(told!['dedupKey']).toMatch(/^calm.stale-data.2026-11-23-/);
	expect(await at('19:20')).toMatchObject([{ notify: false, alerts: [{ state: 'firing' }], pagerdutyEvents: [] }]);
});

test.each`
	alerts                       | said                                       | because
	${{ bandAtEnd: 'a little' }} | ${/'Band at End' must be a percentage/}    | ${'a band is a number'}
	${{ bandAtStart: 101 }}      | ${/'Band at Start' must be at most 100%/}  | ${'a band is a part of the amount'}
	${{ dayShortfall: 0.3 }}     | ${/'Day Shortfall' must be 0 or above 1%/} | ${'a fraction would tell of every day'}
`('$because', async ({ alerts, said }) => {
	const { outputs } = await check({ alerts }, [{ budgetId: 'calm' }]);
	expect(JSON.stringify(outputs)).toMatch(said as RegExp);
});

describe('a digest', () => {
	test('is one item for all outputs, through that of its most urgent budget', async () => {
		const { outputs, paired } = await check({ messages: 'digest' });
		expect(outputs.map((output) => output.length)).toEqual([1, 0, 0]);
		expect(budgetIds(outputs[0]![0])).toEqual(['acme-shop', 'bolt', 'acme-brand', 'calm']);
		expect(outputs[0]![0]).toMatchObject({
			account: '',
			notify: true,
			severity: 'critical',
			slack: {
				blocks: [{ text: { text: '3 budgets at risk, 1 on pace' } }, { text: { text: '3 new' } }, {}, {}, {}, {}],
			},
			text: expect.stringMatching(
				/^3 budgets at risk, 1 on pace \(3 new\)\n\*acme-shop\* \(new\): Today's budget will run out at about/,
			),
			mail: { subject: '3 budgets at risk, 1 on pace (3 new)' },
		});
		expect(paired[0]![0]!.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }]);
	});

	test('of budgets that are all on pace leaves through On Pace', async () => {
		const { outputs } = await check({ messages: 'digest' }, [{ budgetId: 'calm' }]);
		expect(outputs.map((output) => output.length)).toEqual([0, 0, 1]);
		expect(outputs[2]![0]).toMatchObject({ notify: false, severity: 'info', text: '1 budget on pace' });
	});

	test('contains the items of its budgets without their messages', async () => {
		const [single, digest] = await Promise.all([check({}), check({ messages: 'digest' })]);
		const budget = (digest.outputs[0]![0]!['budgets'] as Json[]).at(-1)!;
		const { slack, mail } = single.outputs[2]![0]!;
		expect({ ...budget, slack, mail }).toEqual(single.outputs[2]![0]);
		expect(budget).not.toHaveProperty('slack');
		expect(budget).not.toHaveProperty('mail');
	});

	test('by account is one item for each account', async () => {
		const { outputs } = await check({ messages: 'digest', account: '={{ $json.account }}' });
		expect(outputs.map((output) => output.length)).toEqual([2, 0, 0]);
		expect(outputs[0]!.map(({ account }) => account)).toEqual(['Acme', 'Bolt <b>']);
		expect(outputs[0]!.map(budgetIds)).toEqual([['acme-shop', 'acme-brand', 'calm'], ['bolt']]);
		expect(outputs[0]![1]!['text']).toMatch(/^\*Bolt &lt;b&gt;\*: 1 budget at risk \(1 new\)\n/);
	});

	test('passes errors on unchanged', async () => {
		const { outputs, paired } = await check({ messages: 'digest' }, [{ budgetId: 'nope' }, ...items]);
		expect(outputs.map((output) => output.length)).toEqual([2, 0, 0]);
		expect(Object.keys(outputs[0]![1]!)).toEqual(['error', 'details']);
		expect(paired[0]![0]!.pairedItem).toEqual([{ item: 1 }, { item: 2 }, { item: 3 }, { item: 4 }]);
	});

	test('without any budgets has no message', async () => {
		const { outputs } = await check({ messages: 'digest' }, [{ budgetId: 'nope' }]);
		expect(outputs).toEqual([[{ error: expect.any(String), details: expect.any(String) }], [], []]);
	});
});
