import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/many-clients.json';
import monthEndGuard from '../../workflows/month-end-guard.json';
import { asOf, type WorkflowFile } from '../support/asOf';
import { googleRows } from '../support/googleRows';

const client = (budgetId: string, changes: object = {}) => ({
	budgetId,
	name: `Client ${budgetId}`,
	currency: 'EUR',
	timeZone: 'Europe/Berlin',
	dailyAmount: '1000',
	monthlyAmount: '30000',
	customerId: `100${budgetId.length}`,
	account: ['runaway', 'dear'].includes(budgetId) ? 'North' : 'South',
	...changes,
});

const CLIENTS = [
	client('steady'),
	client('runaway'),
	client('broken', { currency: 'Euro' }),
	client('dear', { dailyAmount: 5000, monthlyAmount: '' }),
	client('behind', { monthlyAmount: '90000' }),
];

const RUNAWAY_FROM_HOUR = 9;

/** Four weeks of the same day; from nine o'clock on the runaway spends three times as much. */
const report = (budgetId: string, untilMs: number) => ({
	results: googleRows('2026-11-23', 28, untilMs, (hour, date) => ({
		spend: budgetId === 'runaway' && date === '2026-11-23' && hour >= RUNAWAY_FROM_HOUR ? 120 : 40,
		clicks: 40,
		conversions: 2,
	})),
});

/** The workflow with the column `account` of the sheet in Account, as the guide puts it. */
const byAccount = {
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.name === 'Check Exhaustion'
			? { ...node, parameters: { ...node.parameters, account: "={{ $('Read Clients').item.json.account }}" } }
			: node,
	),
};

/** @param isLate whether the report of 'steady' ends at four in the morning */
async function runAt(
	time: string,
	tables: Map<string, Record<string, unknown>[]>,
	{ isLate = false, isDown = false, played = workflow as WorkflowFile } = {},
) {
	const nowMs = Date.parse(`2026-11-23T${time}:00+01:00`);
	return await runWorkflow({
		workflow: asOf(played, nowMs),
		trigger: 'Try It Now',
		tables,
		pinned: {
			'Read Clients': CLIENTS,
			'Read Google Ads Reports': (queries) =>
				queries.map((_, position) => {
					const { budgetId } = CLIENTS[position]!;
					const untilMs = isLate && budgetId === 'steady' ? Date.parse('2026-11-23T04:00:00+01:00') : nowMs;
					return budgetId === 'broken' ? {} : report(budgetId, untilMs);
				}),
			'Tell Slack': (texts) => texts.map((text) => (isDown ? { error: 'channel_not_found' } : { text })),
		},
	});
}

