import { type PacingState, recentHours } from '../../src/index';
import { runWorkflow } from '../../demo/engine';
import { googleRows } from '../support/googleRows';
import { meta } from '../support/reportRows';
import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;
type Table = Map<string, Json[]>;

const AT = '2026-11-23T10:20:00+01:00';
const history = googleRows('2026-11-23', 1, Date.parse(AT), () => ({
	spend: 40,
	clicks: 40,
	conversions: 1,
})) as Json[];

async function created(): Promise<Table> {
	const tables: Table = new Map();
	await runNode('pacingBudget', creating(), { tables });
	return tables;
}

const ingest = async (tables: Table, items: readonly Json[], parameters: Json = {}, continueOnFail = false) =>
	await runNode(
		'ingestPerformance',
		{ budgetId: 'brand-de', options: { asOf: AT }, ...parameters },
		{ items, tables, continueOnFail },
	);

const broken = (position: number, metrics: Json): Json => ({ ...history[position]!, metrics });
const noSpend = (position: number) => broken(position, { costMicros: null, clicks: '1' });
const inWords = (position: number) => broken(position, { costMicros: `much ${position}` });

describe('a report of which no row can be used', () => {
	const rows = [
		...[0, 1, 2].map(inWords),
		noSpend(3),
		noSpend(4),
		{ ...history[5]!, segments: { date: '2026-11-22', hour: 24 } },
		{ ...history[6]!, segments: { date: null, hour: 1 } },
	];

	test('is an error with the three most frequent reasons, and nothing is stored', async () => {
		const tables = await created();
		const before = structuredClone(tables.get('budget_pacing'));
		const { error } = await ingest(tables, rows);
		expect(error!.message).toBe(
			"No row of the report could be used, 7 rows in all: 'costMicros' is 'much 0', not a whole number of micros (3 rows); The spend is missing: add metrics.cost_micros to the query (2 rows); The hour is '24': it must be between 0 and 23 (1 row); other reasons (1 row)",
		);
		expect(error!.description).toMatch(/^Correct the report/);
		expect(tables.get('budget_pacing')).toEqual(before);
	});

	test('is an error item with Continue On Fail, and other budgets are read', async () => {
		const tables = await created();
		await runNode('pacingBudget', creating({ budgetId: 'other' }), { tables });
		const items = [...rows.map((row) => ({ ...row, id: 'brand-de' })), { ...history[0]!, id: 'other' }];
		const { outputs } = await ingest(tables, items, { budgetId: '={{ $json.id }}' }, true);
		expect(outputs).toMatchObject([
			[{ error: expect.stringMatching(/^No row of the report could be used/) }, { budgetId: 'other', accepted: 1 }],
			[],
		]);
	});

	test('counts rows that the ledger refuses', async () => {
		const future = history.map((row) => ({ ...row, segments: { date: '2026-11-24', hour: 9 } })).slice(0, 1);
		const { error } = await ingest(await created(), future);
		expect(error!.message).toMatch(/The window lies in the future \(1 row\)$/);
	});
});

