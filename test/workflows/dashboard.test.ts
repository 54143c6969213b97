import { runWorkflow } from '../../demo/engine';
import dashboard from '../../workflows/dashboard.json';
import morningDigest from '../../workflows/morning-digest.json';
import { asOf } from '../support/asOf';
import { NOON, overviewStates } from '../support/overviewStates';
import { runNode } from '../support/runNode';

type Json = Record<string, unknown>;

/** The data table as hourly workflows leave it. */
async function filled(): Promise<Map<string, Json[]>> {
	const tables = new Map<string, Json[]>();
	for (const { definition } of overviewStates()) {
		const { budgetId, name = '', currency, timeZone } = definition;
		const amounts = { monthlyAmount: '30000.00' };
		const parameters = { operation: 'createOrUpdate', budgetId, name, currency, timeZone, amounts };
		await runNode('pacingBudget', parameters, { tables });
	}
	return tables;
}

/** A workflow with other values in its Settings, as if it ran at noon. */
const withSettings = (workflow: typeof dashboard | typeof morningDigest, changes: Record<string, string>) => ({
	...asOf(workflow, NOON),
	nodes: asOf(workflow, NOON).nodes.map((node) => {
		const { assignments } = node.parameters as { assignments?: { assignments: { name: string; value: string }[] } };
		if (assignments === undefined) return node;
		const values = assignments.assignments.map((one) => ({ ...one, value: changes[one.name] ?? one.value }));
		return { ...node, parameters: { ...node.parameters, assignments: { assignments: values } } };
	}),
});

describe('workflows/dashboard.json', () => {
	const open = async (query: Json, settings: Record<string, string> = {}) => {
		const run = await runWorkflow({
			workflow: withSettings(dashboard, settings),
			trigger: 'Open Dashboard',
			items: [{ headers: {}, params: {}, query, body: {} }],
			tables: await filled(),
		});
		expect(run.error).toBeUndefined();
		const [page] = run.items['Show Page']![0]!;
		expect(run.items['Show Page']![0]).toHaveLength(1);
		return Buffer.from(page!.binary!['data']!.data, 'base64').toString();
	};

	test('asks who wants to see it, and answers with the page itself', () => {
		const [webhook] = dashboard.nodes;
		expect(webhook).toMatchObject({ parameters: { authentication: 'basicAuth', responseMode: 'responseNode' } });
		const answer = dashboard.nodes.find(({ name }) => name === 'Show Page')!;
		expect(answer.parameters).toMatchObject({ respondWith: 'binary', inputFieldName: 'data' });
	});

	test('shows all budgets, and each row leads to its report', async () => {
		const html = await open({});
		expect(html).toContain('<h1>Budgets</h1>');
		for (const { definition } of overviewStates()) expect(html).toContain(`<a href="?budget=${definition.budgetId}">`);
	}, 120_000);

	test('shows the report of the budget in the address', async () => {
		const html = await open({ budget: 'edited' });
		expect(html).toContain('<h1>Client edited</h1>');
	}, 120_000);

	test('shows only the budgets in Settings', async () => {
		const html = await open({}, { budgetIds: 'edited, stale' });
		expect(html.match(/<details class="row/g)).toHaveLength(2);
	}, 120_000);
});

describe('workflows/morning-digest.json', () => {
	test('sends one message for all budgets, and the page goes with it', async () => {
		const run = await runWorkflow({
			workflow: withSettings(morningDigest, {}),
			trigger: 'Try It Now',
			tables: await filled(),
			pinned: { 'Tell Slack': (texts) => texts.map((text) => ({ text })) },
		});
		expect(run.error).toBeUndefined();
		expect(run.outputs['Tell Slack']![0]).toEqual([{ text: expect.stringMatching(/^5 of 5 budgets need attention\n\*Needs attention\*\n/) }]);
		expect(run.items['Overview']![0]![0]!.binary!['data']!.fileName).toBe('budgets-2026-11-23.html');
	}, 120_000);
});
