import { AdScheduleRow, WEEKDAYS } from '../../../src/levers/adScheduleRow';
import { push } from '../../support/plans';

let criterion = 500_000;
const window = (dayOfWeek: string, startHour = 0, endHour = 24, campaignId = '111', endMinute = 'ZERO') =>
	AdScheduleRow.parse({
		campaignCriterion: {
			resourceName: `customers/1/campaignCriteria/${campaignId}~${++criterion}`,
			adSchedule: { dayOfWeek, startHour, startMinute: 'ZERO', endHour, endMinute },
		},
	});
const on = (...days: string[]) => days.map((day) => window(day));
const WEEKEND = on('SATURDAY', 'SUNDAY');
const WORKDAYS = on(...WEEKDAYS.slice(0, 5));

interface Case {
	readonly adSchedule?: readonly AdScheduleRow[] | undefined;
	readonly date?: string;
	readonly objects?: readonly object[];
	readonly campaignIds?: readonly string[];
	readonly guards?: object;
	readonly platform?: string;
}

/** Warnings of a push of 100 USD about closed hours and days. */
function warnings({ adSchedule, date = '2026-02-28', objects, campaignIds = ['111'], guards = {}, platform }: Case) {
	const target = {
		platform: platform ?? 'google_ads',
		lever: 'automatic',
		accountId: '1',
		managerAccountId: '2',
		objects: objects ?? [{ id: '1', current: '100000000' }],
		campaignIds,
		bidding: 'manual',
		...(adSchedule !== undefined && { adSchedule }),
	} as never;
	const nowMs = Date.parse(`${date}T00:20:00Z`);
	return push({ target, date, dayAmount: '100.00', nowMs, guards }).push.warnings.filter(({ code }) =>
		code.startsWith('closed-'),
	);
}

describe('a push says what closed days and hours do to the daily budget', () => {
	test('a campaign that is open at the weekend goes from 800 to 1,600 USD in a month of four weeks', () => {
		expect(warnings({ adSchedule: WEEKEND })).toEqual([
			{
				code: 'closed-days',
				message:
					"campaign/111 shows ads on 8 of this month's 28 days. Google Ads spends the amount of closed days on open ones: a daily budget of US$100.00 becomes up to US$200.00 on an open day and US$1,600.00 in a month, where US$800.00 might be expected. To keep an open day near its amount, set 'Day Factor' under Guards to 1",
			},
		]);
	});

	test.each`
		given                                                                                        | says                                                                                                           | because
		${{ adSchedule: WORKDAYS, date: '2026-11-27' }}                                              | ${/21 of this month's 30 days.* US\$144\.\d+ on .*US\$3,040\.00 .*US\$2,100\.00.* to 1\.38$/}                  | ${'the month is limited to 30.4 daily budgets'}
		${{ adSchedule: WORKDAYS, date: '2026-11-27', objects: [{ id: '1' }] }}                      | ${/a daily budget becomes up to 1\.45 times itself on an open day and 30\.4 times in a month, where 21 times/} | ${'the budget in force was not read'}
		${{ adSchedule: WEEKEND, objects: [{ id: '1', share: 1 }, { id: '2', share: 1 }] }}          | ${/a daily budget becomes up to 2 times itself/}                                                               | ${"which of two budgets is the campaign's is not known"}
		${{ adSchedule: WEEKEND, objects: [{ id: '1', current: '300000000' }] }}                     | ${/a daily budget of US\$150\.00 becomes up to US\$300\.00/}                                                   | ${'the budget that the push sets counts'}
		${{ adSchedule: [...WEEKEND, window('MONDAY', 0, 24, '222')], campaignIds: ['111', '222'] }} | ${/^campaign\/111, campaign\/222 show ads on 12 of/}                                                           | ${'campaigns that share a budget are open on the days of each'}
	`('$because', ({ given, says }) => {
		expect(warnings(given).map(({ message }) => message)).toEqual([expect.stringMatching(says)]);
	});

	test.each`
		given                                                                         | because
		${{ adSchedule: on(...WEEKDAYS) }}                                            | ${'nothing is closed'}
		${{ adSchedule: [] }}                                                         | ${'the campaign has no schedule'}
		${{}}                                                                         | ${'the schedule was not read'}
		${{ adSchedule: WEEKEND, guards: { dayFactor: 1 } }}                          | ${'the daily budget is already set so low that an open day stays at its amount'}
		${{ adSchedule: WEEKEND, campaignIds: ['111', '333'] }}                       | ${'a campaign without a schedule uses the same budget on all days'}
		${{ adSchedule: WEEKEND, platform: 'microsoft_ads', objects: [{ id: '1' }] }} | ${'only Google is known to do that'}
	`('nothing: $because', ({ given }) => {
		expect(warnings(given)).toEqual([]);
	});

	test('the hours that are left of an open day get its whole amount', () => {
		const adSchedule = [...on(...WEEKDAYS.slice(0, 5)), window('SATURDAY', 9, 18, '111', 'THIRTY'), window('SUNDAY')];
		expect(warnings({ adSchedule })).toEqual([
			{
				code: 'closed-hours',
				message:
					'campaign/111 shows ads in 9.5 of 24 hours on Saturday. Closed hours do not lower the daily budget: US$100.00 may be spent in the hours that are open',
			},
		]);
		expect(warnings({ adSchedule, objects: [{ id: '1' }] })).toMatchObject([
			{ message: expect.stringMatching(/: all of it may be spent in the hours that are open$/) },
		]);
	});
});
