import { fieldsOf, onlyRequest, requestOf } from '../../support/documentedRequests';
import { describeWithShared } from '../../support/shared';
import { statusRequest } from '../../support/statusRequest';

const ACCOUNT = { platform: 'linkedin_ads', accountId: '506333826' } as const;

describeWithShared('a request is what LinkedIn documents', () => {
	test('the daily budget of a campaign', () => {
		const { headers, ...documented } = requestOf('linkedin_budget');
		const request = onlyRequest('110.00', { ...ACCOUNT, objects: [{ id: '186000001' }] }, '55');
		expect(fieldsOf(request, documented)).toEqual(documented);
		expect(request.headers).toEqual({ ...(headers as object), 'X-Restli-Protocol-Version': '2.0.0' });
	});
});

test.each`
	status       | sent
	${'paused'}  | ${'PAUSED'}
	${'enabled'} | ${'ACTIVE'}
`('a campaign is $status', ({ status, sent }) => {
	expect(statusRequest(ACCOUNT, { level: 'campaign', id: '186000001', status })).toMatchObject({
		method: 'POST',
		url: 'https://api.linkedin.com/rest/adAccounts/506333826/adCampaigns/186000001',
		headers: {
			'X-RestLi-Method': 'PARTIAL_UPDATE',
			'Linkedin-Version': '202609',
			'X-Restli-Protocol-Version': '2.0.0',
		},
		body: { patch: { $set: { status: sent } } },
	});
});
