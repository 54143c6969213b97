import { googleAdsPush } from '../../../src/platforms/google-ads/push';
import { PushTarget, type PushTargetInput } from '../../../src/platforms/pushTarget';
import { describeWithShared, readSharedJson } from '../../support/shared';
import { push } from './plans';

type Payload = Readonly<Record<string, unknown>>;

const payloadOf = (file: string) => readSharedJson<{ payload: Payload }>(`platforms/push_${file}.json`).payload;

/** The fields of a request that the documented one has. */
const fieldsOf = (request: object, documented: Payload) =>
	Object.fromEntries(Object.entries(request).filter(([field]) => field in documented));

const without = (field: string, payload: Payload): Payload =>
	Object.fromEntries(Object.entries(payload).filter(([name]) => name !== field));

const ONE_STEP = { maxChangeFraction: 1 };

/** The only request of a push of a whole day's amount to one object that is at its half. */
function onlyRequest(dayAmount: string, target: PushTargetInput, current: string, dryRun = false) {
	const objects = target.objects.map((object) => ({ ...object, current }));
	const { push: prepared } = push({ dayAmount, target: { ...target, objects }, dryRun, guards: ONE_STEP });
	expect(prepared.requests).toHaveLength(1);
	return prepared.requests[0]!;
}

describeWithShared('requests are what platforms document, field by field', () => {
	test.each`
		file                            | part          | dayAmount    | current        | dryRun   | target
		${'google_ads_campaign_budget'} | ${undefined}  | ${'1100.00'} | ${'550000000'} | ${true}  | ${{ platform: 'google_ads', accountId: '123-456-7890', managerAccountId: '999-888-7777', objects: [{ id: '222' }] }}
		${'meta_budget'}                | ${undefined}  | ${'1100.00'} | ${'55000'}     | ${false} | ${{ platform: 'meta_ads', objects: [{ id: '120210000000000001' }] }}
		${'microsoft_budget'}           | ${'shared'}   | ${'110.00'}  | ${'55'}        | ${false} | ${{ platform: 'microsoft_ads', level: 'budget', objects: [{ id: 9001 }] }}
		${'microsoft_budget'}           | ${'campaign'} | ${'110.00'}  | ${'55'}        | ${false} | ${{ platform: 'microsoft_ads', accountId: '176430352', objects: [{ id: '333' }] }}
		${'tiktok_budget'}              | ${'campaign'} | ${'110.00'}  | ${'55'}        | ${false} | ${{ platform: 'tiktok_ads', accountId: '700', objects: [{ id: '1701' }] }}
		${'amazon_sp_campaign_budget'}  | ${undefined}  | ${'110.00'}  | ${'55'}        | ${false} | ${{ platform: 'amazon_ads', objects: [{ id: '259207489965973' }] }}
		${'linkedin_budget'}            | ${undefined}  | ${'110.00'}  | ${'55'}        | ${false} | ${{ platform: 'linkedin_ads', accountId: '506333826', objects: [{ id: '186000001' }] }}
	`('$file $part', ({ file, part, dayAmount, current, dryRun, target }) => {
		const all = payloadOf(file);
		const documented = without('n8nGraphNode', (part === undefined ? all : all[part]) as Payload);
		expect(fieldsOf(onlyRequest(dayAmount, target, current, dryRun), documented)).toEqual(documented);
	});

	test("tiktok_budget adgroup: today's budget and tomorrow's leave as two requests", () => {
		const { adgroup } = payloadOf('tiktok_budget') as { adgroup: { body: Payload } };
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
		for (const { method, url } of requests) expect({ method, url }).toEqual(without('body', adgroup as Payload));
		expect(Object.assign({}, ...requests.map(({ body }) => body))).toEqual(adgroup.body);
	});

	test("meta_budget as n8n's Facebook Graph API node takes it", () => {
		const { n8nGraphNode } = payloadOf('meta_budget');
		const target = { platform: 'meta_ads', objects: [{ id: '120210000000000001' }] } as const;
		const { method, url, query } = onlyRequest('1100.00', target, '55000');
		expect({
			httpRequestMethod: method,
			node: url.split('/').at(-1),
			queryParameters: query,
		}).toEqual(n8nGraphNode);
	});

	test('meta_budget_schedule: the hours that the plan doubles, on instants in seconds', () => {
		const documented = payloadOf('meta_budget_schedule');
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

	test('google_ads_ad_schedule: a window that is created, and one that changes', () => {
		const documented = payloadOf('google_ads_ad_schedule');
		const target = PushTarget.parse({ platform: 'google_ads', accountId: '1234567890', objects: [{ id: '222' }] });
		const request = googleAdsPush.adSchedule!({
			target,
			apiVersion: 'v25',
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
