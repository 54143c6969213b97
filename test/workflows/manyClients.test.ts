import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/many-clients.json';
import monthEndGuard from '../../workflows/month-end-guard.json';
import { asOf } from '../support/asOf';
import { googleRows } from '../support/googleRows';

const client = (budgetId: string, changes: object = {}) => ({
	budgetId,
	name: `Client ${budgetId}`,
	currency: 'EUR',
	timeZone: 'Europe/Berlin',
	dailyAmount: '1000',
	monthlyAmount: '30000',
	customerId: `100${budgetId.length}`,
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

async function runAt(time: string, tables: Map<string, Record<string, unknown>[]>) {
	const nowMs = Date.parse(`2026-11-23T${time}:00+01:00`);
	return await runWorkflow({
		workflow: asOf(workflow, nowMs),
		trigger: 'Try It Now',
		tables,
		pinned: {
			'Read Clients': CLIENTS,
			'Read Google Ads Reports': (queries) =>
				queries.map((_, position) => (position === 2 ? {} : report(CLIENTS[position]!.budgetId, nowMs))),
			'Tell Slack': (texts) => texts.map((text) => ({ text })),
		},
	});
}

describe('workflows/many-clients.json', () => {
	test('paces every client of the sheet, reports those with new alerts, and skips the broken one', async () => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const told: string[] = [];
		for (const time of ['09:20', '10:20', '11:20', '12:20']) {
			const { outputs, error } = await runAt(time, tables);
			expect(error).toBeUndefined();
			for (const { text } of outputs['Tell Slack']?.[0] ?? []) told.push(`${time} ${String(text)}`);
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
		expect(told.filter((text) => text.includes('runaway'))).toHaveLength(1);
		expect(told.join()).not.toContain('Client steady');
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
		const told = (run.outputs['Tell Slack']?.[0] ?? []).map(({ text }) => String(text));
		expect(told).toEqual([expect.stringMatching(/^\*Client behind\* is projected to end the month at \d+ to \d+ EUR, target 90000: raise its daily amounts/)]);
		expect(run.outputs['Report']![0]).toMatchObject([{ budgetId: 'behind', fileName: 'pacing-behind-2026-11-23.html' }]);
		expect(run.items['Report']![0]![0]!.binary!['data']!.mimeType).toBe('text/html');
	}, 60_000);
});
