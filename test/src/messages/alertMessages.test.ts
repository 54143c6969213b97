import fc from 'fast-check';

import { alertMessage } from '../../../src/messages/alertMessage';
import { alertMessages } from '../../../src/messages/alertMessages';
import { PAGERDUTY_LIMITS } from '../../../src/messages/pagerDutyEvent';
import { RUNS } from '../../support/runs';
import { describeWithShared, readSharedJson } from '../../support/shared';
import type { Alert } from '../../../src/alerts/standingAlerts';
import { alert, anyMessage, at, definition, forecast, incident, subject } from './forecast';
import { expectHarmless, expectSlackAccepts } from './slackLimits';

const UNKNOWN_INSTANT = { median: null, low: null, high: null, level: 0.8 };

const firing = alertMessages(alertMessage(forecast(), subject({ account: 'Acme & Co' })));

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });

/** The key of the alert about a month. */
const incidentOfMonth = 'brand-de/month-over/2026-11-20-1';

describe('several alerts', () => {
	const month = (state: Alert['state'], notify: boolean): Alert => ({
		kind: 'month-over',
		about: 'month/2026-11-01',
		state,
		notify,
		repeated: false,
		severity: 'warning',
		dedupKey: incidentOfMonth,
		sinceMs: at('08:20'),
		headline: 'The month will end over its budget',
		message: 'The month is projected at €33,000.00 of €30,000.00',
	});
	const messageOf = (changes: Parameters<typeof forecast>[0]) =>
		alertMessages(alertMessage(forecast(changes), subject()));

	test('that are new together are one message, with an event for each', () => {
		const { text, pagerdutyEvents } = messageOf({ alerts: [month('firing', true)] });
		expect(text).toMatch(
			/^\*Brand Germany\*: Today's budget will run out .* The month is projected at €33,000\.00 of €30,000\.00\.$/,
		);
		expect(pagerdutyEvents.map(({ dedup_key, payload }) => [dedup_key, payload.class, payload.summary])).toEqual([
			[incident, 'budget_exhaustion', 'Brand Germany: Budget will run out at about 15:27'],
			[incidentOfMonth, 'budget_month_over', 'Brand Germany: The month will end over its budget'],
		]);
	});

	test.each`
		exhaustion               | others                       | begins                           | because
		${alert('firing')}       | ${[month('firing', true)]}   | ${'The month is projected'}      | ${'what is new comes before what was told'}
		${alert('firing', true)} | ${[month('firing', false)]}  | ${"Today's budget will run out"} | ${'what was told is not told again'}
		${alert('ok')}           | ${[month('firing', false)]}  | ${'The month is projected'}      | ${'what still fires is what there is to say'}
		${alert('ok')}           | ${[month('pending', false)]} | ${"Today's budget will run out"} | ${'a doubt is not said'}
	`('$because', ({ exhaustion, others, begins }) => {
		const { text } = messageOf({ alert: exhaustion as never, alerts: others as Alert[] });
		expect(text.startsWith(`*Brand Germany*: ${String(begins)}`)).toBe(true);
		expect(text.includes('The month is projected at €33,000.00 of')).toBe(begins === 'The month is projected');
	});
});

