import { normaliseRows } from '../../../src/index';
import { BERLIN, COLUMNS, type Fields, huge, table } from '../../support/reportRows';

const MAPPED_ROWS: readonly { given: string; row: Fields; reason: RegExp }[] = [
	{
		given: 'thousands in groups of four',
		row: table({ cost: '1,2345.50' }),
		reason: /^'cost' is '1,2345\.50', not a number like 1,234\.56$/,
	},
	{ given: 'a decimal point without decimals', row: table({ cost: '41.' }), reason: /^'cost' is '41\.', not a number/ },
	{
		given: 'the sign of another currency',
		row: table({ cost: '$41' }),
		reason: /^'cost' is '\$41', but its currency is EUR$/,
	},
	{
		given: 'seconds for milliseconds',
		row: table({ from: 1763800000 }),
		reason: /^'from' is '1763800000': as a number it must be milliseconds/,
	},
	{
		given: "a spreadsheet's day number",
		row: table({ from: 45983.41 }),
		reason: /^'from' is '45983\.41': as a number/,
	},
	{ given: '1e308 for a time', row: table({ from: 1e308 }), reason: /^'from' is '1e\+308': as a number/ },
	{
		given: 'the 30th of February in UTC',
		row: table({ from: '2026-02-30T10:00:00Z' }),
		reason: /^'from' is '2026-02-30T10:00:00Z': it must look/,
	},
	{
		given: 'an offset that no zone has',
		row: table({ from: '2026-11-22T10:00:00+99:99' }),
		reason: /^'from' is .*: it must look/,
	},
	{
		given: 'two hours',
		row: table({ to: '2026-11-22T12:00' }),
		reason: /^The row lasts until '2026-11-22T12:00', past the end of its hour/,
	},
	{ given: 'a whole week', row: table({ to: '2026-11-29T11:00' }), reason: /^The row lasts until '2026-11-29T11:00'/ },
	{
		given: 'an end before its start',
		row: table({ to: '2026-11-22T09:00' }),
		reason: /^The row ends at '2026-11-22T09:00', not after it starts/,
	},
	{ given: 'a modifier of 0', row: table({ bid: 0 }), reason: /^'bid' is '0': it must be above 0 and at most 100/ },
	{ given: 'a list for a campaign', row: table({ id: ['a'] }), reason: /^The campaign is an object/ },
];

const MAX_REASON_LENGTH = 200;

describe('an unreadable row of a mapped table is rejected individually, with a reason', () => {
	test.each(MAPPED_ROWS)('$given', ({ row, reason }) => {
		const first = table({ from: '2026-11-22T08:00', to: '2026-11-22T09:00' });
		const { windows, rejected } = normaliseRows([first, row], { budget: BERLIN, fields: COLUMNS });
		expect(windows).toMatchObject([{ spend: '1' }]);
		expect(rejected).toEqual([{ index: 1, reason: expect.stringMatching(reason), row }]);
		expect(rejected[0]!.reason.length).toBeLessThanOrEqual(MAX_REASON_LENGTH);
	});

	test('a long column name is truncated', () => {
		const name = 'c'.repeat(199);
		const { rejected } = normaliseRows([{ s: '2026-11-22T10:00', [name]: huge }], {
			budget: BERLIN,
			fields: { start: 's', spend: name },
		});
		expect(rejected[0]!.reason.length).toBeLessThanOrEqual(MAX_REASON_LENGTH);
	});
});
