import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/backtest.json';
import { googleRows } from '../support/googleRows';
import { creating, runNode } from '../support/runNode';

const NOW = Date.parse('2026-11-23T09:20:00+01:00');

/** Three weeks of a budget with even spend that converts in the evening. */
async function withHistory() {
	const tables = new Map<string, Record<string, unknown>[]>();
	await runNode('pacingBudget', creating(), { tables });
	await runNode('pacingBudget', creating({ budgetId: 'new', name: 'New' }), { tables });
	const results = googleRows('2026-11-23', 21, NOW, (hour) => ({
		spend: 38 + (hour % 5),
		clicks: 40,
		conversions: hour >= 18 ? 6 : 1,
	}));
	const options = { asOf: new Date(NOW).toISOString() };
	await runNode('ingestPerformance', { budgetId: 'brand-de', options }, { items: [{ results }], tables });
	return tables;
}

describe('workflows/backtest.json', () => {
	test('reports the leading policy of each budget, with a page; a budget without history is an error that says what is missing', async () => {
		const run = await runWorkflow({
			workflow,
			trigger: 'Try It Now',
			tables: await withHistory(),
			pinned: { 'Tell Slack': (texts) => texts.map((text) => ({ text })), 'Upload Report': [{ ok: true }] },
		});
		expect(run.error).toBeUndefined();
		const items = run.outputs['Backtest']![0]!;
		expect(items.map(({ policy, error }) => policy ?? error)).toEqual([
			expect.any(String),
			...Array.from({ length: 6 }, () => expect.any(String)),
			expect.stringMatching(/history of 'new' is too short/),
		]);
		expect(items.slice(0, 7).map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(items[0]).toMatchObject({ budgetId: 'brand-de', counted: 'conversions', days: 14 });
		expect(typeof items[0]!['spend']).toBe('number');
		const files = run.items['Backtest']![0]!.map(({ binary }) => binary?.['data']?.fileName);
		expect(files.filter(Boolean)).toEqual(['backtest-brand-de-2026-11-22.html']);
		expect(files[0]).toBe('backtest-brand-de-2026-11-22.html');
		const told = run.outputs['Tell Slack']![0]!.map(({ text }) => String(text));
		expect(told).toEqual([expect.stringMatching(/^\*brand-de\*, 14 days to 2026-11-22: \w+ .*\d+ conversions, \d+ to \d+$/)]);
	}, 60_000);
});
