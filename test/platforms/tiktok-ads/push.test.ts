import { type Documented, fieldsOf, ONE_STEP, onlyRequest, requestOf, without } from '../../support/documentedRequests';
import { push } from '../../support/plans';
import { describeWithShared } from '../../support/shared';
import { statusRequest } from '../../support/statusRequest';

describeWithShared('a request is what TikTok documents', () => {
	test('the daily budget of a campaign', () => {
		const documented = requestOf('tiktok_budget')['campaign'] as Documented;
		const target = { platform: 'tiktok_ads', accountId: '700', objects: [{ id: '1701' }] } as const;
		expect(fieldsOf(onlyRequest('110.00', target, '55'), documented)).toEqual(documented);
	});

	test('the budgets of an ad group for today and tomorrow are two requests', () => {
		const { adgroup } = requestOf('tiktok_budget') as { adgroup: { body: Documented } };
		const objects = [{ id: '1801', current: '22' }];
		const target = {
			platform: 'tiktok_ads',
			accountId: '700',
			level: 'adGroup',
			nextDayAmount: '40',
			objects,
		} as const;
		const { requests } = push({ dayAmount: '30.00', target, guards: { ...ONE_STEP, coolDownMinutes: 0 } }).push;
		expect(requests).toHaveLength(2);
		for (const { method, url } of requests) expect({ method, url }).toEqual(without('body', adgroup));
		expect(Object.assign({}, ...requests.map(({ body }) => body))).toEqual(adgroup.body);
	});
});

test.each`
	level         | status       | path                         | body
	${'campaign'} | ${'paused'}  | ${'campaign/status/update/'} | ${{ campaign_ids: ['7'], operation_status: 'DISABLE' }}
	${'campaign'} | ${'enabled'} | ${'campaign/status/update/'} | ${{ campaign_ids: ['7'], operation_status: 'ENABLE' }}
	${'adGroup'}  | ${'paused'}  | ${'adgroup/status/update/'}  | ${{ adgroup_ids: ['7'], operation_status: 'DISABLE' }}
	${'adGroup'}  | ${'enabled'} | ${'adgroup/status/update/'}  | ${{ adgroup_ids: ['7'], operation_status: 'ENABLE' }}
`('a $level is $status', ({ level, status, path, body }) => {
	expect(statusRequest({ platform: 'tiktok_ads', accountId: '700' }, { level, id: '7', status })).toMatchObject({
		method: 'POST',
		url: `https://business-api.tiktok.com/open_api/v1.3/${path}`,
		body: { advertiser_id: '700', ...(body as object) },
	});
});
