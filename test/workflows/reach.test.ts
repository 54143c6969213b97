import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/hourly-from-sheet.json';
import { asOf } from '../support/asOf';
import { googleRows } from '../support/googleRows';
import { runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const AT = '2026-11-23T12:20:00+01:00';
const NOW_MS = Date.parse(AT);
const options = { asOf: AT };

/** Four weeks of a sheet: every hour costs 40.00, and from 18:00 on a thousand impressions cost 4.00, not 8.00. */
const sheet = (hasImpressions: boolean) =>
	googleRows('2026-11-23', 28, NOW_MS, () => ({ spend: 40, clicks: 100, conversions: 2 })).map((row) => {
		const { date, hour } = row['segments'] as { date: string; hour: number };
		const impressions = hour < 18 ? 5000 : 10_000;
		return { Datum: date, Stunde: hour, Kosten: 40, Klicks: 100, ...(hasImpressions && { Impressionen: impressions }) };
	});

/** The workflow for a sheet, with the objective Reach and hourly caps. */
const forReach = {
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.name === 'Pacing Budget'
			? { ...node, parameters: { ...node.parameters, objective: 'reach', control: 'hourly-cap' } }
			: node,
	),
};

async function paced(hasImpressions: boolean) {
	const tables = new Map<string, Json[]>();
	const texts = (sent: readonly string[]) => sent.map((text) => ({ text }));
	const { outputs, error } = await runWorkflow({
		workflow: asOf(forReach, NOW_MS),
		trigger: 'Every Hour',
		tables,
		pinned: { 'Read Hours': () => sheet(hasImpressions), 'Tell Slack': texts, 'Show Rejected Rows in Slack': texts },
	});
	expect(error).toBeUndefined();
	const after = async (type: string, parameters: Json) => {
		const run = await runNode(type, { budgetId: 'brand-de', options, ...parameters }, { tables });
		expect(run.error).toBeUndefined();
		return run.outputs[0]! as Json[];
	};
	return { plan: outputs['Optimize Allocation']![0]![0]!, ingested: outputs['Ingest Performance']![0]![0]!, after };
}

/** The mean of an interval that a field has. */
const meanOf = (interval: unknown) => (interval as { mean: number }).mean;

describe('a sheet with impressions and the objective Reach', () => {
	test('is planned, explained, simulated and backtested by impressions', async () => {
		const { plan, ingested, after } = await paced(true);
		expect(ingested).toMatchObject({ rejected: 0, columns: { impressions: 'Impressionen' } });
		const { expected, warnings } = plan as { expected: Json; warnings: { code: string }[] };
		expect(warnings.map(({ code }) => code)).not.toContain('no-evidence');
		expect(meanOf(expected['impressions'])).toBeGreaterThan(100_000);
		expect(meanOf(expected['cpm'])).toBeGreaterThan(4);
		expect(meanOf(expected['cpm'])).toBeLessThan(8);

		const hours = (await after('optimizeAllocation', { output: 'hours' })) as { localHour: number; amount: number; expected: Json }[];
		const at = (localHour: number) => hours.find((hour) => hour.localHour === localHour)!;
		expect(at(20).amount).toBeGreaterThanOrEqual(at(15).amount);
		expect(at(20).expected['impressions']).toBeGreaterThan(1.5 * Number(at(15).expected['impressions']));

		const [status] = await after('pacingBudget', { operation: 'status', include: ['pattern', 'ratios', 'trends'] });
		expect(status).toMatchObject({
			performance: { last7Days: { impressions: 7 * (18 * 5000 + 6 * 10_000), ctr: 2400 / 150_000, cpm: 6.4 } },
			pattern: { measure: 'impressionsPerSpend' },
			trends: { cpm: 0 },
			ratios: { hourOfDay: { cpa: expect.any(Array) as unknown, roas: new Array(24).fill(null) } },
		});
		const { cpm, ctr } = (status!['ratios'] as { hourOfDay: Record<string, number[]> }).hourOfDay;
		expect([cpm![12], cpm![20], ctr![12], ctr![20]]).toEqual([8, 4, 0.02, 0.01]);

		const [answer] = await after('pacingBudget', { operation: 'simulate', scenarioAmounts: '960' });
		expect(answer).toMatchObject({ objective: 'reach', dayAmount: 960 });
		expect(meanOf(answer!['expected'])).toBeGreaterThan(100_000);

		const [best] = await after('backtest', { strategies: ['even_distribution', 'adaptive_ml'] });
		expect(best).toMatchObject({ counted: 'impressions' });
	}, 120_000);

	test('without the column, the plan says what is missing, and follows traffic', async () => {
		const { plan, after } = await paced(false);
		expect(plan).toMatchObject({
			expected: { impressions: null, cpm: null },
			warnings: expect.arrayContaining([
				{
					code: 'no-evidence',
					message: "No results are reported for the objective Reach: hours differ by traffic alone",
				},
			]) as unknown,
		});
		const [status] = await after('pacingBudget', { operation: 'status', include: ['ratios'] });
		expect(status).toMatchObject({
			performance: { last7Days: { impressions: null, ctr: null, cpm: null } },
			ratios: { hourOfDay: { cpm: new Array(24).fill(null), ctr: new Array(24).fill(null) } },
		});
	}, 60_000);
});
