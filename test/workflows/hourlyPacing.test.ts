import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/hourly-pacing.json';
import { asOf } from '../support/asOf';
import { googleRows } from '../support/googleRows';
import { withHours } from '../support/withHours';

const RUNAWAY_FROM_HOUR = 9;

/** Four weeks of steady days, then one on which spend triples from nine o'clock on. */
const report = (untilMs: number) =>
	googleRows('2026-11-23', 28, untilMs, (hour, date) => ({
		spend: date === '2026-11-23' && hour >= RUNAWAY_FROM_HOUR ? 120 : 38 + (hour % 5),
		clicks: 40,
		conversions: 1 + (hour % 3),
	}));

/** What the HTTP Request node answers if all is well. */
const DONE = { statusCode: 200, statusMessage: 'OK', headers: {}, body: { results: [{}] } };

async function runAt(time: string, tables: Map<string, Record<string, unknown>[]>) {
	const sent: unknown[] = [];
	const nowMs = Date.parse(`2026-11-23T${time}:00+01:00`);
	const run = await runWorkflow({
		workflow: asOf(withHours(workflow), nowMs),
		trigger: 'Try It Now',
		tables,
		pinned: {
			'Read Google Ads Report': [{ results: report(nowMs) }],
			'Tell Slack': (texts) => texts.map((text) => ({ text })),
			'Read Current Budget': [{ results: [{ campaignBudget: { amountMicros: '1250000000' } }] }],
			'Push Day Budget': (bodies) => {
				sent.push(...bodies.map((body) => JSON.parse(body) as unknown));
				return bodies.map(() => DONE);
			},
			'Show Rejected Rows in Slack': (texts) => texts.map((text) => ({ text })),
		},
	});
	expect(run.error).toBeUndefined();
	return { outputs: run.outputs, sent };
}

