import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/tell-me-in-slack.json';
import { googleRows } from '../support/googleRows';
import { creating, runNode } from '../support/runNode';
import { strayFields } from '../support/strayFields';

type Json = Record<string, unknown>;

const NOW_MS = Date.parse('2026-11-23T10:20:00+01:00');
const at = (minutes: number) => ({ asOf: new Date(NOW_MS + minutes * 60_000).toISOString() });

describe('workflows/tell-me-in-slack.json', () => {
	const tables = new Map<string, Json[]>();

	beforeAll(async () => {
		await runNode('pacingBudget', creating(), { tables });
		const rows = googleRows('2026-11-23', 28, NOW_MS, (_hour, date) => ({
			spend: date === '2026-11-23' ? 75 : 41.67,
			clicks: 40,
			conversions: 2,
		}));
		await runNode('ingestPerformance', { budgetId: 'brand-de', options: at(0) }, { items: rows, tables });
	}, 60_000);

	/** The messages that Slack gets in one run, and the nodes that ran. */
	const run = async (minutes: number, { isSlackDown = false } = {}) => {
		const sent: string[] = [];
		const nodes = workflow.nodes.map((node) =>
			node.type.startsWith('n8n-nodes-budget-pacing.')
				? { ...node, parameters: { ...node.parameters, options: at(minutes) } }
				: node,
		);
		const answer = (texts: readonly string[]) => {
			if (isSlackDown) throw new Error('Slack is down');
			sent.push(...texts);
			return texts.map(() => ({ ok: true }));
		};
		const { error, outputs } = await runWorkflow({
			workflow: { ...workflow, nodes },
			pinned: { 'Tell Slack': answer },
			tables,
		});
		expect(error).toBeUndefined();
		return { sent, ran: Object.keys(outputs), marked: outputs['Mark Alerts as Told']?.flat() };
	};

	test('tells an alert until Slack has taken it, and is quiet then', async () => {
		expect(await run(0, { isSlackDown: true })).toMatchObject({ sent: [] });
		const { sent, marked } = await run(15);
		expect(sent).toEqual([expect.stringMatching(/^\*Brand Germany\*: Today's budget will run out at about/)]);
		expect(marked).toEqual([{ budgetIds: ['brand-de'], marked: 1 }]);
		expect((await run(30)).ran).toEqual(['Pacing Trigger']);
	}, 60_000);

	test('has a sample of an alert that fires, with the fields of the trigger and nothing to be marked', () => {
		const [item, ...others] = workflow.pinData['Pacing Trigger'] as Json[];
		expect(others).toEqual([]);
		expect(strayFields('pacingTrigger', { parameters: {}, input: [], output: [item!] })).toEqual([]);
		expect(item).toMatchObject({ notify: true, status: 'at-risk', told: [] });
		expect(item!['text']).toMatch(/^\*Brand Germany\*: Today's budget will run out/);
	});
});
