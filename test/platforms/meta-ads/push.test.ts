import { fieldsOf, ONE_STEP, onlyRequest, requestOf, without } from '../../support/documentedRequests';
import { push } from '../../support/plans';
import { describeWithShared } from '../../support/shared';

describeWithShared('a request is what Meta documents', () => {
	test('the daily budget of a campaign', () => {
		const documented = without('n8nGraphNode', requestOf('meta_budget'));
		const target = { platform: 'meta_ads', objects: [{ id: '120210000000000001' }] } as const;
		expect(fieldsOf(onlyRequest('1100.00', target, '55000'), documented)).toEqual(documented);
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

	test('a budget schedule: the hours that the plan doubles, as Unix times in seconds', () => {
		const documented = requestOf('meta_budget_schedule');
		const { push: prepared } = push({
			dayAmount: '1000.00',
			weights: (hour) => (hour >= 8 && hour < 12 ? 2 : 1),
			guards: ONE_STEP,
			target: {
				platform: 'meta_ads',
				lever: 'hourly',
				objects: [{ id: '120210000000000001', current: '100000' }],
			},
		});
		const schedule = prepared.requests.find(({ lever }) => lever === 'budget-schedule')!;
		expect(fieldsOf(schedule, documented)).toEqual(documented);
	});
});
