import { fieldsOf, onlyRequest, requestOf } from '../../support/documentedRequests';
import { describeWithShared } from '../../support/shared';
import { statusRequest } from '../../support/statusRequest';

const ACCOUNT = { platform: 'amazon_ads', accountId: '3141592' } as const;
const TARGET = { ...ACCOUNT, objects: [{ id: '259207489965973' }] };

describeWithShared('a request is what Amazon documents', () => {
	test('the daily budget of a Sponsored Products campaign', () => {
		const { headers, ...documented } = requestOf('amazon_sp_campaign_budget');
		const request = onlyRequest('110.00', TARGET, '55');
		expect(fieldsOf(request, documented)).toEqual(documented);
		expect(request.headers).toEqual({ ...(headers as object), 'Amazon-Advertising-API-Scope': '3141592' });
	});
});

test.each`
	region            | host                                       | because
	${undefined}      | ${'https://advertising-api.amazon.com'}    | ${'North America is the default'}
	${'northAmerica'} | ${'https://advertising-api.amazon.com'}    | ${'as chosen'}
	${'europe'}       | ${'https://advertising-api-eu.amazon.com'} | ${'also the Middle East, India and Africa'}
	${'farEast'}      | ${'https://advertising-api-fe.amazon.com'} | ${'Japan, Australia, Singapore'}
`('requests of $region go to $host: $because', ({ region, host }) => {
	const target = { ...TARGET, ...(region !== undefined && { region }) };
	const { url, rollback } = onlyRequest('110.00', target, '55');
	expect([url, rollback!.url]).toEqual([`${host}/sp/campaigns`, `${host}/sp/campaigns`]);
	const { url: pauses } = statusRequest(target, { level: 'campaign', id: '1', status: 'paused' });
	expect(pauses).toBe(`${host}/sp/campaigns`);
});

test('the profile is required', () => {
	expect(() => onlyRequest('110.00', { ...TARGET, accountId: undefined }, '55')).toThrow('The account is missing');
});

test.each`
	status       | state
	${'paused'}  | ${'PAUSED'}
	${'enabled'} | ${'ENABLED'}
`('a campaign is $status', ({ status, state }) => {
	expect(statusRequest(ACCOUNT, { level: 'campaign', id: '7', status })).toMatchObject({
		method: 'PUT',
		headers: {
			'Content-Type': 'application/vnd.spCampaign.v3+json',
			Accept: 'application/vnd.spCampaign.v3+json',
			'Amazon-Advertising-API-Scope': '3141592',
		},
		contentType: 'application/vnd.spCampaign.v3+json',
		body: { campaigns: [{ campaignId: '7', state }] },
	});
});
