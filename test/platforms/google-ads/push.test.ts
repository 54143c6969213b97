import { PushTarget } from '../../../src/platforms/pushTarget';
import { googleAdsPush } from '../../../src/platforms/google-ads/push';
import type { ScheduleChange } from '../../../src/levers/scheduleChanges';
import { type Documented, fieldsOf, onlyRequest, requestOf, without } from '../../support/documentedRequests';
import { push } from '../../support/plans';
import { describeWithShared } from '../../support/shared';
import { statusRequest } from '../../support/statusRequest';

/** The version in the documented URLs. */
const DOCUMENTED = 'v25';

const CREATED: ScheduleChange = {
	kind: 'create',
	window: { weekday: 'MONDAY', startHour: 9, endHour: 13, modifier: 1.2 },
};
const UPDATED: ScheduleChange = {
	kind: 'update',
	resourceName: 'customers/1234567890/campaignCriteria/111~300009',
	modifier: 0.85,
};

/** The request that changes the ad schedule of a campaign. */
const scheduled = (changes: readonly ScheduleChange[], allOrNothing: boolean) =>
	googleAdsPush.adSchedule!({
		target: PushTarget.parse({ platform: 'google_ads', accountId: '1234567890', objects: [{ id: '222' }] }),
		apiVersion: DOCUMENTED,
		validateOnly: true,
		campaignId: '111',
		changes,
		allOrNothing,
	});

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
		const request = onlyRequest('1100.00', target, '550000000', options);
		expect(fieldsOf(request, documented)).toEqual({
			...documented,
			body: without('partialFailure', documented['body'] as Documented),
		});
	});

	test('an ad schedule: a created window and a changed one', () => {
		const documented = requestOf('google_ads_ad_schedule');
		expect(fieldsOf(scheduled([CREATED, UPDATED], false), documented)).toEqual(documented);
	});
});

test.each`
	changes               | allOrNothing | partial  | because
	${[UPDATED]}          | ${false}     | ${false} | ${'one operation has no parts: its failure is an HTTP error'}
	${[CREATED, UPDATED]} | ${false}     | ${true}  | ${'one window may change without the other'}
	${[CREATED, UPDATED]} | ${true}      | ${false} | ${'a part of the changes could close hours'}
`('partial failure is asked for: $partial, because $because', ({ changes, allOrNothing, partial }) => {
	const { body } = scheduled(changes as ScheduleChange[], allOrNothing as boolean);
	expect(body).toEqual({
		operations: expect.anything() as unknown,
		validateOnly: true,
		...(partial && { partialFailure: true }),
	});
});

test.each`
	currency | dayAmount     | current         | amountMicros     | because
	${'EUR'} | ${'123.45'}   | ${'100000000'}  | ${'123450000'}   | ${'a cent is the smallest amount'}
	${'JPY'} | ${'12345'}    | ${'9000000000'} | ${'12345000000'} | ${'a yen has no parts'}
	${'HUF'} | ${'12345.67'} | ${'9000000000'} | ${'12345000000'} | ${'forints are whole in use, although ISO 4217 gives them hundredths'}
	${'TWD'} | ${'1234.56'}  | ${'900000000'}  | ${'1234000000'}  | ${'and so are Taiwan dollars'}
	${'KWD'} | ${'123.456'}  | ${'100000000'}  | ${'123450000'}   | ${'amounts are multiples of 10,000 micros, and a fils is 1,000'}
`(
	'a daily budget of $dayAmount $currency is set to $amountMicros: $because',
	({ currency, dayAmount, current, amountMicros }) => {
		const target = {
			platform: 'google_ads',
			accountId: '1',
			objects: [{ id: '222', current: current as string }],
		} as const;
		const { push: prepared } = push({ currency: currency as string, dayAmount: dayAmount as string, target });
		expect(prepared.requests).toMatchObject([
			{ body: { operations: [{ update: { amountMicros: amountMicros as string } }] } },
		]);
	},
);

describe('a campaign', () => {
	test.each`
		status       | sent
		${'paused'}  | ${'PAUSED'}
		${'enabled'} | ${'ENABLED'}
	`('is set to $sent', ({ status, sent }) => {
		const account = { platform: 'google_ads', accountId: '123-456-7890', managerAccountId: '999-888-7777' } as const;
		expect(statusRequest(account, { level: 'campaign', id: '111', status: status as 'enabled' | 'paused' })).toEqual({
			method: 'POST',
			url: 'https://googleads.googleapis.com/v26/customers/1234567890/campaigns:mutate',
			headers: { 'login-customer-id': '9998887777' },
			query: {},
			body: {
				operations: [
					{
						updateMask: 'status',
						update: { resourceName: 'customers/1234567890/campaigns/111', status: sent as string },
					},
				],
				validateOnly: false,
			},
			contentType: 'application/json',
		});
	});

	test('is what can be paused: a budget cannot', () => {
		const account = { platform: 'google_ads', accountId: '1' } as const;
		expect(() => statusRequest(account, { level: 'budget', id: '222', status: 'paused' })).toThrow(
			'Google Ads pauses campaigns, not budgets',
		);
	});
});
