import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/ai-agent.json';
import hourly from '../../workflows/hourly-pacing.json';
import { asOf } from '../support/asOf';
import { googleRows } from '../support/googleRows';

const NOW = Date.parse('2026-11-23T12:20:00+01:00');
/** What a tool may answer at most: a model reads and pays for all of it. */
const MOST_CHARACTERS = 2000;
const TOOL = /^n8n-nodes-budget-pacing\.(\w+)Tool$/;
const tools = workflow.nodes.filter(({ type }) => TOOL.test(type));

/** Parameters as the agent's model would fill them in. */
const filledIn = (parameters: object): object =>
	JSON.parse(JSON.stringify(parameters).replace(/=\{\{ \$fromAI\('budgetId'.*?\) \}\}/g, 'brand-de')) as object;

/** The result of running the tool's node once. */
const asked = (name: string) => {
	const { type, parameters, ...node } = tools.find((tool) => tool.name === name)!;
	return {
		...workflow,
		nodes: [
			{ id: 't', name: 'Ask', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{ ...node, type: type.replace(/Tool$/, ''), parameters: filledIn(parameters) },
		],
		connections: { Ask: { main: [[{ node: name, type: 'main', index: 0 }]] } },
	};
};

describe('workflows/ai-agent.json', () => {
	const tables = new Map<string, Record<string, unknown>[]>();

	beforeAll(async () => {
		const results = googleRows('2026-11-23', 28, NOW, (hour) => ({ spend: 40 + (hour % 3), clicks: 40, conversions: 2 }));
		const { error } = await runWorkflow({
			workflow: asOf(hourly, NOW),
			trigger: 'Try It Now',
			tables,
			pinned: {
				'Read Google Ads Report': [{ results }],
				'Tell Slack': (texts) => texts.map((text) => ({ text })),
				'Read Current Budget': [{ results: [{ campaignBudget: { amountMicros: '1250000000' } }] }],
				'Push Day Budget': [{ statusCode: 200, headers: {}, body: {} }],
			},
		});
		expect(error).toBeUndefined();
	}, 60_000);

	test.each([
		{ name: 'List Budgets', answers: { budgetId: 'brand-de', currency: 'EUR' } },
		{ name: 'Budget Status', answers: { budgetId: 'brand-de', display: { spent: expect.stringContaining('of €1,') as string } } },
		{ name: 'Will It Last', answers: { status: 'on-pace', text: expect.stringContaining('Brand Germany') as string } },
		{ name: 'Plan Today', answers: { strategy: 'adaptive_ml', dayAmount: expect.any(Number) as number } },
	])('the tool $name answers', async ({ name, answers }) => {
		const { outputs, error } = await runWorkflow({ workflow: asOf(asked(name), NOW), trigger: 'Ask', tables });
		expect(error).toBeUndefined();
		expect(outputs[name]!.flat()).toMatchObject([answers]);
		expect(JSON.stringify(outputs[name]).length).toBeLessThan(MOST_CHARACTERS);
	}, 60_000);

	test('every tool is connected to the agent and describes when to use it', () => {
		expect(tools).toHaveLength(4);
		for (const { name, parameters } of tools) {
			expect(workflow.connections).toHaveProperty([name, 'ai_tool', 0, 0, 'node'], 'Pacing Assistant');
			expect(parameters.toolDescription?.length).toBeGreaterThan(30);
		}
	});
});
