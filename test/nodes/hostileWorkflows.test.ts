import { normaliseRows } from '../../src/index';
import { displayName } from '../../src/format/displayName';
import { slackMarkup } from '../../src/messages/slackMarkup';
import { creating, runNode } from '../support/runNode';

type Row = Record<string, unknown>;

/** The result if n8n evaluated the text as an expression. */
const EXPRESSION = '={{ 1 + 1 }}';
const LEAK = '={{ $env.PATH }}';

/** A report of one hour of a campaign, as rows of a sheet. */
const row = (campaign: string) => ({ date: '2026-11-23', hour: 9, cost: '1.00', campaign });
const ingesting = {
	budgetId: '={{ $json.id }}',
	format: 'mapped',
	fields: { date: 'date', hour: 'hour', spend: 'cost', campaignId: 'campaign' },
	options: { asOf: '2026-11-23T12:00:00+01:00' },
};

describe('text from outside is never run', () => {
	test.each([EXPRESSION, LEAK, '{{ 1 + 1 }}', "=$('Start').first()"])('a name %p is unchanged', async (name) => {
		const tables = new Map<string, Row[]>();
		const { outputs } = await runNode('pacingBudget', creating({ name: '={{ $json.name }}' }), {
			items: [{ name }],
			tables,
		});
		expect(outputs[0]).toMatchObject([{ name }]);
		const [stored] = tables.get('budget_pacing')!;
		expect(String(stored!['name']).replace(/^'/, '')).toBe(name);
		expect(JSON.parse(String(stored!['state']))).toMatchObject({ definition: { name } });
	});

	test.each([EXPRESSION, LEAK])('a campaign and a budget ID %p are only names', async (id) => {
		const tables = new Map<string, Row[]>();
		await runNode('pacingBudget', creating({ budgetId: '={{ $json.id }}' }), { items: [{ id }], tables });
		const { outputs } = await runNode('ingestPerformance', ingesting, { items: [{ ...row(id), id }], tables });
		expect(outputs[0]).toMatchObject([{ budgetId: id, accepted: 1 }]);
		const state = JSON.parse(String(tables.get('budget_pacing')![0]!['state'])) as { ledger: { campaigns: Row[] } };
		expect(state.ledger.campaigns.map(({ campaignId }) => campaignId)).toContain(id);
	});

	test('a table is found by its exact name, whatever characters it has', async () => {
		const tables = new Map<string, Row[]>();
		const options = { tableName: '={{ $json.table }}' };
		const items = [{ table: EXPRESSION }];
		const { status } = await runNode('pacingBudget', creating({ options }), { items, tables });
		expect(status).toBe('success');
		expect([...tables.keys()]).toEqual([EXPRESSION]);
	});
});

describe('a name that a spreadsheet would read as a formula', () => {
	test.each`
		name                                    | column                                   | because
		${'=HYPERLINK("https://evil.example")'} | ${`'=HYPERLINK("https://evil.example")`} | ${'a formula'}
		${'+49 30 1234'}                        | ${"'+49 30 1234"}                        | ${'a plus sign starts a formula'}
		${'-10%'}                               | ${"'-10%"}                               | ${'so does a minus sign'}
		${'@SUM(1)'}                            | ${"'@SUM(1)"}                            | ${'and an at sign'}
		${'Brand = Germany'}                    | ${'Brand = Germany'}                     | ${'an equals sign inside text is harmless'}
	`('$name is shown as $column: $because', async ({ name, column }) => {
		const tables = new Map<string, Row[]>();
		await runNode('pacingBudget', creating({ name: '={{ $json.name }}' }), { items: [{ name }], tables });
		const [stored] = tables.get('budget_pacing')!;
		expect(stored!['name']).toBe(column);
		expect(JSON.parse(String(stored!['state']))).toMatchObject({ definition: { name } });
	});
});

/** A pattern with quadratic time would not finish on this many characters within the test. */
const MANY = 1_000_000;

describe('a million characters take linear time', () => {
	test.each`
		text                        | because
		${' '.repeat(MANY)}         | ${'white space'}
		${`${' '.repeat(MANY)}x`}   | ${'white space before something'}
		${'_'.repeat(MANY)}         | ${'marks of italics'}
		${'@'.repeat(MANY)}         | ${'marks of mentions'}
		${'9'.repeat(MANY)}         | ${'digits'}
		${`${'9'.repeat(MANY)}x`}   | ${'digits before something'}
		${`0.${'0'.repeat(MANY)}x`} | ${'decimals before something'}
	`('$because', ({ text }: { text: string }) => {
		expect(displayName(text).length).toBeLessThanOrEqual(120);
		expect(slackMarkup(text).length).toBeLessThan(6 * MANY);
		const { windows, rejected } = normaliseRows([row('c'), { date: text, hour: text, cost: text, campaign: text }], {
			budget: { budgetId: 'b', dailyAmount: 1, currency: 'EUR', timeZone: 'Europe/Berlin' },
			fields: { date: 'date', hour: 'hour', spend: 'cost', campaignId: 'campaign' },
		});
		expect(windows).toHaveLength(1);
		expect(rejected).toHaveLength(1);
		expect(rejected[0]!.reason.length).toBeLessThan(300);
	});
});

test.each`
	name              | value
	${'a long ID'}    | ${'x'.repeat(10_000_000)}
	${'a deep value'} | ${JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`)}
`('$name is refused in a short sentence', async ({ value }) => {
	const { outputs } = await runNode('pacingBudget', creating({ budgetId: '={{ $json.value }}' }), {
		items: [{ value }],
		continueOnFail: true,
	});
	const error = String((outputs[0]![0] as Row)['error']);
	expect(error).toMatch(/budgetId|Budget ID/);
	expect(error.length).toBeLessThan(600);
});
