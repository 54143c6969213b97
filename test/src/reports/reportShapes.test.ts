import { createState, ingest, normaliseRows } from '../../../src/index';

const BERLIN = { budgetId: 'b', currency: 'EUR', timeZone: 'Europe/Berlin', dailyAmount: '1000.00' } as const;

type Fields = Readonly<Record<string, unknown>>;

/** A row as `googleAds:searchStream` sends it, every resource with its name, changed in one group of its fields. */
const google = (changes: Readonly<Record<string, Fields | undefined>> = {}): Fields => ({
	customer: { resourceName: 'customers/1', currencyCode: 'EUR', ...changes['customer'] },
	campaign: { resourceName: 'customers/1/campaigns/111', id: '111', status: 'ENABLED', ...changes['campaign'] },
	campaignBudget: {
		resourceName: 'customers/1/campaignBudgets/2',
		amountMicros: '1000000000',
		...changes['campaignBudget'],
	},
	...(changes['adGroup'] !== undefined && { adGroup: changes['adGroup'] }),
	metrics: { costMicros: '41270000', ...changes['metrics'] },
	segments: { date: '2026-11-22', hour: 9, ...changes['segments'] },
});

const spends = (rows: readonly unknown[], timeZone: string = BERLIN.timeZone) =>
	normaliseRows(rows, { budget: { ...BERLIN, timeZone } }).windows.map(({ spend }) => spend);

describe('rows are distinguished from responses', () => {
	test.each([
		{ column: 'data', value: ['a', 'b'] },
		{ column: 'results', value: [] },
		{ column: 'error', value: { message: 'none' } },
	])('a mapped table may have a column $column', ({ column, value }) => {
		const row = { at: '2026-11-22T09:00', cost: '1.00', [column]: value };
		const { windows } = normaliseRows([row], { budget: BERLIN, fields: { start: 'at', spend: 'cost' } });
		expect(windows).toMatchObject([{ spend: '1' }]);
	});
});

describe('time zones and dates', () => {
	test.each([
		{ sent: 'Asia/Calcutta', budget: 'Asia/Kolkata', because: 'it is the name before 2008' },
		{ sent: 'Europe/Kiev', budget: 'Europe/Kyiv', because: 'it is the name before 2022' },
		{ sent: 'Etc/GMT', budget: 'UTC', because: 'both are UTC' },
	])('$sent is $budget: $because', ({ sent, budget }) => {
		expect(spends([google({ customer: { timeZone: sent } })], budget)).toEqual(['41.27']);
	});

	test.each([
		{ sent: 'Europe/Paris', because: 'it is another zone with the same clock' },
		{ sent: 'Europe/Atlantis', because: 'it does not exist' },
	])('$sent is not Europe/Berlin: $because', ({ sent }) => {
		const { rejected } = normaliseRows([google({ customer: { timeZone: sent } })], { budget: BERLIN });
		expect(rejected).toMatchObject([
			{ reason: `The time zone of the row is ${sent}, but that of the budget is Europe/Berlin` },
		]);
	});

	test.each(['9999-12-31', '2100-01-01', '1989-12-31', '0001-01-01', '0000-01-01'])(
		'a row of %s is rejected, and only that row',
		(date) => {
			const { windows, rejected } = normaliseRows([google({ segments: { date } }), google()], { budget: BERLIN });
			expect(windows).toHaveLength(1);
			expect(rejected).toMatchObject([{ index: 0, reason: `The date is '${date}': it must look like 2026-11-23` }]);
		},
	);
});

describe('amounts', () => {
	test('long decimals, as spreadsheets write them, are read', () => {
		const row = { at: '2026-11-22T09:00', cost: '0.30000000000000004' };
		const { windows } = normaliseRows([row], { budget: BERLIN, fields: { start: 'at', spend: 'cost' } });
		expect(windows).toMatchObject([{ spend: '0.3' }]);
	});

	test('parts that add up to more than the maximum of 9 billion are rejected together', () => {
		const part = (id: string) => google({ adGroup: { id }, metrics: { costMicros: '8000000000000001' } });
		const { windows, rejected } = normaliseRows([part('1'), part('2')], { budget: BERLIN });
		expect(windows).toEqual([]);
		expect(rejected.map(({ reason }) => reason)).toEqual(
			Array(2).fill('The rows of this campaign and hour add up to more than the maximum of 9 billion'),
		);
	});

	test('every window can be ingested', () => {
		const { windows } = normaliseRows([google({ metrics: { costMicros: '9000000000000000' } })], { budget: BERLIN });
		const { report } = ingest(createState(BERLIN), windows, Date.UTC(2026, 10, 23));
		expect(report).toMatchObject({ accepted: 1, rejected: [] });
	});
});
