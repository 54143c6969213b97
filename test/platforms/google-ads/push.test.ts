import { PushTarget } from '../../../src/platforms/pushTarget';
import { googleAdsPush } from '../../../src/platforms/google-ads/push';
import { fieldsOf, onlyRequest, requestOf } from '../../support/documentedRequests';
import { describeWithShared } from '../../support/shared';

/** The version in the documented URLs. */
const DOCUMENTED = 'v25';

describeWithShared('a request is what Google documents', () => {
	test('a campaign budget, validated only', () => {
		const documented = requestOf('google_ads_campaign_budget');
		const target = {
			platform: 'google_ads',
			accountId: '123-456-7890',
			managerAccountId: '999-888-7777',
			objects: [{ id: '222' }],
		} as const;
		const options = { dryRun: true, guards: { apiVersion: DOCUMENTED } };
		expect(fieldsOf(onlyRequest('1100.00', target, '550000000', options), documented)).toEqual(documented);
	});

	test('an ad schedule: a created window and a changed one', () => {
		const documented = requestOf('google_ads_ad_schedule');
		const target = PushTarget.parse({ platform: 'google_ads', accountId: '1234567890', objects: [{ id: '222' }] });
		const request = googleAdsPush.adSchedule!({
			target,
			apiVersion: DOCUMENTED,
			validateOnly: true,
			campaignId: '111',
			changes: [
				{ kind: 'create', window: { weekday: 'MONDAY', startHour: 9, endHour: 13, modifier: 1.2 } },
				{ kind: 'update', resourceName: 'customers/1234567890/campaignCriteria/111~300009', modifier: 0.85 },
			],
			allOrNothing: false,
		});
		expect(fieldsOf(request, documented)).toEqual(documented);
	});
});
