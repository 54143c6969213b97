import { type PacingState, recentHours } from '../../src/index';
import { googleRows } from '../support/googleRows';
import { creating, runNode } from '../support/runNode';

type Table = Map<string, Record<string, unknown>[]>;

const NOW_MS = Date.parse('2026-11-23T10:20:00+01:00');
const options = { asOf: '2026-11-23T10:20:00+01:00' };
const history = googleRows('2026-11-23', 28, NOW_MS, (hour, date) => ({
	spend: date === '2026-11-23' ? 70 : 41.67,
	clicks: 40,
	conversions: hour > 17 ? 3 : 1,
}));

const ingested = async (
	rows: readonly Record<string, unknown>[] = history,
	definition: Record<string, unknown> = {},
): Promise<Table> => {
	const tables: Table = new Map();
	await runNode('pacingBudget', creating(definition), { tables });
	await runNode('ingestPerformance', { budgetId: 'brand-de', options }, { items: rows, tables });
	return tables;
};

/** Reporting delay, which depends on the order of reading. */
interface Arrivals {
	readonly entered: readonly number[];
}

describe('Ingest Performance', () => {
	test('rows as items, as one response and as a stream of batches are the same', async () => {
		const shapes = [
			history,
			[{ results: history }],
			[{ results: history.slice(0, 300) }, { results: history.slice(300) }],
		];
		const states = await Promise.all(
			shapes.map(async (items) => {
				const tables: Table = new Map();
				await runNode('pacingBudget', creating(), { tables });
				const { outputs } = await runNode('ingestPerformance', { budgetId: 'brand-de', options }, { items, tables });
				expect(outputs[0]).toMatchObject([
					{ budgetId: 'brand-de', format: 'google_ads', accepted: history.length, rejected: 0, spentToday: 700 },
				]);
				return tables.get('budget_pacing')![0]!['state'];
			}),
		);
		expect(new Set(states).size).toBe(1);
	});

	test('the same rows again change nothing', async () => {
		const tables = await ingested();
		const before = structuredClone(tables.get('budget_pacing'));
		const { outputs } = await runNode(
			'ingestPerformance',
			{ budgetId: 'brand-de', options },
			{ items: history, tables },
		);
		expect(outputs[0]).toMatchObject([{ accepted: 0, replaced: 0, unchanged: history.length }]);
		expect(tables.get('budget_pacing')).toEqual(before);
	});

	test('a row that cannot be used leaves through Rejected with its reason and its item', async () => {
		const tables: Table = new Map();
		await runNode('pacingBudget', creating(), { tables });
		const noSpend = { ...history[1], metrics: { costMicros: null, clicks: '3' } };
		const { outputs, paired } = await runNode(
			'ingestPerformance',
			{ budgetId: 'brand-de', options },
			{ items: [history[0]!, noSpend], tables },
		);
		expect(outputs[0]).toMatchObject([{ accepted: 1, rejected: 1 }]);
		expect(outputs[1]).toMatchObject([
			{ budgetId: 'brand-de', reason: expect.stringMatching(/spend is missing/), row: noSpend },
		]);
		expect(paired[1]![0]!.pairedItem).toEqual({ item: 1 });
		expect(paired[0]![0]!.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test.each`
		items                                         | because
		${[{}]}                                       | ${'Always Output Data sends an empty item where a node found nothing'}
		${[{ fieldMask: 'metrics', requestId: 'r' }]} | ${'Google leaves results out of a batch without rows'}
		${[{ results: [] }]}                          | ${'an empty list has no rows'}
	`('a report without rows is accepted, so that later nodes can judge it: $because', async ({ items }) => {
		const tables: Table = new Map();
		await runNode('pacingBudget', creating(), { tables });
		const { outputs } = await runNode('ingestPerformance', { budgetId: 'brand-de', options }, { items, tables });
		expect(outputs).toMatchObject([[{ budgetId: 'brand-de', format: 'empty', accepted: 0, rejected: 0 }], []]);
	});

	test('columns of any table can be mapped', async () => {
		const tables: Table = new Map();
		await runNode('pacingBudget', creating(), { tables });
		const items = [{ Day: '2026-11-22', Hour: '9', Cost: '41.27' }];
		const fields = { date: 'Day', hour: 'Hour', spend: 'Cost' };
		const { outputs } = await runNode(
			'ingestPerformance',
			{ budgetId: 'brand-de', format: 'mapped', fields, options },
			{ items, tables },
		);
		expect(outputs[0]).toMatchObject([{ format: 'mapped', accepted: 1 }]);
	});

	describe('a German sheet', () => {
		const sheet = [
			{ Tag: '22.11.2026', Stunde: '9:00', Kosten: '2.400', Klicks: '1.280' },
			{ Tag: '22.11.2026', Stunde: '10:00', Kosten: '13,50 €', Klicks: '7' },
		];
		const fields = { date: 'Tag', hour: 'Stunde', spend: 'Kosten', clicks: 'Klicks' };
		const ingest = async (items: readonly Record<string, unknown>[], format = {}) => {
			const tables: Table = new Map();
			await runNode('pacingBudget', creating(), { tables });
			const parameters = { budgetId: 'brand-de', format: 'mapped', fields: { ...fields, ...format }, options };
			const run = await runNode('ingestPerformance', parameters, { items, tables });
			return { ...run, hours: hoursIn(tables) };
		};
		const hoursIn = (tables: Table) =>
			recentHours(JSON.parse(tables.get('budget_pacing')![0]!['state'] as string) as PacingState);

		test('is read as it was meant', async () => {
			const { outputs, hours } = await ingest(sheet);
			expect(outputs[0]).toMatchObject([{ accepted: 2, rejected: 0 }]);
			expect(hours).toMatchObject([
				{ spend: 2_400_000_000, clicks: 1280 },
				{ spend: 13_500_000, clicks: 7 },
			]);
		});

		test('stops where it can be read in two ways, until its format is chosen', async () => {
			const ambiguous = sheet.slice(0, 1);
			const { error } = await ingest(ambiguous);
			expect(error!.message).toMatch(/'Kosten', 2\.400 can be 2\.4 or 2,400: choose Number Format/);
			expect(error!.description).toMatch(/'Number Format' to 1,234\.56 if it is 2\.4, or to 1\.234,56 if it is 2,400/);
			const { hours } = await ingest(ambiguous, { numberFormat: 'comma' });
			expect(hours).toMatchObject([{ spend: 2_400_000_000, clicks: 1280 }]);
		});
	});

	test("rows of n8n's Google Ads node are rejected with advice on what to use", async () => {
		const tables: Table = new Map();
		await runNode('pacingBudget', creating(), { tables });
		const { error } = await runNode(
			'ingestPerformance',
			{ budgetId: 'brand-de', options },
			{ items: [{ id: '111', costMicros: '250000000' }], tables },
		);
		expect(error!.message).toMatch(/they have no hours/);
		expect(error!.description).toMatch(/searchStream/);
	});

	describe('two accounts under one budget, whose rows name neither account nor campaign', () => {
		const fields = { date: 'Day', hour: 'Hour', spend: 'Cost' };
		const ingesting = (source?: string) => ({
			...{ budgetId: 'brand-de', format: 'mapped', fields, options },
			...(source !== undefined && { source }),
		});
		const row = (Cost: string) => ({ Day: '2026-11-23', Hour: '9', Cost });

		test('add up once each is named as Source, also in a budget that began without', async () => {
			const tables: Table = new Map();
			await runNode('pacingBudget', creating(), { tables });
			const run = (source: string | undefined, cost: string) =>
				runNode('ingestPerformance', ingesting(source), { items: [row(cost)], tables });
			const ingest = async (source: string | undefined, cost: string) => (await run(source, cost)).outputs;
			expect((await ingest(undefined, '45.00'))[0]).toMatchObject([{ accepted: 1, spentToday: 45 }]);
			expect((await ingest('Print', '45.00'))[0]).toMatchObject([{ unchanged: 1, spentToday: 45 }]);
			expect((await ingest('Radio', '40.00'))[0]).toMatchObject([{ accepted: 1, replaced: 0, spentToday: 85 }]);
			expect((await run(undefined, '40.00')).error!.message).toMatch(
				/known from mapped:Print: name the account in the report, or as 'Source'/,
			);
		});
	});

	test('concurrent executions lose nothing', async () => {
		const tables: Table = new Map();
		await runNode('pacingBudget', creating(), { tables });
		const parts = Array.from({ length: 8 }, (_, part) => history.filter((_row, index) => index % 8 === part));
		const runs = await Promise.all(
			parts.map((items) => runNode('ingestPerformance', { budgetId: 'brand-de', options }, { items, tables })),
		);
		expect(runs.map(({ status }) => status)).toEqual(parts.map(() => 'success'));
		const together = await ingested();
		const total = ({ entered }: Arrivals) => entered.reduce((sum, count) => sum + count, 0);
		const stored = (table: Table) => {
			const { ledger } = JSON.parse(String(table.get('budget_pacing')![0]!['state'])) as {
				ledger: { arrivals: Arrivals; spendArrivals: Arrivals };
			};
			const { arrivals, spendArrivals, ...rest } = ledger;
			return { ...rest, conversions: total(arrivals), spend: total(spendArrivals) };
		};
		expect(stored(tables)).toEqual(stored(together));
		expect(tables.get('budget_pacing')![0]!['revision']).toBe(8);
	}, 60_000);
});

describe('Optimize Allocation', () => {
	test('a plan is one item whose hours add up to the day, as numbers', async () => {
		const tables = await ingested();
		const { outputs } = await runNode(
			'optimizeAllocation',
			{ budgetId: 'brand-de', include: ['hours'], options },
			{ tables },
		);
		const [plan] = outputs[0] as unknown as [{ dayAmount: number; spent: number; hours: { amount: number }[] }];
		expect(plan).toMatchObject({
			budgetId: 'brand-de',
			strategy: 'adaptive_ml',
			date: '2026-11-23',
			dayAmount: 1000,
			spent: 700,
		});
		expect(plan.hours.reduce((cents, { amount }) => cents + Math.round(100 * amount), 0)).toBe(100_000);
	});

	test('or one item for each remaining hour', async () => {
		const tables = await ingested();
		const { outputs } = await runNode(
			'optimizeAllocation',
			{ budgetId: 'brand-de', output: 'hours', options },
			{ tables },
		);
		expect(outputs[0]).toHaveLength(14);
		expect(outputs[0]![0]).toMatchObject({ budgetId: 'brand-de', localHour: 10, state: 'current' });
	});

	test('a day that is over cannot be planned', async () => {
		const tables = await ingested();
		const { error } = await runNode(
			'optimizeAllocation',
			{ budgetId: 'brand-de', date: '2026-11-22', options },
			{ tables },
		);
		expect(error!.message).toMatch(/2026-11-22 cannot be planned/);
	});
});

describe('Check Exhaustion', () => {
	test('a day that spends too fast leaves through At Risk with a readable message', async () => {
		const tables = await ingested();
		const { outputs } = await runNode('checkExhaustion', { budgetId: 'brand-de', options }, { tables });
		expect(outputs.map((output) => output.length)).toEqual([1, 0, 0]);
		expect(outputs[0]![0]).toMatchObject({
			status: 'at-risk',
			notify: true,
			severity: 'critical',
			dedupKey: expect.stringMatching(/^brand-de.exhaustion.2026-11-23$/),
		});
		expect(outputs[0]![0]!['text']).toMatch(/^\*Brand Germany\*: Today's budget will run out at about 1\d:\d\d/);
	});

	test('the second check of the same risk does not notify again', async () => {
		const tables = await ingested();
		await runNode('checkExhaustion', { budgetId: 'brand-de', options }, { tables });
		const { outputs } = await runNode('checkExhaustion', { budgetId: 'brand-de', options }, { tables });
		expect(outputs[0]![0]).toMatchObject({ status: 'at-risk', notify: false });
	});

	test('a budget without data is not on pace', async () => {
		const tables: Table = new Map();
		await runNode('pacingBudget', creating({ name: 'A <b> & c' }), { tables });
		const { outputs } = await runNode('checkExhaustion', { budgetId: 'brand-de', options }, { tables });
		expect(outputs.map((output) => output.length)).toEqual([1, 0, 0]);
		expect(outputs[0]![0]).toMatchObject({
			status: 'stale-data',
			text: expect.stringContaining('*A &lt;b&gt; &amp; c*'),
		});
	});

	test('a failed item leaves through At Risk and does not affect others', async () => {
		const tables = await ingested();
		const items = [{ budgetId: 'nope' }, { budgetId: 'brand-de' }, { budgetId: '' }];
		const { outputs } = await runNode('checkExhaustion', { options }, { items, tables, continueOnFail: true });
		expect(outputs.map((output) => output.length)).toEqual([3, 0, 0]);
		expect(outputs[0]![0]).toEqual({
			error: "There is no budget 'nope' in the data table 'budget_pacing'",
			details: expect.stringMatching(/Create it/),
		});
		expect(outputs[0]![1]).toMatchObject({ budgetId: 'brand-de', status: 'at-risk' });
		expect(Object.keys(outputs[0]![2]!)).toEqual(['error', 'details']);
	});

	test('a run that stops at an error stores nothing: an alert is not marked as notified', async () => {
		const tables = await ingested();
		const before = structuredClone(tables.get('budget_pacing'));
		const { status } = await runNode(
			'checkExhaustion',
			{ options },
			{ items: [{ budgetId: 'brand-de' }, { budgetId: 'nope' }], tables },
		);
		expect(status).toBe('error');
		expect(tables.get('budget_pacing')).toEqual(before);
	});

	test.each`
		asOf                      | because
		${'yesterday'}            | ${'a word is not an instant'}
		${'2026-11-23T10:20:00'}  | ${'without an offset it is ambiguous'}
		${'2026-02-30T10:00:00Z'} | ${'the calendar does not have the date'}
		${{}}                     | ${'an object is not an instant'}
		${1795424400}             | ${'seconds read as milliseconds are in 1970'}
		${1795424400_000_000}     | ${'microseconds are far in the future'}
		${8.64e15}                | ${'the last instant has no next day'}
	`("'As Of' $asOf is rejected: $because", async ({ asOf }) => {
		const { error } = await runNode('checkExhaustion', { budgetId: 'brand-de', options: { asOf } });
		expect(error!.message).toMatch(/'As Of' is not an instant/);
	});
});

describe('Reallocate', () => {
	test('without evidence the item leaves through Unchanged with the reason', async () => {
		const tables = await ingested();
		const { outputs } = await runNode('reallocate', { budgetId: 'brand-de', options }, { tables });
		expect(outputs.map((output) => output.length)).toEqual([0, 1]);
		expect(outputs[1]![0]).toMatchObject({ changed: false, moves: [], reasons: [{ code: 'no-evidence' }] });
	});

	test('hours that improved get more, through Reallocated, within the same total', async () => {
		const rows = googleRows('2026-11-23', 28, NOW_MS, (hour, date) => ({
			spend: 41.67,
			clicks: 60,
			conversions: date >= '2026-11-16' && hour >= 18 && hour <= 20 ? 9 : 3,
		}));
		const tables = await ingested(rows, { control: 'bid-multiplier' });
		const { outputs } = await runNode(
			'reallocate',
			{ budgetId: 'brand-de', include: ['evidence'], options },
			{ tables },
		);
		const [moved] = outputs[0] as unknown as [
			{ moves: { hourIndex: number; amount: number }[]; evidence: { eValue: number; threshold: number } },
		];
		expect(moved.evidence.eValue).toBeGreaterThan(moved.evidence.threshold);
		const gains = [...moved.moves].sort((a, b) => b.amount - a.amount).slice(0, 3);
		expect(gains.map(({ hourIndex }) => hourIndex).sort()).toEqual([18, 19, 20]);
		expect(moved.moves.reduce((cents, { amount }) => cents + Math.round(100 * amount), 0)).toBe(0);
	});
});

describe('a state that travels with the items', () => {
	test('passes from node to node without a table', async () => {
		const tables: Table = new Map();
		const travelling = { stateStore: 'inputItem', options };
		const created = await runNode('pacingBudget', { ...creating(), ...travelling }, { tables });
		const items = [{ ...created.outputs[0]![0], results: history }];
		const read = await runNode('ingestPerformance', { budgetId: 'brand-de', ...travelling }, { items, tables });
		expect(read.outputs[0]).toMatchObject([{ accepted: history.length }]);
		const checked = await runNode('checkExhaustion', travelling, { items: read.outputs[0]!, tables });
		expect(checked.outputs[0]).toMatchObject([
			{ status: 'at-risk', pacingState: { version: 3, alert: { state: 'firing' } } },
		]);
		expect(tables.size).toBe(0);
	});
});
