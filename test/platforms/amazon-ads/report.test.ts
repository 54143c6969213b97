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
	`('nothing is ingested of $name, and it is said why: $because', ({ name, word }) => {
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

describe('a queue delivers records in envelopes', () => {
	const record = report.row({});

	test.each([
		{ item: record, because: 'as itself' },
		{ item: [record], because: 'in a list' },
		{ item: { Message: JSON.stringify(record) }, because: 'in a message of SNS' },
		{
			item: { Body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify([record]) }) },
			because: 'in SNS in SQS',
		},
	])('it is read $because', ({ item }) => {
		const { windows } = normaliseRows([item], { budget: LOS_ANGELES });
		expect(windows).toMatchObject([{ id: 'a1', spend: '3.92' }]);
	});
});

describe('Amazon Ads rows', () => {
	rejectsRows('amazon_ads', report, [
		[{ cost: undefined }, /spend is missing/, 'missing is not zero'],
		[{ cost: null }, /spend is missing/, 'null is missing'],
		[{ cost: '' }, /spend is missing/, 'an empty text is missing'],
		[{ cost: 'free' }, /'cost' is 'free', not a number/, 'words are no amount'],
		[{ cost: '3,92' }, /'cost' is '3,92', not a number/, 'a comma means one thing here and another there'],
		[{ cost: NaN }, /'cost' is 'NaN', not a number/, 'NaN is no amount'],
		[{ cost: -1e12 }, /more than can be counted/, 'it is beyond any ledger'],
		[{ clicks: 'many' }, /'clicks' is 'many'/, 'words are no count'],
		[{ impressions: {} }, /'impressions' is an object/, 'an object is no count'],
		[{ idempotency_id: undefined }, /cannot be told from its repetition/, 'it could count twice'],
		[{ idempotency_id: 5 }, /cannot be told from its repetition/, 'ids are texts'],
		[{ idempotency_id: 'x'.repeat(300) }, /cannot be told from its repetition/, 'no id is that long'],
		[{ time_window_start: undefined }, /'time_window_start' is 'undefined'/, 'it has no hour'],
		[{ time_window_start: '2026-11-22T09:00:00' }, /must look like/, 'without an offset it is no instant'],
		[{ time_window_start: '2026-13-22T09:00:00Z' }, /must look like/, 'there is no month 13'],
		[{ time_window_start: 1_795_338_000 }, /must look like/, 'seconds are no ISO time'],
		[{ currency: 'EUR' }, /currency of the row is EUR/, 'it is in euros'],
		[{ dataset_id: 'sp-conversion' }, /no spend by the hour/, 'conversions come without money'],
		[{ dataset_id: 'budget-usage' }, /no spend by the hour/, 'a share of a budget is no delivery'],
		[{ campaign_id: 2 ** 60 }, /at most 15 digits/, 'JSON lost the last digits'],
	]);
});
