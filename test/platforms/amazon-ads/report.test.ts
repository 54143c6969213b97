import { normaliseRows } from '../../../src/index';
import { NEW_YORK } from '../../support/platformFixture';
import { expectRead, hour, payload, rejectsRows } from '../../support/platformTests';
import { describeWithShared } from '../../support/shared';
import { report } from './fixture';

const LOS_ANGELES = { ...NEW_YORK, timeZone: 'America/Los_Angeles' };

describeWithShared('Amazon Marketing Stream as documented', () => {
	test('records are changes, and a correction is negative', () => {
		const at = Date.UTC(2026, 10, 22, 17);
		const record = { campaignId: '259207489965973', kind: 'delta' } as const;
		const windows = [
			hour(at, { ...record, id: 'a1', spend: '3.92', impressions: 130, clicks: 4 }),
			hour(at, { ...record, id: 'a2', spend: '-0.98', impressions: 0, clicks: -1 }),
		];
		expectRead('amazon_ams_sp_traffic', windows, { budget: LOS_ANGELES });
	});

	test.each`
		name                               | word                                 | because
		${'amazon_ams_budget_usage'}       | ${/no spend by the hour/}            | ${'it is a share of a budget'}
		${'amazon_budget_usage_api'}       | ${/no spend by the hour|is unknown/} | ${'it is the same as an answer'}
		${'amazon_budget_recommendations'} | ${/format of the rows is unknown/}   | ${'it is advice'}
	`('$name is rejected with a reason: $because', ({ name, word }) => {
		let said = '';
		try {
			const { windows, rejected } = normaliseRows([payload(name)], { budget: LOS_ANGELES });
			expect(windows).toEqual([]);
			said = rejected.map(({ reason }) => reason).join();
		} catch (error) {
			said = (error as Error).message;
		}
		expect(said).toMatch(word);
	});
});

describe('records in queue envelopes', () => {
	const record = report.row({});

	test.each([
		{ item: record, because: 'as it is' },
		{ item: [record], because: 'in a list' },
		{ item: { Message: JSON.stringify(record) }, because: 'in an SNS message' },
		{
			item: { Body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify([record]) }) },
			because: 'in an SNS message in an SQS message',
		},
	])('are read $because', ({ item }) => {
		const { windows } = normaliseRows([item], { budget: LOS_ANGELES });
		expect(windows).toMatchObject([{ id: 'a1', spend: '3.92' }]);
	});
});

describe('Amazon Ads rows', () => {
	rejectsRows('amazon_ads', report, [
		[{ cost: undefined }, /spend is missing/, 'missing is not zero'],
		[{ cost: null }, /spend is missing/, 'null is missing'],
		[{ cost: '' }, /spend is missing/, 'an empty text is missing'],
		[{ cost: 'free' }, /'cost' is 'free', not a number/, 'words are not an amount'],
		[{ cost: '3,92' }, /'cost' is '3,92', not a number/, 'a comma is ambiguous'],
		[{ cost: NaN }, /'cost' is 'NaN', not a number/, 'NaN is not an amount'],
		[{ cost: -1e12 }, /more than the maximum of 9 billion/, 'it is more than the ledger counts'],
		[{ clicks: 'many' }, /'clicks' is 'many'/, 'words are not a count'],
		[{ impressions: {} }, /'impressions' is an object/, 'an object is not a count'],
		[{ idempotency_id: undefined }, /duplicates cannot be detected/, 'it could count twice'],
		[{ idempotency_id: 5 }, /duplicates cannot be detected/, 'IDs are texts'],
		[{ idempotency_id: 'x'.repeat(300) }, /duplicates cannot be detected/, 'no ID is that long'],
		[{ time_window_start: undefined }, /'time_window_start' is 'undefined'/, 'it has no hour'],
		[{ time_window_start: '2026-11-22T09:00:00' }, /must look like/, 'without an offset it is not an instant'],
		[{ time_window_start: '2026-13-22T09:00:00Z' }, /must look like/, 'there is no month 13'],
		[{ time_window_start: 1_795_338_000 }, /must look like/, 'seconds are not an ISO time'],
		[{ currency: 'EUR' }, /currency of the row is EUR/, 'its currency is the euro'],
		[{ dataset_id: 'sp-conversion' }, /no spend by the hour/, 'conversions have no spend'],
		[{ dataset_id: 'budget-usage' }, /no spend by the hour/, 'budget usage is not delivery'],
		[{ campaign_id: 2 ** 60 }, /at most 15 digits/, 'JSON lost the last digits'],
	]);
});
