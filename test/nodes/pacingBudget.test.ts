import { googleRows } from '../support/googleRows';
import { creating, runNode } from '../support/runNode';

type Table = Map<string, Record<string, unknown>[]>;

const withBudget = async (changes = {}): Promise<Table> => {
	const tables: Table = new Map();
	await runNode('pacingBudget', creating(changes), { tables });
	return tables;
};

describe('Pacing Budget', () => {
	test('creates the table and a readable row', async () => {
		const tables = await withBudget();
		expect(tables.get('budget_pacing')).toMatchObject([
			{
				budgetId: 'brand-de',
				revision: 0,
				name: 'Brand Germany',
				currency: 'EUR',
				spentToday: 0,
				dayAmount: 1000,
				status: 'stale-data',
			},
		]);
	});

	test('an update keeps what is stored and raises the revision; the same definition again writes nothing', async () => {
		const tables = await withBudget();
		const { outputs } = await runNode('pacingBudget', creating({ amounts: { dailyAmount: '1200.00' } }), { tables });
		expect(outputs[0]).toMatchObject([{ budgetId: 'brand-de', dailyAmount: '1200.00' }]);
		expect(tables.get('budget_pacing')).toMatchObject([{ revision: 1, dayAmount: 1200 }]);
		await runNode('pacingBudget', creating({ amounts: { dailyAmount: '1200.00' } }), { tables });
		expect(tables.get('budget_pacing')).toMatchObject([{ revision: 1 }]);
	});

	test('a report is a file in the chosen binary field of the item', async () => {
		const tables = await withBudget();
		const parameters = {
			resource: 'report',
			operation: 'create',
			budgetId: 'brand-de',
			options: { asOf: '2026-11-24T12:00:00Z' },
		};
		const { outputs, paired } = await runNode(
			'pacingBudget',
			{ ...parameters, binaryPropertyName: 'page' },
			{ tables },
		);
		expect(outputs[0]).toEqual([{ budgetId: 'brand-de', fileName: 'pacing-brand-de-2026-11-24.html' }]);
		const file = paired[0]![0]!.binary!['page']!;
		expect(file).toMatchObject({ mimeType: 'text/html', fileName: 'pacing-brand-de-2026-11-24.html' });
		expect(Buffer.from(file.data, 'base64').toString()).toMatch(/^<!doctype html>.*Brand Germany/s);
		expect(tables.get('budget_pacing')).toMatchObject([{ revision: 0 }]);
	});

	test('budget scenarios: an item for each amount, and an error that says what is missing', async () => {
		const tables = await withBudget();
		const options = { asOf: '2026-11-24T12:00:00Z' };
		const asking = { operation: 'simulate', budgetId: 'brand-de', scenarioAmounts: '800, 1000', options };
		const { error } = await runNode('pacingBudget', asking, { tables });
		expect(error?.message).toMatch(/The response of 'brand-de' to spend is unknown/);
		const results = googleRows('2026-11-24', 15, Date.parse('2026-11-24T10:00:00+01:00'), (hour) => ({
			spend: 20 + hour,
			clicks: 10,
			conversions: 1,
		}));
		await runNode('ingestPerformance', { budgetId: 'brand-de', options }, { items: [{ results }], tables });
		const { outputs } = await runNode('pacingBudget', asking, { tables });
		expect(outputs[0]).toMatchObject([
			{ budgetId: 'brand-de', dayAmount: 800, display: { dayAmount: '€800.00' } },
			{ budgetId: 'brand-de', dayAmount: 1000, objective: 'conversions', isWorthwhileLimit: false },
		]);
		const refused = [
			{ scenarioAmounts: '800, abc', at: 2, because: 'a word is no amount' },
			{ scenarioAmounts: '800,50; 900', at: 1, because: 'a decimal comma, or 800 and 50' },
			{ scenarioAmounts: '900; 1,000', at: 2, because: 'a comma between thousands, or 1 and 0' },
		];
		for (const { scenarioAmounts, at } of refused) {
			const unclear = await runNode('pacingBudget', { ...asking, scenarioAmounts }, { tables });
			expect(unclear.error!.message).toBe(
				`The node parameters cannot be used: 'Amounts to Try ${at}' must be an amount, such as 800 or 1250.50, with a space after each comma between amounts`,
			);
		}
		const limited = await runNode('pacingBudget', { ...asking, minimumMarginalReturn: 0.001 }, { tables });
		expect(limited.outputs[0]!.map((item) => item['isWorthwhileLimit'])).toEqual([false, false, true]);
	});

	test('takes events as dates, with an optional end', async () => {
		const event = [
			{ name: 'Black Friday', start: '2026-11-27T00:00:00', end: '', factor: '={{ 3 }}' },
			{ name: 'Holidays', start: '2026-12-24', end: '2026-12-26T00:00:00', factor: 0.5 },
		];
		const { outputs } = await runNode('pacingBudget', creating({ events: { event } }));
		expect(outputs[0]![0]!['events']).toEqual([
			{ name: 'Black Friday', start: '2026-11-27', factor: 3 },
			{ name: 'Holidays', start: '2026-12-24', end: '2026-12-26', factor: 0.5 },
		]);
	});

	test('takes learned and repeated events, and more from rows, where empty cells are ignored', async () => {
		const event = [{ name: 'Payday', start: '2026-12-01', factor: '', repeats: 'monthly' }];
		const rows = [
			{ row_number: 2, name: 'Black Friday', start: '2025-11-28', end: '2025-12-01', factor: '', repeats: '' },
			{ row_number: 3, name: 'Black Friday', start: '2026-11-27T00:00:00.000+01:00', end: '', factor: '', repeats: '' },
			{ row_number: 4, name: 'Christmas', start: '2026-12-25', factor: '0.5', repeats: 'yearly' },
		];
		const parameters = creating({ events: { event }, eventRows: '={{ $json.rows }}' });
		const { outputs } = await runNode('pacingBudget', parameters, { items: [{ rows }] });
		expect(outputs[0]![0]!['events']).toEqual([
			{ name: 'Payday', start: '2026-12-01', repeats: 'monthly' },
			{ name: 'Black Friday', start: '2025-11-28', end: '2025-12-01' },
			{ name: 'Black Friday', start: '2026-11-27' },
			{ name: 'Christmas', start: '2026-12-25', factor: 0.5, repeats: 'yearly' },
		]);
	});

	test('takes days that are closed, opening times and the times of a flight', async () => {
		const event = [
			{ name: 'Sundays', start: '2026-11-29', factor: '0', repeats: 'weekly' },
			{ name: 'Christmas', start: '2026-12-25', factor: 0, repeats: 'yearly' },
		];
		const hours = [
			{ from: '08:00', to: '18:00', weekdays: ['monday', 'friday'] },
			{ from: '10:00', to: '24:00', weekdays: [] },
		];
		const amounts = {
			flightStart: '2026-12-01',
			flightEnd: '2026-12-24',
			flightAmount: '2400',
			flightEndTime: '18:00',
		};
		const parameters = creating({ events: { event }, openHours: { hours }, amounts });
		const { outputs } = await runNode('pacingBudget', parameters);
		expect(outputs[0]![0]).toMatchObject({
			events: [
				{ name: 'Sundays', start: '2026-11-29', factor: 0, repeats: 'weekly' },
				{ name: 'Christmas', start: '2026-12-25', factor: 0, repeats: 'yearly' },
			],
			openHours: [
				{ from: '08:00', to: '18:00', weekdays: ['monday', 'friday'] },
				{ from: '10:00', to: '24:00' },
			],
			flight: { start: '2026-12-01', end: '2026-12-24', amount: '2400', endTime: '18:00' },
		});
	});

	test('takes the all-day events of a calendar through the documented expression', async () => {
		const items = [
			{ summary: 'Easter', start: { date: '2027-03-26' }, end: { date: '2027-03-30' } },
			{ summary: 'Labour Day', start: { date: '2027-05-01' }, end: { date: '2027-05-02' } },
		];
		const end = 'DateTime.fromISO(json.end.date).minus({ days: 1 }).toISODate()';
		const eventRows = `={{ $input.all().map(({ json }) => ({ name: json.summary, start: json.start.date, end: ${end} })) }}`;
		const { outputs } = await runNode('pacingBudget', creating({ eventRows }), { items });
		expect(outputs[0]![0]!['events']).toEqual([
			{ name: 'Easter', start: '2027-03-26', end: '2027-03-29' },
			{ name: 'Labour Day', start: '2027-05-01', end: '2027-05-01' },
		]);
	});

	test('takes amounts from a date, in any order, and names the date that a monthly amount has to begin on', async () => {
		const change = [
			{ from: '2027-01-01T00:00:00', monthlyAmount: '={{ 20000 }}', dailyAmount: '', weeklyAmount: '' },
			{ from: '2026-12-01', monthlyAmount: '60000.00', dailyAmount: '3000.00' },
		];
		const amounts = { monthlyAmount: '30000.00' };
		const { outputs } = await runNode('pacingBudget', creating({ amounts, amountsFrom: { change } }));
		expect(outputs[0]![0]!['amountsFrom']).toEqual([
			{ from: '2026-12-01', monthlyAmount: '60000.00', dailyAmount: '3000.00' },
			{ from: '2027-01-01', monthlyAmount: 20000 },
		]);
		const wrong = { change: [{ from: '2026-12-10', monthlyAmount: '60000.00' }] };
		const { error } = await runNode('pacingBudget', creating({ amounts, amountsFrom: wrong }));
		expect(error?.message).toMatch(/in the middle of a month: enter 2026-12-01 or 2027-01-01/);
	});

	test('takes the pacing of a flight, which needs one', async () => {
		const flight = { flightStart: '2026-11-01', flightEnd: '2026-11-30', flightAmount: '9000.00' };
		const amounts = { ...flight, flightPacing: 'front-loaded' };
		const { outputs } = await runNode('pacingBudget', creating({ amounts }));
		expect(outputs[0]![0]!['flight']).toEqual({
			start: '2026-11-01',
			end: '2026-11-30',
			amount: '9000.00',
			pacing: 'front-loaded',
		});
		const alone = { dailyAmount: '1000.00', flightPacing: 'front-loaded' };
		const { error } = await runNode('pacingBudget', creating({ amounts: alone }));
		expect(error?.message).toMatch(/'flight.start' must be a date/);
	});

	test('takes milestones of a flight in percent, with dates as n8n picks them', async () => {
		const flight = { flightStart: '2026-11-01', flightEnd: '2026-11-30', flightAmount: '9000.00' };
		const milestone = [
			{ by: '2026-11-07T00:00:00', spent: 40 },
			{ by: '2026-11-23', spent: '={{ 60 }}' },
		];
		const amounts = { ...flight, flightMilestones: { milestone } };
		const { outputs } = await runNode('pacingBudget', creating({ amounts }));
		expect(outputs[0]![0]!['flight']).toEqual({
			start: '2026-11-01',
			end: '2026-11-30',
			amount: '9000.00',
			milestones: [
				{ by: '2026-11-07', spent: 0.4 },
				{ by: '2026-11-23', spent: 0.6 },
			],
		});
		const late = { ...flight, flightMilestones: { milestone: [{ by: '2026-12-01', spent: 40 }] } };
		const { error } = await runNode('pacingBudget', creating({ amounts: late }));
		expect(error?.message).toMatch(/has the milestone 40% by 2026-12-01/);
	});

	test('rejects event rows that are not a list', async () => {
		const { error } = await runNode('pacingBudget', creating({ eventRows: 'Christmas' }));
		expect(error?.message).toMatch(/'Event Rows' must be a list of events/);
	});

	test.each`
		maxRollover       | rollover              | because
		${25}             | ${{ maxShare: 0.25 }} | ${'a share of the amount'}
		${'={{ "100" }}'} | ${{ maxShare: 1 }}    | ${'the cell of a sheet'}
		${0}              | ${undefined}          | ${'nothing is rolled over'}
		${''}             | ${undefined}          | ${'an empty cell is ignored'}
	`('takes a Maximum Rollover of $maxRollover: $because', async ({ maxRollover, rollover }) => {
		const amounts = { monthlyAmount: '3000', maxRollover };
		const { outputs } = await runNode('pacingBudget', creating({ amounts }));
		expect(outputs[0]![0]!['rollover']).toEqual(rollover);
	});

	test('takes campaigns with optional limits', async () => {
		const campaign = [
			{ campaignId: '={{ 4711 }}', limits: { maxDailyAmount: ' 300.00 ', minDailyShare: '', targetRoas: '4.5' } },
			{ campaignId: 'brand', limits: {} },
		];
		const { outputs } = await runNode('pacingBudget', creating({ campaigns: { campaign } }));
		expect(outputs[0]![0]!['campaigns']).toEqual([
			{ campaignId: '4711', maxDailyAmount: '300.00', targetRoas: 4.5 },
			{ campaignId: 'brand' },
		]);
	});

	test('a sheet is one budget per row, and an empty cell means no amount', async () => {
		const items = [
			{ id: 'a', day: '100.00', month: '' },
			{ id: 'b', day: '', month: 3000 },
		];
		const amounts = { dailyAmount: '={{ $json.day }}', monthlyAmount: '={{ $json.month }}' };
		const { outputs, paired } = await runNode('pacingBudget', creating({ budgetId: '={{ $json.id }}', amounts }), {
			items,
		});
		expect(outputs[0]).toMatchObject([
			{ budgetId: 'a', dailyAmount: '100.00' },
			{ budgetId: 'b', monthlyAmount: 3000 },
		]);
		expect(outputs[0]![1]).not.toHaveProperty('dailyAmount');
		expect(paired[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('a cell may hold spaces, digits as text, or nothing but spaces', async () => {
		const items = [
			{ name: 4711, currency: ' EUR ', day: ' 100.00 ', month: '  ', target: '95%', days: '20', share: '20' },
		];
		const { outputs } = await runNode(
			'pacingBudget',
			creating({
				name: '={{ $json.name }}',
				currency: '={{ $json.currency }}',
				amounts: { dailyAmount: '={{ $json.day }}', monthlyAmount: '={{ $json.month }}' },
				limits: { maxHourlyShare: '={{ $json.share }}', learningReserve: '={{ $json.month }}' },
				period: { utilizationTarget: '={{ $json.target }}', restatementDays: '={{ $json.days }}' },
			}),
			{ items },
		);
		expect(outputs[0]).toMatchObject([
			{
				name: '4711',
				currency: 'EUR',
				dailyAmount: '100.00',
				limits: { maxHourlyShare: 0.2 },
				utilizationTarget: 0.95,
				restatementDays: 20,
			},
		]);
		expect(outputs[0]![0]).not.toHaveProperty('monthlyAmount');
		expect(outputs[0]![0]!['limits']).not.toHaveProperty('learningReserve');
	});

	test.each`
		changes                                       | message                                                 | because
		${{ currency: '={{ "" }}' }}                  | ${/'currency' must be three capital letters/}           | ${'a currency is never assumed'}
		${{ timeZone: 'Berlin' }}                     | ${/'timeZone' must be a time zone/}                     | ${'a city is not a zone'}
		${{ amounts: {} }}                            | ${/needs an amount/}                                    | ${'a budget needs an amount to pace'}
		${{ amounts: { dailyAmount: '1,000' } }}      | ${/'dailyAmount' must be an amount/}                    | ${'a comma is ambiguous'}
		${{ amounts: { dailyAmount: '0' } }}          | ${/'dailyAmount' must be above 0/}                      | ${'a budget must be above 0'}
		${{ amounts: { flightStart: '2026-12-01' } }} | ${/'flight\.end' must be a date/}                       | ${'a flight needs both dates'}
		${{ limits: { minHourlyAmount: '50' } }}      | ${/24 hours with a 'Minimum per Hour' of 50 need 1200/} | ${'the minima exceed the day'}
	`('$changes is rejected: $because', async ({ changes, message }) => {
		const tables: Table = new Map();
		const { status, error } = await runNode('pacingBudget', creating(changes), { tables });
		expect(status).toBe('error');
		expect(error!.message).toMatch(message);
		expect(error!.description).toBeTruthy();
		expect(tables.get('budget_pacing') ?? []).toEqual([]);
	});

	test('gets, lists and deletes budgets', async () => {
		const tables = await withBudget();
		await runNode('pacingBudget', creating({ budgetId: 'brand-fr', name: '' }), { tables });
		const got = await runNode('pacingBudget', { operation: 'get', budgetId: 'brand-fr' }, { tables });
		expect(got.outputs[0]).toMatchObject([{ budgetId: 'brand-fr', currency: 'EUR' }]);
		const all = await runNode('pacingBudget', { operation: 'getAll' }, { tables });
		expect(all.outputs[0]!.map(({ budgetId }) => budgetId)).toEqual(['brand-de', 'brand-fr']);
		const deleted = await runNode('pacingBudget', { operation: 'delete', budgetId: 'brand-de' }, { tables });
		expect(deleted.outputs[0]).toEqual([{ budgetId: 'brand-de', deleted: true }]);
		expect(tables.get('budget_pacing')!.map(({ budgetId }) => budgetId)).toEqual(['brand-fr']);
	});

	test('the status is one complete item', async () => {
		const tables = await withBudget({ amounts: { dailyAmount: '1000.00', monthlyAmount: '30000.00' } });
		const { outputs } = await runNode('pacingBudget', { operation: 'status', budgetId: 'brand-de' }, { tables });
		expect(outputs[0]![0]).toMatchObject({
			budgetId: 'brand-de',
			status: 'stale-data',
			day: { spent: 0, utilization: 0 },
			horizons: { month: { target: 30000, spent: 0 } },
			confidence: 0,
		});
	});

	test('a missing budget is an error that names the table and what to do', async () => {
		const tables = await withBudget();
		const { error } = await runNode('pacingBudget', { operation: 'get', budgetId: 'nope' }, { tables });
		expect(error!.message).toBe("There is no budget 'nope' in the data table 'budget_pacing'");
		expect(error!.description).toMatch(/Create it with a Pacing Budget node/);
	});

	test('a damaged row is named, and can be deleted', async () => {
		const tables = await withBudget();
		tables.get('budget_pacing')![0]!['state'] = '{"version":1';
		const { error } = await runNode('pacingBudget', { operation: 'get', budgetId: 'brand-de' }, { tables });
		expect(error!.message).toMatch(/pacing state is damaged/);
		await runNode('pacingBudget', { operation: 'delete', budgetId: 'brand-de' }, { tables });
		expect(tables.get('budget_pacing')).toEqual([]);
	});

	test('a budget that two items ask to delete is deleted once, for both', async () => {
		const tables = await withBudget();
		const parameters = { operation: 'delete', budgetId: '={{ $json.id }}' };
		const items = [{ id: 'brand-de' }, { id: 'brand-de' }];
		const { outputs, paired } = await runNode('pacingBudget', parameters, { items, tables });
		expect(outputs[0]).toEqual([{ budgetId: 'brand-de', deleted: true }]);
		expect(paired[0]![0]!.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('three hundred budgets are one batch: three sub-executions', async () => {
		const items = Array.from({ length: 300 }, (_, index) => ({ id: `client-${index}` }));
		const tables: Table = new Map([['budget_pacing', []]]);
		const { outputs, subWorkflows } = await runNode('pacingBudget', creating({ budgetId: '={{ $json.id }}' }), {
			items,
			tables,
		});
		expect(outputs[0]).toHaveLength(300);
		expect(tables.get('budget_pacing')).toHaveLength(300);
		expect(subWorkflows).toBe(3);
	}, 60_000);
});

describe('Delivery Control', () => {
	test('is Daily Budget unless another is chosen', async () => {
		const { outputs } = await runNode('pacingBudget', creating(), { tables: new Map() });
		expect(outputs[0]).toMatchObject([{ control: 'daily-budget' }]);
		const chosen = await runNode('pacingBudget', creating({ control: 'bid-multiplier' }), { tables: new Map() });
		expect(chosen.outputs[0]).toMatchObject([{ control: 'bid-multiplier' }]);
	});

	test('a daily amount that cannot make the month is said when the budget is saved, and nothing is said of others', async () => {
		const amounts = { dailyAmount: '1000.00', monthlyAmount: '30000.00' };
		const { outputs } = await runNode('pacingBudget', creating({ amounts }), { tables: new Map() });
		expect(outputs[0]![0]!['warnings']).toMatchObject([
			{ code: 'daily-amount-below-target', message: expect.stringContaining('1,084.19') },
		]);
		const month = await runNode('pacingBudget', creating({ amounts: { monthlyAmount: '30000.00' } }), {
			tables: new Map(),
		});
		expect(month.outputs[0]![0]).not.toHaveProperty('warnings');
	});
});
