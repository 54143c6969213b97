import { googleRows } from '../support/googleRows';
import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const NOW_MS = Date.parse('2026-11-23T10:20:00+01:00');
const options = { asOf: '2026-11-23T10:20:00+01:00' };
const later = { asOf: '2026-11-23T10:40:00+01:00' };

const BUDGETS = ['a', 'b'];

let tables: Map<string, Json[]>;
beforeAll(async () => {
	tables = new Map();
	for (const budgetId of BUDGETS) {
		await runNode('pacingBudget', creating({ budgetId, name: budgetId }), { tables });
		const rows = googleRows('2026-11-23', 28, NOW_MS, (_hour, date) => ({
			spend: date === '2026-11-23' ? 75 : 41.67,
			clicks: 40,
			conversions: 2,
		}));
		await runNode('ingestPerformance', { budgetId, options }, { items: rows, tables });
	}
}, 60_000);

const check = async (table: Map<string, Json[]>, parameters: Json = {}) => {
	const { outputs } = await runNode(
		'checkExhaustion',
		{ budgetId: '={{ $json.budgetId }}', alerts: { tellUntilMarked: true }, options, ...parameters },
		{ items: BUDGETS.map((budgetId) => ({ budgetId })), tables: table },
	);
	return outputs.flat();
};

const mark = async (
	table: Map<string, Json[]>,
	told: readonly unknown[],
	settings: { continueOnFail?: boolean } = {},
) =>
	await runNode(
		'pacingBudget',
		{ resource: 'alert', operation: 'markTold', told: '={{ $json.sent }}', options },
		{ items: told.map((sent) => ({ sent })), tables: table, ...settings },
	);

test('marks the alerts of one budget, and leaves those of another to be told again', async () => {
	const table = structuredClone(tables);
	const [first, second] = await check(table);
	expect([first!['notify'], second!['notify']]).toEqual([true, true]);
	const { outputs, error } = await mark(table, [first!['told']]);
	expect(error).toBeUndefined();
	expect(outputs).toEqual([[{ budgetIds: ['a'], marked: 1 }]]);
	const again = await check(table, { options: later });
	expect(again.map(({ budgetId, notify }) => [budgetId, notify])).toEqual([
		['a', false],
		['b', true],
	]);
	expect(again[1]!['dedupKey']).toBe(second!['dedupKey']);
}, 60_000);

test('marks all budgets of a digest', async () => {
	const table = structuredClone(tables);
	const digest = { messages: 'digest' };
	const [first] = await check(table, digest);
	expect(await check(table, { ...digest, options: later })).toMatchObject([{ notify: true }]);
	const { outputs } = await mark(table, [first!['told']]);
	expect(outputs).toEqual([[{ budgetIds: ['a', 'b'], marked: 2 }]]);
	expect(await check(table, { ...digest, options: later })).toMatchObject([{ notify: false, told: [] }]);
	expect((await mark(table, [first!['told']])).outputs).toEqual([[{ budgetIds: ['a', 'b'], marked: 0 }]]);
}, 60_000);

test('reminders are called reminders in a digest', async () => {
	const table = structuredClone(tables);
	const alerts = { repeatAfterHours: '0.25' };
	await check(table, { messages: 'digest', alerts });
	const [again] = await check(table, { messages: 'digest', alerts, options: later });
	expect(again).toMatchObject({ notify: true });
	expect(again!['text']).toMatch(/^2 budgets at risk \(2 reminders\)\n\*a\* \(reminder\): /);
}, 60_000);

test.each`
	told                                                      | message                                                                                                                | because
	${'a'}                                                    | ${/'Told Alerts' must be the field told of an item of Check Exhaustion, Pacing Trigger, Prepare Push or Confirm Push/} | ${'it is no list of alerts'}
	${[{ budgetId: 'gone', dedupKey: 'k', state: 'firing' }]} | ${/^There is no budget 'gone' in the data table/}                                                                      | ${'the budget was deleted meanwhile'}
`(
	'an item fails alone where $because',
	async ({ told, message }) => {
		const table = structuredClone(tables);
		const [first] = await check(table);
		const { outputs } = await mark(table, [told, first!['told']], { continueOnFail: true });
		expect(outputs[0]).toEqual([
			{ error: expect.stringMatching(message as RegExp) as string, details: expect.any(String) as string },
			{ budgetIds: ['a'], marked: 1 },
		]);
		expect((await mark(table, [told])).error?.message).toMatch(message as RegExp);
	},
	60_000,
);

test('nothing is marked by an item that n8n passed on around a node that failed', async () => {
	const table = structuredClone(tables);
	const [first] = await check(table);
	const { error } = await runNode(
		'pacingBudget',
		{ resource: 'alert', operation: 'markTold', told: '={{ $json.told }}', options },
		{ items: [first!], tables: table },
	);
	expect(error!.message).toMatch(/^The message was not sent/);
	expect((await mark(table, [first!['told']])).outputs[0]).toMatchObject([{ marked: 1 }]);
}, 60_000);
