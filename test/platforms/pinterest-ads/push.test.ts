import { push } from '../../support/plans';

/** A push of a daily budget to one object. */
const pushed = (level: 'adGroup' | 'campaign', dryRun = false) =>
	push({
		dayAmount: '110.00',
		dryRun,
		guards: { maxChangeFraction: 1 },
		target: {
			platform: 'pinterest_ads',
			accountId: '549755885175',
			level,
			objects: [{ id: '626735565838', current: 55_000_000 }],
		},
	}).push;

describe('requests are as documented by Pinterest', () => {
	test.each`
		level         | url                                                                  | body
		${'campaign'} | ${'https://api.pinterest.com/v5/ad_accounts/549755885175/campaigns'} | ${[{ id: '626735565838', ad_account_id: '549755885175', daily_spend_cap: 110_000_000 }]}
		${'adGroup'}  | ${'https://api.pinterest.com/v5/ad_accounts/549755885175/ad_groups'} | ${[{ id: '626735565838', budget_in_micro_currency: 110_000_000 }]}
	`('the daily budget of a $level', ({ level, url, body }) => {
		expect(pushed(level).requests).toMatchObject([{ method: 'PATCH', url, body, contentType: 'application/json' }]);
	});

	test('a dry run makes no request, because Pinterest has no dry run', () => {
		expect(pushed('campaign', true)).toMatchObject({ requests: [], held: [{ code: 'dry-run' }] });
	});

	test('there is no lever for hours', () => {
		const target = {
			platform: 'pinterest_ads',
			lever: 'hourly',
			accountId: '1',
			objects: [{ id: '7', current: 1 }],
		} as const;
		expect(() => push({ target })).toThrow(/Pinterest Ads has no hourly lever/);
	});
});
