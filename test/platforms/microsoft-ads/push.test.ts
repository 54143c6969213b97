import { type Documented, fieldsOf, onlyRequest, requestOf } from '../../support/documentedRequests';
import { describeWithShared } from '../../support/shared';

describeWithShared('a request is what Microsoft documents', () => {
	test('a shared budget', () => {
		const documented = requestOf('microsoft_budget')['shared'] as Documented;
		const target = { platform: 'microsoft_ads', level: 'budget', objects: [{ id: 9001 }] } as const;
		expect(fieldsOf(onlyRequest('110.00', target, '55'), documented)).toEqual(documented);
	});

	test('the daily budget of a campaign', () => {
		const documented = requestOf('microsoft_budget')['campaign'] as Documented;
		const target = { platform: 'microsoft_ads', accountId: '176430352', objects: [{ id: '333' }] } as const;
		expect(fieldsOf(onlyRequest('110.00', target, '55'), documented)).toEqual(documented);
	});
});