describe('workflows/hourly-pacing.json', () => {
	test('paces a day of runaway spend: one message when it starts, one push an hour, one state', async () => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const hours = ['08:20', '09:20', '10:20', '11:20', '12:20'];
		const slackTexts: { at: string; text: unknown }[] = [];
		const results: object[] = [];
		for (const at of hours) {
			const { outputs, sent } = await runAt(at, tables);
			for (const { text } of outputs['Tell Slack']?.[0] ?? []) slackTexts.push({ at, text });
			const [plan] = outputs['Optimize Allocation']![0]!;
			const forecast = outputs['Check Exhaustion']!.flat()[0]!;
			const [ingested] = outputs['Ingest Performance']![0]!;
			const amounts = (plan!['hours'] as { amount: number }[]).map(({ amount }) => amount);
			expect(amounts.reduce((cents, amount) => cents + Math.round(100 * amount), 0)).toBe(
				Math.round(100 * Number(plan!['dayAmount'])),
			);
			expect(outputs['Confirm Push']).toMatchObject([[{ status: 'confirmed', dryRun: true }], []]);
			expect(sent).toEqual([
				{
					operations: [
						{
							updateMask: 'amountMicros',
							update: {
								resourceName: 'customers/1234567890/campaignBudgets/901',
								amountMicros: String(Math.round(Number(plan!['dayAmount']) * 1e6)),
							},
						},
					],
					validateOnly: true,
				},
			]);
			const { accepted, unchanged, spentToday } = ingested!;
			const { status, probability } = forecast;
			results.push({ at, accepted, unchanged, spentToday, status, probability, dayAmount: plan!['dayAmount'], amounts });
		}
		expect(results).toMatchSnapshot('results of each run');
		expect(slackTexts).toMatchSnapshot('messages to Slack');
		expect(slackTexts).toHaveLength(1);
		expect(tables.get('budget_pacing')).toHaveLength(1);
	}, 60_000);

	test.each`
		answer                                        | because
		${{ error: 'channel_not_found' }}             | ${'the node answers with an error'}
		${null}                                       | ${'the node fails as a whole, and n8n passes its input on'}
	`('an alert that Slack did not take is told in the next run, and not in the one after: $because', async ({ answer }) => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const told: string[] = [];
		let isDown = true;
		for (const time of ['11:20', '12:20', '13:20']) {
			const nowMs = Date.parse(`2026-11-23T${time}:00+01:00`);
			const { outputs, error } = await runWorkflow({
				workflow: asOf(workflow, nowMs),
				trigger: 'Try It Now',
				tables,
				pinned: {
					'Read Google Ads Report': [{ results: report(nowMs) }],
					'Tell Slack': (texts) => {
						if (isDown && answer === null) throw new Error('Slack is down');
						if (!isDown) told.push(...texts.map((text) => `${time} ${text}`));
						return texts.map((text) => (isDown ? (answer as object) : { text }));
					},
					'Read Current Budget': [{ results: [{ campaignBudget: { amountMicros: '1250000000' } }] }],
					'Push Day Budget': [DONE],
				},
			});
			expect(error).toBeUndefined();
			expect(outputs['Confirm Push']!.flat()).toHaveLength(1);
			isDown = false;
		}
		expect(told).toEqual([expect.stringMatching(/^12:20 \*Brand Germany\*: Today's budget will run out at about/)]);
	}, 60_000);

	test('what a push needs of a person is told in the next run if Slack did not take it, and not in the one after', async () => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const told: string[] = [];
		for (const time of ['11:20', '12:20', '13:20']) {
			const nowMs = Date.parse(`2026-11-23T${time}:00+01:00`);
			const { error } = await runWorkflow({
				workflow: asOf(workflow, nowMs),
				trigger: 'Try It Now',
				tables,
				pinned: {
					'Read Google Ads Report': [{ results: report(nowMs) }],
					'Tell Slack': (texts) => texts.map((text) => ({ text })),
					'Read Current Budget': [{ results: [] }],
					'Tell Slack About Pushes': (texts) => {
						told.push(...texts.map((text) => `${time} ${text}`));
						return texts.map((text) => (time === '11:20' ? { error: 'channel_not_found' } : { text }));
					},
				},
			});
			expect(error).toBeUndefined();
		}
		expect(told).toEqual([
			expect.stringMatching(/^11:20 budget\/901: The daily budget in force is unknown/),
			expect.stringMatching(/^12:20 budget\/901: The daily budget in force is unknown/),
		]);
	}, 60_000);

	test('rejected rows are reported once, and the rest is paced', async () => {
		const nowMs = Date.parse('2026-11-23T08:20:00+01:00');
		const [first, second, ...others] = report(nowMs);
		const broken = [{ ...first, metrics: {} }, { ...second, segments: { date: '2026-10-26' } }, ...others];
		const { outputs } = await runWorkflow({
			workflow: asOf(workflow, nowMs),
			trigger: 'Every Hour',
			pinned: {
				'Read Google Ads Report': [{ results: broken }],
				'Tell Slack': (texts) => texts.map((text) => ({ text })),
				'Read Current Budget': [{ results: [{ campaignBudget: { amountMicros: '1250000000' } }] }],
				'Push Day Budget': [DONE],
				'Show Rejected Rows in Slack': (texts) => [{ text: texts[0] }],
			},
		});
		expect(outputs['Ingest Performance']!.map((output) => output.length)).toEqual([1, 2]);
		expect(outputs['Show Rejected Rows in Slack']![0]![0]!['text']).toMatch(/^2 report rows of brand-de were left out, the first because: The row is the total of a day/);
	}, 60_000);

	test('an account without data is reported as stale, never as on pace', async () => {
		const { outputs } = await runWorkflow({
			workflow: asOf(workflow, Date.parse('2026-11-23T12:20:00+01:00')),
			trigger: 'Every Hour',
			pinned: {
				'Read Google Ads Report': [],
				'Tell Slack': (texts) => texts.map((text) => ({ text })),
				'Read Current Budget': [{ results: [{ campaignBudget: { amountMicros: '1250000000' } }] }],
				'Push Day Budget': [DONE],
			},
		});
		expect(outputs['Check Exhaustion']).toMatchObject([[{ status: 'stale-data' }], [], []]);
	}, 60_000);

	test('a lost push goes again, a timeout is settled by the value read, and a person is told what a person has to settle', async () => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const live = {
			...workflow,
			nodes: workflow.nodes.map((node) =>
				node.name === 'Prepare Push' ? { ...node, parameters: { ...node.parameters, dryRun: false } } : node,
			),
		};
		let inForce = 700_000_000;
		const told: string[] = [];
		const run = async (time: string, answer: object, arrives = false) => {
			const nowMs = Date.parse(`2026-11-23T${time}:00+01:00`);
			const { outputs, error } = await runWorkflow({
				workflow: asOf(live, nowMs),
				trigger: 'Try It Now',
				tables,
				pinned: {
					'Read Google Ads Report': [
						{ results: googleRows('2026-11-23', 28, nowMs, () => ({ spend: 40, clicks: 40, conversions: 1 })) },
					],
					'Tell Slack': [{}],
					'Read Current Budget': [{ results: [{ campaignBudget: { amountMicros: String(inForce), period: 'DAILY' } }] }],
					'Push Day Budget': (bodies) => {
						const [{ update }] = (JSON.parse(bodies[0]!) as { operations: [{ update: { amountMicros: string } }] }).operations;
						if (arrives) inForce = Number(update.amountMicros);
						return [answer];
					},
					'Tell Slack About Pushes': (texts) => {
						told.push(...texts);
						return texts.map((text) => ({ text }));
					},
				},
			});
			expect(error).toBeUndefined();
			return outputs;
		};
		const down = await run('08:20', { statusCode: 503, statusMessage: 'Service Unavailable', headers: {}, data: '<html>' });
		expect(down['Confirm Push']).toMatchObject([
			[],
			[{ budgetId: 'brand-de', status: 'failed', inForce: 700, display: { retryAt: '23 Nov 2026, 08:20' } }],
		]);
		const timeout = { error: { message: 'timeout of 30000ms exceeded', name: 'AxiosError', code: 'ECONNABORTED' } };
		const lost = await run('09:20', timeout, true);
		expect(lost['Push Day Budget']![0]).toEqual([]);
		expect(lost['Push Day Budget']![1]).toMatchObject([{ status: 'request', error: { code: 'ECONNABORTED' } }]);
		expect(lost['Confirm Push']!.flat()).toMatchObject([{ status: 'unknown', inForce: null, reason: { code: 'no-answer' } }]);
		const settled = await run('10:20', DONE);
		expect(settled['Prepare Push']).toMatchObject([
			[],
			[{ reason: { code: expect.stringMatching(/^(unchanged|least-change|kept-for-afternoon)$/) as string } }],
		]);
		const { pushes } = JSON.parse(String(tables.get('budget_pacing')![0]!['state'])) as { pushes: object[] };
		expect(pushes).toMatchObject([
			{ status: 'failed', code: 'server-error' },
			{ status: 'confirmed', code: 'read-back' },
		]);
		expect(told).toEqual([]);
		const pushed = inForce;
		inForce = 2_000_000_000;
		const edited = await run('11:20', DONE);
		expect(edited['Prepare Push']![1]).toMatchObject([
			{ reason: { code: 'edited-by-someone' }, needsPerson: true, warnings: [{ code: 'push-blocked' }, {}] },
		]);
		await run('12:20', DONE);
		expect(told).toEqual([
			expect.stringMatching(
				/^budget\/901: €1,[\d,.]+ was pushed, but €2,000\.00 is in force, first seen on 23 Nov 2026, 11:20: .* Spent in full every day, the month would end at €[\d,.]+ of €30,000\.00\.$/,
			),
		]);
		inForce = pushed;
		await run('13:20', DONE);
		expect(told.slice(1)).toEqual([
			'Resolved. budget/901 follows plans again.',
		]);
	}, 120_000);

	test('every request to Google Ads carries the developer token, which its credential does not add', () => {
		const requests = workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.httpRequest');
		expect(requests).toHaveLength(3);
		for (const { parameters } of requests) {
			expect(parameters).toMatchObject({
				sendHeaders: true,
				jsonHeaders: expect.stringContaining("'developer-token': $('Settings').first().json.developerToken") as string,
			});
		}
	});
});
