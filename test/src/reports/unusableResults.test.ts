import { normaliseRows } from '../../../src/index';
import { BERLIN, COLUMNS, google, table } from '../../support/reportRows';

const fields = { ...COLUMNS, conversions: 'orders', revenue: 'sales' };
const read = (changes: object) =>
	normaliseRows([table({ orders: 1, sales: '20.00', ...changes })], { budget: BERLIN, fields });

describe('a result that cannot be used costs no spend', () => {
	test.each`
		changes                | kept                              | notice                                                                         | because
		${{ sales: '-12.50' }} | ${{ spend: '1', conversions: 1 }} | ${/^'sales' is '-12\.50': it must not be negative. It counts as not reported/} | ${'a refund is more than the sales of its hour'}
		${{ sales: 'n/a' }}    | ${{ spend: '1', conversions: 1 }} | ${/^'sales' is 'n\/a', not a number/}                                          | ${'words are not an amount'}
		${{ orders: -1 }}      | ${{ spend: '1', revenue: '20' }}  | ${/^'orders' is '-1'/}                                                         | ${'a return is no order'}
		${{ orders: '1e3' }}   | ${{ spend: '1', revenue: '20' }}  | ${/^'orders' is '1e3'/}                                                        | ${'it has an exponent'}
	`('$changes: $because', ({ changes, kept, notice }) => {
		const { windows, rejected, notices } = read(changes);
		expect(rejected).toEqual([]);
		expect(windows).toHaveLength(1);
		expect(windows[0]).toMatchObject(kept);
		expect(Object.keys(windows[0]!)).not.toContain('revenue' in kept ? 'conversions' : 'revenue');
		expect(notices).toEqual([{ index: 0, message: expect.stringMatching(notice) }]);
	});

	test('all notices of a row are given', () => {
		expect(read({ orders: 'x', sales: 'y' }).notices).toHaveLength(2);
	});
});

describe('a correction is part of a sum', () => {
	const part = (adGroup: string, conversions: unknown, conversionsValue: unknown) => ({
		...google({ metrics: { conversions, conversionsValue } }),
		adGroup: { id: adGroup },
	});

	test.each`
		parts                                                          | figures                                   | notices | because
		${[part('1', 3, 50), part('2', -1, -20)]}                      | ${{ conversions: 2, revenue: '30' }}      | ${0}    | ${'the rest is what was sold'}
		${[part('1', 1, 20), part('2', -1, -20)]}                      | ${{ conversions: 0, revenue: '0' }}       | ${0}    | ${'all was returned'}
		${[part('1', 0.3, 1), part('2', -0.1, 1), part('3', -0.2, 1)]} | ${{ conversions: 0 }}                     | ${0}    | ${'binary fractions do not add up to a debt'}
		${[part('1', 2, 20), part('2', 1, -50)]}                       | ${{ conversions: 3, revenue: undefined }} | ${1}    | ${'less than nothing was sold in this hour: it is not known'}
		${[part('1', 2, 20), part('2', 1, 'n/a')]}                     | ${{ conversions: 3, revenue: undefined }} | ${1}    | ${'one part of the revenue is not known'}
	`('$figures: $because', ({ parts, figures, notices }) => {
		const read = normaliseRows(parts, { budget: BERLIN });
		expect(read.rejected).toEqual([]);
		expect(read.windows).toHaveLength(1);
		expect(read.windows[0]).toMatchObject({ spend: String(parts.length) });
		for (const [metric, value] of Object.entries(figures)) {
			expect(read.windows[0]![metric as 'revenue']).toBe(value);
		}
		expect(read.notices).toHaveLength(notices);
	});

	test('spend, clicks and impressions stay whole: a negative one rejects the hour', () => {
		for (const metrics of [{ costMicros: '-1' }, { clicks: -1 }, { impressions: -1 }]) {
			const { windows, notices } = normaliseRows([part('1', 1, 1), google({ metrics })], { budget: BERLIN });
			expect({ windows, notices }).toEqual({ windows: [], notices: [] });
		}
	});

	test('a row that is rejected has no notice', () => {
		const { rejected, notices } = normaliseRows(
			[google({ metrics: { costMicros: 'much', conversionsValue: 'n/a' } })],
			{
				budget: BERLIN,
			},
		);
		expect(rejected).toHaveLength(1);
		expect(notices).toEqual([]);
	});
});
