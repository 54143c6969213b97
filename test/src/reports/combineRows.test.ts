import { normaliseRows } from '../../../src/index';
import { BERLIN, COLUMNS, google, meta, nest, table } from '../../support/reportRows';

describe('parts of an hour are distinguished', () => {
	test('by nested fields', () => {
		const ad = (id: string) => ({ ...google(), adGroupAd: { ad: { id } } });
		expect(normaliseRows([ad('1'), ad('2')], { budget: BERLIN }).windows).toMatchObject([{ spend: '2', clicks: 4 }]);
	});

	test.each([
		{ rows: ['a', 'b'].map((dma) => meta({ dma })), fields: undefined, because: 'a breakdown is unknown' },
		{ rows: ['a', 'b'].map((device) => table({ device })), fields: COLUMNS, because: 'a column is not mapped' },
		{ rows: ['1', '2'].map((cost) => table({ cost })), fields: COLUMNS, because: 'the figures differ' },
		{
			rows: [1, 2].map((a) => ({ ...google(), deep: nest(20, a) })),
			fields: undefined,
			because: 'they are nested too deeply',
		},
	])('or rejected together, because $because', ({ rows, fields }) => {
		const { windows, rejected } = normaliseRows(rows, { budget: BERLIN, fields });
		expect(windows).toEqual([]);
		expect(rejected.map(({ index }) => index)).toEqual([0, 1]);
		expect(rejected[0]!.reason).toMatch(/^Rows of the same campaign and hour contradict each other/);
	});

	test('the campaign is identified by its resource name if the query selects no ID', () => {
		const row = google({ campaign: { id: undefined, resourceName: 'customers/1234567890/campaigns/111' } });
		expect(normaliseRows([row], { budget: BERLIN }).windows).toMatchObject([{ campaignId: '111' }]);
	});
});
