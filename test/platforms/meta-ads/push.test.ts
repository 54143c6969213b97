import { fieldsOf, onlyRequest, requestOf, without } from '../../support/documentedRequests';
import { push } from '../../support/plans';
import { describeWithShared } from '../../support/shared';
import { statusRequest } from '../../support/statusRequest';

/** The version in the documented URLs. */
const DOCUMENTED = { guards: { apiVersion: 'v25.0' } };

describeWithShared('a request is what Meta documents', () => {
	test('the daily budget of a campaign', () => {
		const documented = without('n8nGraphNode', requestOf('meta_budget'));
		const target = { platform: 'meta_ads', objects: [{ id: '120210000000000001' }] } as const;
		expect(fieldsOf(onlyRequest('1100.00', target, '55000', DOCUMENTED), documented)).toEqual(documented);
	});

	test("the daily budget as n8n's Facebook Graph API node expects it", () => {
		const { n8nGraphNode } = requestOf('meta_budget');
		const target = { platform: 'meta_ads', objects: [{ id: '120210000000000001' }] } as const;
		const { method, url, query } = onlyRequest('1100.00', target, '55000');
		expect({
			httpRequestMethod: method,
			node: url.split('/').at(-1),
			queryParameters: query,
		}).toEqual(n8nGraphNode);
	});
});

test.each`
	status       | sent
	${'paused'}  | ${'PAUSED'}
	${'enabled'} | ${'ACTIVE'}
`('an object is set to $sent', ({ status, sent }) => {
	for (const level of ['campaign', 'adGroup'] as const) {
		expect(
			statusRequest({ platform: 'meta_ads' }, { level, id: '1201', status: status as 'enabled' | 'paused' }),
		).toEqual({
			method: 'POST',
			url: 'https://graph.facebook.com/v26.0/1201',
			headers: {},
			query: { status: sent as string },
			body: null,
			contentType: 'application/json',
		});
	}
});

test('a dry run is a request that Meta only validates', () => {
	const objects = [{ id: '7', current: 9000 }];
	const dry = push({ dayAmount: '100.00', target: { platform: 'meta_ads', objects }, dryRun: true });
	expect(dry.pushes).toEqual([]);
	expect(dry.push.requests).toMatchObject([
		{
			query: { daily_budget: '10000', execution_options: '["validate_only"]' },
			rollback: { query: { daily_budget: '9000', execution_options: '["validate_only"]' } },
		},
	]);
});

describe('hours', () => {
	const pushHours = (lever: 'automatic' | 'hourly') =>
		push({ dayAmount: '1000.00', target: { platform: 'meta_ads', lever, objects: [{ id: '1', current: '90000' }] } })
			.push;

	test('cannot be requested: what the number of a budget schedule means is not documented', () => {
		expect(() => pushHours('hourly')).toThrow('Meta Ads has no hourly lever that can be raised and lowered');
	});

	test('of an even plan leave the whole amount to the daily budget', () => {
		expect(pushHours('automatic').requests).toMatchObject([{ lever: 'day-total', query: { daily_budget: '100000' } }]);
	});
});

test.each`
	level         | current                                                                                    | code              | because
	${'campaign'} | ${{ daily_budget: '90000', smart_promotion_type: 'AUTOMATED_SHOPPING_ADS' }}               | ${null}           | ${'an Advantage+ campaign has the budget'}
	${'campaign'} | ${{ daily_budget: '90000', lifetime_budget: '0', is_adset_budget_sharing_enabled: false }} | ${null}           | ${'Advantage campaign budget'}
	${'adGroup'}  | ${{ daily_budget: '90000', lifetime_budget: '0' }}                                         | ${null}           | ${'the ad set has the budget'}
	${'adGroup'}  | ${{ daily_budget: '0', lifetime_budget: '0' }}                                             | ${'no-budget'}    | ${'the campaign of the ad set has it'}
	${'campaign'} | ${{ id: '1', is_adset_budget_sharing_enabled: true }}                                      | ${'no-budget'}    | ${'the ad sets of the campaign have it, and share it'}
	${'campaign'} | ${{ lifetime_budget: '500000' }}                                                           | ${'total-budget'} | ${'a campaign budget for the lifetime'}
`('a $level is edited or held back with $code: $because', ({ level, current, code }) => {
	const { requests, held } = push({
		dayAmount: '1000.00',
		target: {
			platform: 'meta_ads',
			level: level as 'campaign',
			objects: [{ id: '1', current: current as object as Record<string, unknown> }],
		},
	}).push;
	expect(requests.map(({ query }) => query)).toEqual(code === null ? [{ daily_budget: '100000' }] : []);
	expect(held.map((note) => note.code)).toEqual(code === null ? [] : [code]);
});

test.each`
	level         | message
	${'adGroup'}  | ${"This object has no budget of its own, so there is none to edit: set 'IDs Are Of' to Campaigns, and 'IDs' to those that have the daily budget"}
	${'campaign'} | ${"This object has no budget of its own, so there is none to edit: set 'IDs Are Of' to Ad Sets or Ad Groups, and 'IDs' to those that have the daily budget"}
`('a $level without a budget says where it is', ({ level, message }) => {
	const { held } = push({
		dayAmount: '1000.00',
		target: {
			platform: 'meta_ads',
			level: level as 'campaign',
			objects: [{ id: '1', current: { daily_budget: '0' } }],
		},
	}).push;
	expect(held.map((note) => note.message)).toEqual([message]);
});