describe('workflows/many-clients.json', () => {
	test('paces every client of the sheet, reports those with new alerts, and skips the broken one', async () => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const slackTexts: string[] = [];
		for (const time of ['09:20', '10:20', '11:20', '12:20']) {
			const { outputs, error } = await runAt(time, tables);
			expect(error).toBeUndefined();
			for (const { text } of outputs['Tell Slack']?.[0] ?? []) slackTexts.push(`${time} ${String(text)}`);
			const plans = outputs['Optimize Allocation']![0]!.filter(({ planId }) => planId !== undefined);
			expect(plans.map(({ budgetId }) => budgetId)).toEqual(['steady', 'runaway', 'dear', 'behind']);
			expect(plans.map(({ dayAmount }) => dayAmount)).toEqual([
				expect.closeTo(1000, 0),
				expect.closeTo(1000, 0),
				5000,
				1000,
			]);
		}
		expect(tables.get('budget_pacing')).toHaveLength(4);
		expect(slackTexts.filter((text) => text.includes('runaway'))).toHaveLength(1);
		expect(slackTexts.join()).not.toContain('Client steady');
	}, 120_000);

	test('sends one message a run, whatever outputs of Check Exhaustion its clients leave through', async () => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const messages: string[][] = [];
		for (const [time, isLate] of [
			['08:20', true],
			['09:20', true],
			['10:20', false],
		] as const) {
			const { outputs } = await runAt(time, tables, { isLate });
			messages.push((outputs['Tell Slack'] ?? []).flat().map(({ text }) => String(text)));
		}
		expect(messages.map(({ length }) => length)).toEqual([0, 1, 1]);
		expect(messages[2]![0]!.split('\n')).toEqual([
			'1 budget at risk, 1 underspending, 2 on pace (1 new, 1 resolved)',
			expect.stringMatching(/^\*Client runaway\* \(new\): Today's budget will run out .* Month: \d+% gone, \d+% of €30,000\.00 spent, projected at \d+%\.$/),
			expect.stringMatching(/^\*Client dear\*: Today is likely to end below/),
			expect.stringMatching(/^\*Client steady\*: Resolved\. Reports are up to date again\. Month: /),
			expect.stringMatching(/^Ranked by what is new/),
		]);
	}, 120_000);

	test('has one digest per account of the sheet, although no item carries that column', async () => {
		const { outputs } = await runAt('09:20', new Map(), { played: byAccount });
		const digests = outputs['Check Exhaustion']!.flat().filter(({ budgets }) => budgets !== undefined);
		expect(
			digests.map(({ account, budgets }) => [account, (budgets as { budgetId: string }[]).map(({ budgetId }) => budgetId).sort()]),
		).toEqual(
			expect.arrayContaining([
				['North', ['dear', 'runaway']],
				['South', ['behind', 'steady']],
			]),
		);
		expect(digests).toHaveLength(2);
	}, 60_000);

	test('a digest that Slack did not take is told again in the next run, for all of its clients, and not in the one after', async () => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const told: string[][] = [];
		for (const [time, isDown] of [
			['11:20', true],
			['12:20', false],
			['13:20', false],
		] as const) {
			const { outputs } = await runAt(time, tables, { isDown });
			told.push((outputs['Tell Slack'] ?? []).flat().map(({ text, error }) => String(error ?? text).split('\n')[0]!));
			if (!isDown) expect(outputs['Mark Alerts as Told']?.flat() ?? []).toHaveLength(time === '12:20' ? 1 : 0);
		}
		expect(told).toEqual([['channel_not_found'], [expect.stringMatching(/\(1 new\)$/)], []]);
	}, 120_000);

	test('takes as many sub-executions for many clients as for few', async () => {
		const few = await runAt('09:20', new Map());
		expect(few.subWorkflows).toBeLessThanOrEqual(20);
	}, 60_000);
});

describe('workflows/month-end-guard.json', () => {
	test('reports only the budget whose month will miss its target', async () => {
		const tables = new Map<string, Record<string, unknown>[]>();
		await runAt('12:20', tables);
		const run = await runWorkflow({
			workflow: asOf(monthEndGuard, Date.parse('2026-11-23T12:30:00+01:00')),
			trigger: 'Try It Now',
			tables,
			pinned: { 'Tell Slack': (texts) => texts.map((text) => ({ text })), 'Upload Report': [{ ok: true }] },
		});
		expect(run.error).toBeUndefined();
		expect(run.outputs['Status']![0]!.map(({ budgetId }) => budgetId)).toEqual(['steady', 'runaway', 'dear', 'behind']);
		const slackTexts = (run.outputs['Tell Slack']?.[0] ?? []).map(({ text }) => String(text));
		expect(slackTexts).toEqual([expect.stringMatching(/^\*Client behind\* is projected to end the month at \d+ to \d+ EUR, target 90000: raise its daily amounts/)]);
		expect(run.outputs['Report']![0]).toMatchObject([{ budgetId: 'behind', fileName: 'pacing-behind-2026-11-23.html' }]);
		expect(run.items['Report']![0]![0]!.binary!['data']!.mimeType).toBe('text/html');
	}, 60_000);
});