describe('an alert that fires', () => {
	test('in Slack: when, how likely, what it costs, what to do, and how fresh the data is', () => {
		expect(firing.slack).toEqual({
			blocks: [
				{ type: 'header', text: { type: 'plain_text', text: 'Budget will run out at about 15:27' } },
				{
					type: 'section',
					fields: [
						mrkdwn('*Budget*\nBrand Germany'),
						mrkdwn('*Account*\nAcme &amp; Co'),
						mrkdwn('*Severity*\ncritical'),
						mrkdwn('*Runs out*\n15:27 Europe/Berlin'),
						mrkdwn('*80% interval*\n14:59 to 15:56'),
						mrkdwn('*Probability*\n98%'),
						mrkdwn('*Value at risk*\n€1,523.40 of revenue and 35.2 conversions'),
						mrkdwn('*Out-of-budget hours*\n8.5'),
						mrkdwn('*Burn rate*\n1.61x (0.52x would last the day)'),
						mrkdwn('*Spent today*\n€700.00 of €1,000.00 (70%)'),
					],
				},
				{
					type: 'section',
					text: mrkdwn(
						"*Cap spend at €18.31 an hour to last the day.*\nToday's budget will run out early with a probability of 98%.\nThe month is projected at €33,000.00 (110% of €30,000.00).",
					),
				},
				{
					type: 'context',
					elements: [
						mrkdwn(
							'data up to 23 Nov 2026, 10:00 Europe/Berlin · alert brand-de/exhaustion/2026-11-23 · firing since 10:20',
						),
					],
				},
			],
		});
		expect(firing.text).toBe(
			"*Brand Germany*: Today's budget will run out at about 15:27 (14:59 to 15:56, Europe/Berlin), probability 98%. At risk: about €1,523.40 of revenue and 35.2 conversions. Cap spend at €18.31 an hour to last the day.",
		);
	});

	test('in PagerDuty: a trigger', () => {
		expect(firing.pagerduty).toEqual({
			event_action: 'trigger',
			dedup_key: incident,
			payload: {
				summary: 'Brand Germany: Budget will run out at about 15:27',
				severity: 'critical',
				source: 'brand-de',
				component: 'budget',
				group: 'Acme & Co',
				class: 'budget_exhaustion',
				custom_details: {
					Budget: 'Brand Germany',
					Account: 'Acme & Co',
					Severity: 'critical',
					'Runs out': '15:27 Europe/Berlin',
					'80% interval': '14:59 to 15:56',
					Probability: '98%',
					'Value at risk': '€1,523.40 of revenue and 35.2 conversions',
					'Out-of-budget hours': '8.5',
					'Burn rate': '1.61x (0.52x would last the day)',
					'Spent today': '€700.00 of €1,000.00 (70%)',
					Action: 'Cap spend at €18.31 an hour to last the day.',
					Reasons:
						"Today's budget will run out early with a probability of 98%. The month is projected at €33,000.00 (110% of €30,000.00).",
				},
			},
		});
	});

	test('as a mail', () => {
		expect(firing.mail.subject).toBe('[critical] Brand Germany: Budget will run out at about 15:27');
		expect(firing.mail.text.split('\n')).toEqual([
			'Brand Germany: Budget will run out at about 15:27',
			'',
			'Cap spend at €18.31 an hour to last the day.',
			"Today's budget will run out early with a probability of 98%.",
			'The month is projected at €33,000.00 (110% of €30,000.00).',
			'',
			'Budget: Brand Germany',
			'Account: Acme & Co',
			'Severity: critical',
			'Runs out: 15:27 Europe/Berlin',
			'80% interval: 14:59 to 15:56',
			'Probability: 98%',
			'Value at risk: €1,523.40 of revenue and 35.2 conversions',
			'Out-of-budget hours: 8.5',
			'Burn rate: 1.61x (0.52x would last the day)',
			'Spent today: €700.00 of €1,000.00 (70%)',
			'',
			'data up to 23 Nov 2026, 10:00 Europe/Berlin',
			'alert brand-de/exhaustion/2026-11-23',
			'firing since 10:20',
		]);
	});
});

test('a resolved alert has its own wording, and no severity', () => {
	const { slack, text, pagerduty, mail } = alertMessages(
		alertMessage(
			forecast({
				status: 'on-pace',
				probability: 0.04,
				alert: alert('resolved', true, 'info'),
				reasons: [{ code: 'on-pace', message: '€400.00 of €1,000.00 spent; on pace' }],
			}),
			subject({ day: { amount: 1000, spent: 400 } }),
		),
	);
	expect(slack).toEqual({
		blocks: [
			{ type: 'header', text: { type: 'plain_text', text: 'Resolved: budget is on pace' } },
			{
				type: 'section',
				fields: [mrkdwn('*Budget*\nBrand Germany'), mrkdwn('*Spent today*\n€400.00 of €1,000.00 (40%)')],
			},
			{ type: 'section', text: mrkdwn('€400.00 of €1,000.00 spent; on pace.') },
			{
				type: 'context',
				elements: [
					mrkdwn(
						'data up to 23 Nov 2026, 10:00 Europe/Berlin · alert brand-de/exhaustion/2026-11-23 · resolved since 10:20',
					),
				],
			},
		],
	});
	expect(text).toBe('*Brand Germany*: Resolved. €400.00 of €1,000.00 spent; on pace.');
	expect(pagerduty).toMatchObject({
		event_action: 'resolve',
		dedup_key: incident,
		payload: { summary: 'Brand Germany: Resolved: budget is on pace', severity: 'info' },
	});
	expect(mail.subject).toBe('Brand Germany: Resolved: budget is on pace');
});