test('a report that was read before is no error, whatever else it has', async () => {
	const tables = await created();
	await ingest(tables, history);
	const { outputs, error } = await ingest(tables, [...history.slice(0, 5), inWords(6)]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([{ accepted: 0, unchanged: 5, rejected: 1 }]);
});

test('rows that are left out are named in a warning and above the output', async () => {
	const { outputs, hints } = await ingest(await created(), [...history.slice(3), inWords(0), inWords(1), noSpend(2)]);
	const message =
		"3 rows could not be used and left through Rejected: 'costMicros' is 'much 0', not a whole number of micros (2 rows); The spend is missing: add metrics.cost_micros to the query (1 row)";
	expect(outputs[0]).toMatchObject([{ rejected: 3, warnings: [{ code: 'rows-rejected', message }] }]);
	expect(outputs[1]).toHaveLength(3);
	expect(hints).toEqual([`brand-de: ${message}`]);
});

test('a refund costs no spend, and what is unknown is said', async () => {
	const refund = broken(0, { costMicros: '41000000', clicks: '3', conversionsValue: -20 });
	const { outputs, hints } = await ingest(await created(), [refund, ...history.slice(1)]);
	expect(outputs).toMatchObject([
		[{ accepted: history.length, rejected: 0, warnings: [{ code: 'results-unknown' }] }],
		[],
	]);
	expect(hints).toEqual([expect.stringMatching(/^brand-de: .*revenue.*adds up to less than 0.*\(1 row\)$/)]);
});

test('a whole report has no warnings and no hints', async () => {
	const { outputs, hints } = await ingest(await created(), history);
	expect(outputs[0]).toMatchObject([{ warnings: [] }]);
	expect(hints).toEqual([]);
});

describe("a table of the user's own", () => {
	const sheet = [
		{ row_number: 2, Datum: '22.11.2026', Stunde: 9, Kosten: '1.240,50', Klicks: '1.280', Conversions: 3 },
		{ row_number: 3, Datum: '22.11.2026', Stunde: 10, Kosten: '13,25', Klicks: '90', Conversions: '' },
	];
	const line = '2 rows: Datum, Stunde, Kosten (1.234,56), Klicks, Conversions; EUR, Europe/Berlin';

	test.each`
		parameters                                                                                            | because
		${{}}                                                                                                 | ${'the format is detected'}
		${{ format: 'mapped' }}                                                                               | ${'no column is named'}
		${{ format: 'mapped', fields: { spend: '', date: '' } }}                                              | ${'an empty field names no column'}
		${{ format: 'mapped', fields: { date: 'Datum', hour: 'Stunde', spend: 'Kosten', clicks: 'Klicks' } }} | ${'columns are named, and the others recognised'}
	`('is read, and a line says how: $because', async ({ parameters }: { parameters: Json }) => {
		const { outputs, hints, error } = await ingest(await created(), sheet, parameters);
		expect(error).toBeUndefined();
		expect(outputs).toMatchObject([
			[
				{
					format: 'mapped',
					accepted: 2,
					columns: { date: 'Datum', hour: 'Stunde', spend: 'Kosten', clicks: 'Klicks', conversions: 'Conversions' },
					display: { columns: line },
					warnings: [],
				},
			],
			[],
		]);
		expect(hints).toEqual([`brand-de: ${line}`]);
	});

	test('says its currency, if that is not of the budget', async () => {
		const tables: Table = new Map();
		const rates = { exchangeRates: { exchangeRate: [{ currency: 'USD', rate: '0.9' }] } };
		await runNode('pacingBudget', creating(rates), { tables });
		const { outputs } = await ingest(tables, sheet, { reportCurrency: 'usd' });
		expect(outputs[0]).toMatchObject([
			{ display: { columns: expect.stringMatching(/; USD, Europe\/Berlin$/) as string } },
		]);
	});

	test('with two amounts stops, and names both and the field on the screen', async () => {
		const { error } = await ingest(
			await created(),
			sheet.map((row) => ({ ...row, Ausgaben: '1,00' })),
		);
		expect(error!.message).toBe("Both 'Kosten' and 'Ausgaben' could be the column 'Spend'");
		expect(error!.description).toMatch(/Mapped Columns.*'Columns'.*'Spend'/);
	});
});

test.each`
	items                                         | parameters                  | because
	${[{}]}                                       | ${{}}                       | ${'Always Output Data sends an empty item'}
	${[{ results: [] }]}                          | ${{}}                       | ${'the list of results is empty'}
	${[{ results: [], fieldMask: 'm' }]}          | ${{ format: 'google_ads' }} | ${'the format is stated'}
	${[{ fieldMask: 'metrics', requestId: 'r' }]} | ${{}}                       | ${'the results are left out'}
`('a report without rows says so and advances nothing: $because', async ({ items, parameters }) => {
	const tables = await created();
	await ingest(tables, history);
	const before = structuredClone(tables.get('budget_pacing'));
	const { outputs, hints, error } = await ingest(tables, items, parameters);
	expect(error).toBeUndefined();
	expect(outputs).toMatchObject([
		[
			{
				accepted: 0,
				replaced: 0,
				unchanged: 0,
				rejected: 0,
				dataUntil: '2026-11-23T10:00:00+01:00',
				warnings: [{ code: 'empty-report', message: expect.stringMatching(/^The report has no rows/) }],
			},
		],
		[],
	]);
	expect(hints).toEqual([expect.stringMatching(/^brand-de: The report has no rows/)]);
	expect(tables.get('budget_pacing')).toEqual(before);
});

test('that a report was read is kept, whatever was in it', async () => {
	const tables = await created();
	await ingest(tables, history);
	const later = '2026-11-23T12:20:00+01:00';
	await ingest(tables, [{}], { options: { asOf: later } });
	const [row] = tables.get('budget_pacing')!;
	expect(JSON.parse(row!.state as string)).toMatchObject({ readMs: Date.parse(later) });
});

describe('a file', () => {
	const FILE = { data: 'RGF0ZSxDb3N0', mimeType: 'text/csv', fileName: 'costs.csv' };
	const ingestItems = async (tables: Table, items: readonly object[]) => {
		const node = (name: string, type: string, parameters: Json) => ({
			id: name,
			name,
			type,
			typeVersion: 1,
			position: [0, 0],
			parameters,
		});
		const next = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
		return await runWorkflow({
			workflow: {
				name: 'Test',
				nodes: [
					node('Start', 'n8n-nodes-base.manualTrigger', {}),
					node('Download', 'n8n-nodes-base.code', { jsCode: `return ${JSON.stringify(items)}` }),
					node('Ingest', 'n8n-nodes-budget-pacing.ingestPerformance', {
						budgetId: 'brand-de',
						options: { asOf: AT },
					}),
				],
				connections: { Start: next('Download'), Download: next('Ingest') },
			},
			tables,
		});
	};

	test.each`
		items                                                             | because
		${[{ json: {}, binary: { data: FILE } }]}                         | ${'a download gives an item without fields'}
		${[{ json: { pacingState: {} }, binary: { data: FILE } }]}        | ${'the state of the budget is no row'}
		${[{ json: history[0] }, { json: {}, binary: { report: FILE } }]} | ${'half of the report would count as all of it'}
	`('that was not extracted is an error and not read: $because', async ({ items }) => {
		const tables = await created();
		const before = structuredClone(tables.get('budget_pacing'));
		const { error } = await ingestItems(tables, items as readonly object[]);
		expect(error).toMatchObject({
			message: 'The report is a file that was not extracted: costs.csv',
			description: expect.stringContaining("'Extract from File' before Ingest Performance") as unknown,
		});
		expect(tables.get('budget_pacing')).toEqual(before);
	});

	test.each`
		items                                             | accepted | because
		${[{ json: {}, binary: {} }]}                     | ${0}     | ${'an item without a file is an empty report'}
		${[{ json: history[0], binary: { data: FILE } }]} | ${1}     | ${'a row may have a file beside it'}
	`('that is not there or not alone is no error: $because', async ({ items, accepted }) => {
		const { outputs, error } = await ingestItems(await created(), items as readonly object[]);
		expect(error).toBeUndefined();
		expect(outputs['Ingest']![0]).toMatchObject([{ accepted }]);
	});
});

test('a report that is cut off is an error that names the setting', async () => {
	const { error } = await ingest(await created(), [{ results: history, nextPageToken: 'more' }]);
	expect(error!.message).toMatch(/cut off.*'Pagination' under Options of the HTTP Request node/);
	expect(error!.description).toMatch(/pageToken/);
});

describe('Report Time Zone', () => {
	const table = { Date: '2026-11-22', Hour: 10, Cost: 100 };
	const microsoft = { TimePeriod: '2026-11-22|10', Spend: '1.00', CampaignId: '1' };
	const insights = { date_start: '2026-11-22', date_stop: '2026-11-22', spend: '1.00', campaign_id: '1' };

	test.each`
		format      | because
		${'auto'}   | ${'the table is detected'}
		${'mapped'} | ${'it is stated'}
	`('is that of the hours of a table, and the line above the output says so: $because', async ({ format }) => {
		const tables = await created();
		const { outputs, error } = await ingest(tables, [table], { format, reportTimeZone: 'America/New_York' });
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{ accepted: 1, display: { columns: '1 row: Date, Hour, Cost; EUR, America/New_York' } },
		]);
		const state = JSON.parse(tables.get('budget_pacing')![0]!.state as string) as PacingState;
		const hours = recentHours(state);
		expect(hours.filter(({ spend }) => Number(spend) > 0)).toMatchObject([
			{ startMs: Date.parse('2026-11-22T15:00:00Z') },
		]);
	});

	test.each`
		item          | zone                  | message                                                                                                                       | because
		${table}      | ${'Mars'}             | ${"'Report Time Zone' must be a time zone such as America/New_York"}                                                          | ${'there is no such zone'}
		${{}}         | ${'Mars'}             | ${"'Report Time Zone' must be a time zone such as America/New_York"}                                                          | ${'whatever the report has'}
		${history[0]} | ${'America/New_York'} | ${"'Report Time Zone' is America/New_York, but reports of Google Ads are read in the time zone of the budget, Europe/Berlin"} | ${'the rows state their own'}
		${insights}   | ${'America/New_York'} | ${"'Report Time Zone' is America/New_York, but reports of Meta Ads are read in the time zone of the budget, Europe/Berlin"}   | ${'the platform has its own'}
	`('$zone is refused and nothing stored: $because', async ({ item, zone, message }) => {
		const tables = await created();
		const before = structuredClone(tables.get('budget_pacing'));
		const { error } = await ingest(tables, [item as Json], { reportTimeZone: zone });
		expect(error!.message).toContain(message);
		expect(tables.get('budget_pacing')).toEqual(before);
	});

	test.each`
		item          | zone                  | because
		${history[0]} | ${'europe/berlin'}    | ${'it is that of the budget'}
		${microsoft}  | ${'America/New_York'} | ${'the platform does not state one'}
		${{}}         | ${'America/New_York'} | ${'a report without rows has no hours'}
	`('$zone is accepted: $because', async ({ item, zone }) => {
		const { error } = await ingest(await created(), [item as Json], { reportTimeZone: zone });
		expect(error).toBeUndefined();
	});
});

