import { fieldsOf, onlyRequest, requestOf } from '../../support/documentedRequests';
import { describeWithShared } from '../../support/shared';

describeWithShared('a request is what Amazon documents', () => {
	test('the daily budget of a Sponsored Products campaign', () => {
		const documented = requestOf('amazon_sp_campaign_budget');
		const target = { platform: 'amazon_ads', objects: [{ id: '259207489965973' }] } as const;
		expect(fieldsOf(onlyRequest('110.00', target, '55'), documented)).toEqual(documented);
	});
});