test('without data nothing is forecast: no time, no probability, no spend of 0', () => {
	const { slack, text, mail } = alertMessages(
		alertMessage(
			forecast({
				status: 'stale-data',
				probability: 0,
				exhaustionMs: UNKNOWN_INSTANT,
				darkHours: 0,
				valueAtRisk: { conversions: null, revenue: null },
				alert: alert('firing', true, 'warning'),
				reasons: [
					{
						code: 'stale-data',
						message: 'Nothing was ever reported for this budget, so pacing cannot be judged',
					},
				],
			}),
			subject({ day: { amount: 1000, spent: 0 }, dataUntilMs: undefined }),
		),
	);
	expect(slack).toEqual({
		blocks: [
			{ type: 'header', text: { type: 'plain_text', text: 'Budget cannot be judged without fresh data' } },
			{ type: 'section', fields: [mrkdwn('*Budget*\nBrand Germany'), mrkdwn('*Severity*\nwarning')] },
			{
				type: 'section',
				text: mrkdwn(
					'*Check the workflow and the report that feed this budget, and whether its campaigns deliver.*\nNothing was ever reported for this budget, so pacing cannot be judged.',
				),
			},
			{
				type: 'context',
				elements: [mrkdwn('no data yet · alert brand-de/exhaustion/2026-11-23 · firing since 10:20')],
			},
		],
	});
	expect(text).toBe(
		'*Brand Germany*: Nothing was ever reported for this budget, so pacing cannot be judged. Check the workflow and the report that feed this budget, and whether its campaigns deliver.',
	);
	expect(mail.subject).toBe('[warning] Brand Germany: Budget cannot be judged without fresh data');
});

test.each`
	changes                                                   | headline                                          | because
	${{}}                                                     | ${'Budget will run out at about 15:27'}           | ${'the time is forecast'}
	${{ exhaustionMs: UNKNOWN_INSTANT }}                      | ${'Budget will run out early'}                    | ${'the time is not forecast'}
	${{ status: 'exhausted' }}                                | ${'Budget ran out at about 15:27'}                | ${'it has happened'}
	${{ status: 'exhausted', exhaustionMs: UNKNOWN_INSTANT }} | ${'Budget ran out'}                               | ${'the time is unknown'}
	${{ status: 'underspending' }}                            | ${'Budget is underspending'}                      | ${'it spends too little'}
	${{ status: 'at-risk', alert: alert('resolved', true) }}  | ${'Resolved: budget will run out at about 15:27'} | ${'too late in the day to need action'}
`('the headline is "$headline": $because', ({ changes, headline }) => {
	expect(alertMessage(forecast(changes), subject()).headline).toBe(headline);
});

test.each`
	changes                                                     | words                                                       | because
	${{ valueAtRisk: { revenue: null, conversions: 35.1555 } }} | ${' At risk: about 35.2 conversions.'}                      | ${'revenue was never reported'}
	${{ valueAtRisk: { revenue: '9.50', conversions: null } }}  | ${' At risk: about €9.50 of revenue.'}                      | ${'conversions were never reported'}
	${{ valueAtRisk: { revenue: null, conversions: null } }}    | ${''}                                                       | ${'neither was'}
	${{ valueAtRisk: { revenue: '0.00', conversions: 35 } }}    | ${' At risk: about €0.00 of revenue and 35.0 conversions.'} | ${'revenue was reported as 0'}
`('value at risk names what is known: $because', ({ changes, words }) => {
	const { sentence } = alertMessage(forecast(changes), subject());
	expect(sentence).toBe(
		`Today's budget will run out at about 15:27 (14:59 to 15:56, Europe/Berlin), probability 98%.${words} Cap spend at €18.31 an hour to last the day.`,
	);
});

test.each`
	changes                             | label            | because
	${{ dataUntilMs: undefined }}       | ${'Spent today'} | ${'before the first report spend is unknown'}
	${{ day: { amount: 0, spent: 0 } }} | ${'Spent today'} | ${'a day without an amount has no spent share'}
	${{ account: '' }}                  | ${'Account'}     | ${'none was given'}
	${{ account: ' \u202e ' }}          | ${'Account'}     | ${'it has no visible characters'}
`('$label is left out: $because', ({ changes, label }) => {
	const { facts } = alertMessage(forecast(), subject(changes));
	expect(facts.map((fact) => fact.label)).not.toContain(label);
	expect(facts.map((fact) => fact.label)).toContain('Budget');
});

