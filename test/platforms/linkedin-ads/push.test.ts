import { fieldsOf, onlyRequest, requestOf } from '../../support/documentedRequests';
import { describeWithShared } from '../../support/shared';

describeWithShared('a request is what LinkedIn documents', () => {
	test('the daily budget of a campaign', () => {
		const documented = requestOf('linkedin_budget');
		const target = { platform: 'linkedin_ads', accountId: '506333826', objects: [{ id: '186000001' }] } as const;
		expect(fieldsOf(onlyRequest('110.00', target, '55'), documented)).toEqual(documented);
	});
});
