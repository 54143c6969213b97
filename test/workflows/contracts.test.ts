import { runWorkflow } from '../../demo/engine';
import manyClients from '../../workflows/many-clients.json';
import { asOf } from '../support/asOf';
import { googleRows } from '../support/googleRows';

const client = (budgetId: string, contract: Record<string, string | number>) => ({
	budgetId,
	name: `Client ${budgetId}`,
	currency: 'EUR',
	timeZone: 'Europe/Berlin',
	customerId: `100${budgetId.length}`,
	...contract,
});

/** What clients agree on: a gross month with a fee, a quarter, money paid in advance, and leads beside the month. */
const CLIENTS = [
	client('gross', { monthlyAmount: '30000', fee: 15 }),
	client('quarter', { quarterlyAmount: '92000' }),
	client('prepaid', { dailyAmount: '960', paidOn: '2026-11-20', paid: '5000' }),
	client('leads', { monthlyAmount: '30000', leads: '1500' }),
];

/** The workflow with these columns of the sheet mapped into Pacing Budget; a client without one leaves its cell empty. */
const withContracts = {
	...manyClients,
	nodes: manyClients.nodes.map((node) =>
		node.name === 'Pacing Budget'
			? {
					...node,
					parameters: {
						...node.parameters,
						amounts: {
							dailyAmount: '={{ $json.dailyAmount }}',
							monthlyAmount: '={{ $json.monthlyAmount }}',
							quarterlyAmount: '={{ $json.quarterlyAmount }}',
						},
						agencyFee: { fee: '={{ $json.fee }}' },
						goal: { amount: '={{ $json.leads }}' },
						prepaid: { payment: [{ date: '={{ $json.paidOn }}', amount: '={{ $json.paid }}' }] },
					},
				}
			: node,
	),
};

/** A day of 960.00 for every client, as media: 40.00 and two conversions an hour. */
async function runAt(time: string, tables: Map<string, Record<string, unknown>[]>) {
	const nowMs = Date.parse(`2026-11-23T${time}:00+01:00`);
	const results = googleRows('2026-11-23', 60, nowMs, () => ({ spend: 40, clicks: 40, conversions: 2 }));
	return await runWorkflow({
		workflow: asOf(withContracts, nowMs),
		trigger: 'Try It Now',
		tables,
		pinned: {
			'Read Clients': CLIENTS,
			'Read Google Ads Reports': (queries) => queries.map(() => ({ results })),
			'Tell Slack': (texts) => texts.map((text) => ({ text })),
		},
	});
}

test('clients whose contracts differ are paced from one sheet, each by its own', async () => {
	const tables = new Map<string, Record<string, unknown>[]>();
	const told: string[] = [];
	for (const time of ['11:20', '12:20', '13:20']) {
		const run = await runAt(time, tables);
		expect(run.error).toBeUndefined();
		told.push(...(run.outputs['Tell Slack'] ?? []).flat().map(({ text }) => String(text)));
		const plans = run.outputs['Optimize Allocation']![0]!;
		expect(plans.map(({ budgetId, error }) => [budgetId, error])).toEqual(CLIENTS.map(({ budgetId }) => [budgetId, undefined]));
		const [gross, quarter, prepaid, leads] = plans.map(({ dayAmount }) => Number(dayAmount));
		expect(gross).toBeGreaterThan(200);
		expect(gross).toBeLessThan(900);
		expect(leads).toBeGreaterThan(900);
		expect(quarter).toBeGreaterThan(900);
		expect(prepaid).toBe(960);
	}
	expect(told.join('\n')).toMatch(/Client prepaid.*prepaid balance of €1,\d{3}\.\d\d will run out on about 25 November, in 2 days/);
	const definitions = (await runAt('14:20', tables)).outputs['Pacing Budget']![0]!;
	expect(definitions).toMatchObject([
		{ monthlyAmount: '30000', agencyFee: { share: 0.15, of: 'gross', amounts: 'gross' } },
		{ quarterlyAmount: '92000' },
		{ prepaid: [{ date: '2026-11-20', amount: '5000' }] },
		{ goal: { of: 'conversions', amount: '1500', period: 'month' } },
	]);
	expect(Object.keys(definitions[1]!)).not.toEqual(expect.arrayContaining(['agencyFee']));
	expect(definitions[1]).not.toHaveProperty('goal');
	expect(definitions[1]).not.toHaveProperty('prepaid');
}, 120_000);