test.each`
	currency | zone                  | spent                                   | time                        | because
	${'JPY'} | ${'Asia/Tokyo'}       | ${'JP¥700 of JP¥1,000 (70%)'}           | ${'23:27 Asia/Tokyo'}       | ${'yen have no decimals'}
	${'KWD'} | ${'Asia/Kuwait'}      | ${'KWD 700.000 of KWD 1,000.000 (70%)'} | ${'17:27 Asia/Kuwait'}      | ${'dinar have three'}
	${'USD'} | ${'America/New_York'} | ${'US$700.00 of US$1,000.00 (70%)'}     | ${'09:27 America/New_York'} | ${'the budget has its own time zone'}
`('amounts have the digits of $currency, and times are those of $zone: $because', ({ currency, zone, spent, time }) => {
	const of = definition({ currency, timeZone: zone, dailyAmount: '1000' });
	const facts = new Map(
		alertMessage(forecast(), subject({ definition: of })).facts.map((fact) => [fact.label, fact.value]),
	);
	expect(facts.get('Spent today')!.replaceAll('\u00a0', ' ')).toBe(spent);
	expect(facts.get('Runs out')).toBe(time);
});

test.each`
	state         | action
	${'ok'}       | ${undefined}
	${'pending'}  | ${undefined}
	${'firing'}   | ${'trigger'}
	${'resolved'} | ${'resolve'}
`('PagerDuty is sent $action while an alert is $state', ({ state, action }) => {
	const message = alertMessage(forecast({ alert: alert(state) }), subject());
	expect(alertMessages(message).pagerduty?.event_action).toBe(action);
});

test('a budget without a name is named by its ID', () => {
	const unnamed = definition({ name: undefined });
	expect(alertMessage(forecast(), subject({ definition: unnamed })).name).toBe('brand-de');
});

test('any forecast under any name stays within the limits of Slack and PagerDuty, without markup from names', () => {
	fc.assert(
		fc.property(anyMessage, (message) => {
			const { slack, text, pagerduty, mail } = alertMessages(message);
			expectSlackAccepts(slack);
			expectHarmless(text);
			expect(text).not.toContain('\n');
			expect(mail.subject).not.toMatch(/\p{Cc}/u);
			expect(mail.subject.length).toBeLessThan(400);
			if (pagerduty === null) return;
			const { summary, severity } = pagerduty.payload;
			expect(summary.length).toBeGreaterThan(0);
			expect(summary.length).toBeLessThanOrEqual(PAGERDUTY_LIMITS.summaryLength);
			expect(['critical', 'warning', 'info']).toContain(severity);
		}),
		RUNS,
	);
});

test('the longest ID still fits the key of PagerDuty', () => {
	const { budgetId } = definition({ budgetId: 'x'.repeat(200) });
	expect(`${budgetId}/exhaustion/2026-11-23`.length).toBeLessThanOrEqual(PAGERDUTY_LIMITS.dedupKeyLength);
});

/** A value with every text and number replaced by its type, and every list by the shapes in it. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return [...new Set(value.map((part) => JSON.stringify(shapeOf(part))))];
	if (typeof value !== 'object' || value === null) return typeof value;
	const entries = Object.entries(value).filter(([key]) => key !== 'verbatim' && key !== 'custom_details');
	return Object.fromEntries(entries.sort().map(([key, part]) => [key, key === 'type' ? part : shapeOf(part)]));
}

describeWithShared('the messages have the structure of', () => {
	test("what n8n's Slack node takes", () => {
		const { payload } = readSharedJson<{ payload: object }>('platforms/slack_block_message.json');
		expect(shapeOf({ text: firing.text, slack: firing.slack })).toEqual(shapeOf(payload));
	});

	test("PagerDuty's Events API, but for the routing key", () => {
		const { payload } = readSharedJson<{ payload: object }>('platforms/pagerduty_event_v2.json');
		expect(shapeOf({ ...firing.pagerduty, routing_key: 'from the user' })).toEqual(shapeOf(payload));
	});
});