describe('Conversion Action', () => {
	const actions = [
		{ action_type: 'omni_purchase', value: '2' },
		{ action_type: 'lead', value: '5' },
		{ action_type: 'complete_registration', value: '1' },
	];
	const row = meta({
		date_start: '2026-11-22',
		date_stop: '2026-11-22',
		hourly_stats_aggregated_by_advertiser_time_zone: undefined,
		actions,
	});

	test.each`
		parameters                                                                           | conversions | because
		${{}}                                                                                | ${2}        | ${'purchases are the default'}
		${{ conversionActions: ['leads'] }}                                                  | ${5}        | ${'leads are chosen'}
		${{ conversionActions: ['leads', 'purchases'] }}                                     | ${7}        | ${'both are added up'}
		${{ otherActionTypes: 'complete_registration' }}                                     | ${1}        | ${'another type is named'}
		${{ conversionActions: ['leads'], otherActionTypes: 'complete_registration,,lead' }} | ${6}        | ${'leads are named twice and count once'}
		${{ format: 'meta_ads', conversionActions: ['purchases'] }}                          | ${2}        | ${'the format is stated'}
	`('$parameters gives $conversions: $because', async ({ parameters, conversions }) => {
		const tables = await created();
		await ingest(tables, [row], parameters);
		const state = JSON.parse(String(tables.get('budget_pacing')![0]!['state'])) as PacingState;
		const read = recentHours(state).reduce((sum, hour) => sum + (hour.conversions ?? 0), 0);
		expect(read).toBeCloseTo(conversions, 9);
	});
});
