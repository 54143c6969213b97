import { runNode } from '../support/runNode';
import { NOON, overviewStates } from '../support/overviewStates';

type Json = Record<string, unknown>;

const asOf = new Date(NOON).toISOString();
const overview = { resource: 'report', operation: 'overview', options: { asOf } };
const carried = { ...overview, stateStore: 'inputItem' };

const items = (): Json[] =>
	overviewStates().map((pacingState) => ({ budgetId: pacingState.definition.budgetId, pacingState }));

const htmlOf = (run: Awaited<ReturnType<typeof runNode>>, field = 'data') =>
	Buffer.from(run.paired[0]![0]!.binary![field]!.data, 'base64').toString();

/** A table with a budget that can be read, and one whose state is damaged. */
async function tables() {
	const table = new Map<string, Json[]>();
	for (const budgetId of ['good', 'bad']) {
		const parameters = { budgetId, currency: 'EUR', timeZone: 'UTC', amounts: { dailyAmount: '100' } };
		await runNode('pacingBudget', parameters, { tables: table });
	}
	const bad = table.get('budget_pacing')!.find((row) => row['budgetId'] === 'bad')!;
	for (const column of Object.keys(bad)) {
		if (typeof bad[column] === 'string' && (bad[column] as string).includes('"version"')) bad[column] = '{"version":3}';
	}
	return table;
}

describe('an overview', () => {
	test('gives one item for all budgets: a page, the number that need a person, and a message', async () => {
		const run = await runNode('pacingBudget', carried, { items: items() });
		expect(run.error).toBeUndefined();
		expect(run.outputs[0]).toMatchObject([
			{
				fileName: 'budgets-2026-11-23.html',
				budgets: 5,
				needsPerson: 4,
				text: expect.stringContaining('4 of 5 budgets need attention'),
				mail: { subject: '4 of 5 budgets need attention' },
				slack: { blocks: expect.any(Array) },
			},
		]);
		expect(run.paired[0]![0]!.pairedItem).toHaveLength(5);
		expect(run.paired[0]![0]!.binary!['data']).toMatchObject({ mimeType: 'text/html' });
		expect(htmlOf(run)).toMatch(/^<!doctype html>.*Run &#60;b&#62;away/s);
	});

	test('stores nothing, and leaves alerts to be told by Check Exhaustion', async () => {
		const table = await tables();
		const before = JSON.stringify([...table]);
		await runNode('pacingBudget', overview, { tables: table });
		expect(JSON.stringify([...table])).toBe(before);
	});

	test('a damaged budget is a row that says so, and the others are shown', async () => {
		const run = await runNode('pacingBudget', overview, { tables: await tables() });
		expect(run.error).toBeUndefined();
		expect(run.outputs[0]).toMatchObject([{ budgets: 2, needsPerson: 2 }]);
		expect(htmlOf(run)).toMatch(/<b>bad<\/b><span class="badge">Cannot be read<.*<b>good<\/b>/s);
	});

	test.each`
		budgetIds               | names                                             | because
		${'stale, edited,'}     | ${['edited', 'stale']}                            | ${'separated by commas'}
		${['edited', 'edited']} | ${['edited']}                                     | ${'a list from an expression; twice is once'}
		${' '}                  | ${['away', 'edited', 'stale', 'never', 'steady']} | ${'a blank cell is all'}
	`('shows the budgets $budgetIds: $because', async ({ budgetIds, names }) => {
		const run = await runNode('pacingBudget', { ...carried, budgetIds }, { items: items() });
		const shown = [...htmlOf(run).matchAll(/<summary><span><b>(.*?)<\/b>/g)].map(([, name]) => name!);
		expect(shown).toHaveLength(names.length);
		(names as string[]).forEach((name, position) => expect(shown[position]).toContain(name));
	});

	test('a budget that is not there is a row that says so', async () => {
		const run = await runNode('pacingBudget', { ...carried, budgetIds: 'steady, gone' }, { items: items() });
		expect(htmlOf(run)).toContain(
			'There is no budget &#39;gone&#39; in the field &#39;pacingState&#39; of the input items',
		);
	});

	test.each`
		reportLink                    | fault                              | because
		${'?budget='}                 | ${undefined}                       | ${'served beside the page'}
		${'https://n8n.example/r?b='} | ${undefined}                       | ${'served elsewhere'}
		${'javascript:alert(1)//'}    | ${/'Report Link' must begin with/} | ${'it would run'}
	`('takes the Report Link $reportLink, or says what is wrong: $because', async ({ reportLink, fault }) => {
		const run = await runNode('pacingBudget', { ...carried, reportLink }, { items: items() });
		if (fault !== undefined) expect(run.error?.message).toMatch(fault as RegExp);
		else expect(htmlOf(run)).toContain(`<a href="${reportLink as string}steady">`);
	});

	test('puts the page into the field that is named', async () => {
		const run = await runNode('pacingBudget', { ...carried, binaryPropertyName: 'page' }, { items: items() });
		expect(htmlOf(run, 'page')).toContain('<!doctype html>');
	});

	test('without any budget it says so, and nothing fails', async () => {
		const run = await runNode('pacingBudget', overview);
		expect(run.error).toBeUndefined();
		expect(run.outputs[0]).toMatchObject([{ budgets: 0, needsPerson: 0 }]);
	});
});
