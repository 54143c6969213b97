import fc from 'fast-check';

import { digestMessages } from '../../../src/messages/digestMessages';
import { rankByValue } from '../../../src/messages/rankByValue';
import { SLACK_LIMITS } from '../../../src/messages/slackBlocks';
import { RUNS } from '../../support/runs';
import { alertMessage } from '../../../src/messages/alertMessage';
import { alert, anyMessage, at, forecast, hostileName, messageOf, subject } from './forecast';
import { expectHarmless, expectSlackAccepts } from './slackLimits';

const SENTENCE =
	"Today's budget will run out at about 15:27 (14:59 to 15:56, Europe/Berlin), probability 98%. At risk: about €120.00 of revenue and 3.0 conversions. Cap spend at €18.31 an hour to last the day.";

const resolved = messageOf(
	'Shop',
	{},
	{
		status: 'on-pace',
		alert: alert('resolved', true, 'info'),
		reasons: [{ code: 'on-pace', message: '€4.00 of €10.00 spent; on pace' }],
	},
);
const quiet = messageOf('Quiet', {}, { status: 'on-pace', alert: alert('ok', false, 'info') });

test('a digest of one account', () => {
	const brand = messageOf('Brand', { revenue: '120.00', conversions: 3 }, { alert: alert('firing', true) });
	const { ranked, ...digest } = digestMessages([resolved, quiet, brand], 'Acme & Co');
	expect(ranked.map(({ name }) => name)).toEqual(['Brand', 'Quiet', 'Shop']);
	expect(digest).toEqual({
		notify: true,
		severity: 'critical',
		slack: {
			blocks: [
				{ type: 'header', text: { type: 'plain_text', text: '1 budget at risk, 2 on pace' } },
				{ type: 'section', text: { type: 'mrkdwn', text: '*Acme &amp; Co* · 1 new, 1 resolved', verbatim: true } },
				{ type: 'section', text: { type: 'mrkdwn', text: `*Brand* (new): ${SENTENCE}`, verbatim: true } },
				{
					type: 'section',
					text: { type: 'mrkdwn', text: '*Shop*: Resolved. €4.00 of €10.00 spent; on pace.', verbatim: true },
				},
				{
					type: 'context',
					elements: [
						{
							type: 'mrkdwn',
							text: 'Ranked by what is new, then by severity, then by revenue at risk, or by conversions where revenue is unknown',
							verbatim: true,
						},
					],
				},
			],
		},
		text: [
			'*Acme &amp; Co*: 1 budget at risk, 2 on pace (1 new, 1 resolved)',
			`*Brand* (new): ${SENTENCE}`,
			'*Shop*: Resolved. €4.00 of €10.00 spent; on pace.',
			'Ranked by what is new, then by severity, then by revenue at risk, or by conversions where revenue is unknown',
		].join('\n'),
		mail: {
			subject: 'Acme & Co: 1 budget at risk, 2 on pace (1 new, 1 resolved)',
			text: [
				'Acme & Co: 1 budget at risk, 2 on pace (1 new, 1 resolved)',
				`Brand (new): ${SENTENCE}`,
				'Shop: Resolved. €4.00 of €10.00 spent; on pace.',
				'Ranked by what is new, then by severity, then by revenue at risk, or by conversions where revenue is unknown',
			].join('\n\n'),
		},
	});
});

test.each`
	first                                      | second                                             | because
	${['B', { revenue: '10.00' }]}             | ${['A', { revenue: '9.00' }]}                      | ${'more revenue is at risk'}
	${['B', { revenue: '10.00' }]}             | ${['A', { revenue: '9.00', conversions: 99 }]}     | ${'revenue decides where both are known'}
	${['B', { revenue: '9', conversions: 2 }]} | ${['A', { revenue: '9', conversions: 1 }]}         | ${'conversions decide between equals'}
	${['B', { conversions: 2 }]}               | ${['A', { conversions: 1 }]}                       | ${'revenue is unknown for both'}
	${['B', { revenue: '1.00' }]}              | ${['A', { conversions: 500 }]}                     | ${'revenue and conversions are not compared: revenue comes first'}
	${['B', { conversions: 0 }]}               | ${['A', {}]}                                       | ${'unknown is not zero, and comes last'}
	${['A', {}]}                               | ${['B', {}]}                                       | ${'ties are ordered by name'}
	${['B', { revenue: '1.00' }]}              | ${['A', { revenue: '5000' }, { currency: 'JPY' }]} | ${'amounts of different currencies are not compared'}
`('$first comes before $second: $because', ({ first, second }) => {
	const [one, other] = [
		messageOf(...(first as Parameters<typeof messageOf>)),
		messageOf(...(second as Parameters<typeof messageOf>)),
	];
	expect(rankByValue([one, other])).toEqual([one, other]);
	expect(rankByValue([other, one])).toEqual([one, other]);
});

test('the most urgent line comes first, however little is at risk', () => {
	const of = (name: string, revenue: string, state: ReturnType<typeof alert>, status = 'at-risk' as const) =>
		messageOf(name, { revenue }, { status, alert: state });
	const { text } = digestMessages(
		[
			messageOf('Slow', { revenue: '0.00' }, { status: 'underspending', alert: alert('ok', false, 'info') }),
			messageOf('Over', { revenue: '9.00' }, { status: 'on-pace', alert: alert('resolved', true, 'info') }),
			of('Known', '8.00', alert('firing')),
			of('Likely', '7.00', alert('firing', false, 'warning')),
			of('New', '1.00', alert('firing', true, 'warning')),
			of('Worst', '0.50', alert('firing', true)),
		],
		'',
	);
	expect([...text.matchAll(/^\*(\w+)\*/gm)].map(([, name]) => name)).toEqual([
		'Worst',
		'New',
		'Known',
		'Likely',
		'Slow',
		'Over',
	]);
});

describe('where the month stands', () => {
	const month = {
		target: '30000.00',
		spent: '24300',
		probability: 0.9,
		projected: { mean: 33_000, low: 32_000, high: 34_000, level: 0.8 },
		utilization: 0.81,
		period: { start: '2026-11-01', end: '2026-11-30' },
		elapsed: 0.77,
		pace: 1.05,
		daysLeft: 8,
		neededPerDay: '712.50',
		yesterday: null,
	};
	const last = (text: string) =>
		text
			.split('\n')[1]!
			.split(/(?<=[.!]) /)
			.at(-1);
	const monthOver = {
		kind: 'month-over',
		about: 'month/2026-11-01',
		state: 'firing',
		notify: true,
		severity: 'warning',
		dedupKey: 'b/month-over/1',
		sinceMs: at('08:20'),
		headline: 'The month will end over its budget',
		message: 'The month is projected at €33,000.00 of €30,000.00',
	} as const;

	test.each`
		changes                                                                                        | said                                                              | because
		${{}}                                                                                          | ${'Month: 77% gone, 81% of €30,000.00 spent, projected at 110%.'} | ${'the line is about the day'}
		${{ status: 'stale-data', reasons: [{ code: 'stale-data', message: 'Reports are too old' }] }} | ${'Month: 77% gone, 81% of €30,000.00 spent.'}                    | ${'without fresh data nothing is projected'}
		${{ status: 'exhausted' }}                                                                     | ${"Raise today's budget, or wait for tomorrow's."}                | ${'a reason says it already'}
		${{ status: 'on-pace', alert: alert('ok', false, 'info'), alerts: [monthOver] }}               | ${'Raise the budget, or lower or pause the campaigns.'}           | ${'the alert is about the month'}
		${{ horizons: { week: { ...month, target: '7000.00' } } }}                                     | ${'Week: 77% gone, 81% of €7,000.00 spent, projected at 471%.'}   | ${'the week is the longest target'}
		${{ horizons: {} }}                                                                            | ${'Cap spend at €18.31 an hour to last the day.'}                 | ${'the budget only has a daily amount'}
	`('a line ends with "$said": $because', ({ changes, said }) => {
		const message = messageOf('Brand', {}, { horizons: { month }, ...(changes as object) });
		expect(last(digestMessages([message], '').text)).toBe(said);
		expect(digestMessages([message], '').mail.text).toContain(said);
	});

	test('fifteen of 46 lines leave "31 more", in blocks and in text', () => {
		const many = Array.from({ length: 46 }, (_, index) =>
			messageOf(
				`Acme United Kingdom ${index}`,
				{ revenue: `${1000 - index}.00`, conversions: 12.5 },
				{ horizons: { month } },
			),
		);
		const { slack, text } = digestMessages(many, '');
		expectSlackAccepts(slack);
		const sections = slack.blocks.filter(({ type }) => type === 'section');
		expect(sections).toHaveLength(15);
		for (const section of sections) expect(JSON.stringify(section)).toContain('Month: 77% gone');
		expect(JSON.stringify(slack.blocks.at(-1))).toContain('And 31 more');
		expect(text.length).toBeLessThanOrEqual(SLACK_LIMITS.textLength);
		expect(text.match(/^\*/gm)).toHaveLength(46 - Number(/And (\d+) more/.exec(text)![1]));
	});

	test('is not said before the first report', () => {
		const unreported = alertMessage(forecast({ horizons: { month } }), subject({ dataUntilMs: undefined }));
		expect(unreported.standing).toBe('');
	});
});

test('budgets of two currencies get a heading each', () => {
	const { text } = digestMessages(
		[messageOf('Tokyo', { revenue: '90000' }, { currency: 'JPY' }), messageOf('Berlin', { revenue: '20.00' })],
		'',
	);
	expect(text.split('\n').map((line) => line.split(':')[0])).toEqual([
		'2 budgets at risk',
		'*EUR*',
		'*Berlin*',
		'*JPY*',
		'*Tokyo*',
		'Ranked by what is new, then by severity, then by revenue at risk, or by conversions where revenue is unknown; currencies are not compared',
	]);
});

describe('a digest of forty budgets', () => {
	const many = Array.from({ length: 40 }, (_, index) =>
		messageOf(`Budget ${String(index).padStart(2, '0')}`, { revenue: `${1000 - index}.00` }),
	);
	const names = (text: string) => text.match(/Budget \d\d/g);

	test('lists fifteen, most at risk first, and counts the rest', () => {
		const { text, ranked } = digestMessages([...many].reverse(), '');
		expect(names(text)).toEqual(many.slice(0, 15).map(({ name }) => name));
		expect(text).toContain('And 25 more');
		expect(ranked).toEqual(many);
	});

	test('lists new alerts, however little is at risk', () => {
		const small = messageOf('Budget 99', { revenue: '0.10' }, { alert: alert('firing', true) });
		const { text } = digestMessages([...many, small], '');
		expect(names(text)).toEqual(['Budget 99', ...many.slice(0, 14).map(({ name }) => name)]);
		expect(text).toContain('(1 new)');
	});

	test('lists the budget most at risk in every currency, although amounts are not compared', () => {
		const yen = messageOf('Budget 98', { revenue: '5' }, { currency: 'JPY' });
		const { text } = digestMessages([...many, yen], '');
		expect(names(text)).toEqual([...many.slice(0, 14).map(({ name }) => name), 'Budget 98']);
	});

	test('has room for each currency, whatever else is urgent in another', () => {
		const critical = (name: string, currency: string) =>
			messageOf(name, { revenue: '5' }, { currency, alert: alert('firing', false, 'critical') });
		const warning = (name: string, currency: string) =>
			messageOf(name, { revenue: '4' }, { currency, alert: alert('firing', false, 'warning') });
		const warnings = Array.from({ length: 20 }, (_, budget) => warning(`Euro ${budget}`, 'EUR'));
		const euros = [critical('Euro 20', 'EUR'), ...warnings];
		const yen = [critical('Yen 0', 'JPY'), warning('Yen 1', 'JPY')];
		expect(digestMessages([...euros, ...yen], '').text).toContain('Yen 1');
	});

	test('does not notify without alert changes', () => {
		expect(digestMessages(many, '')).toMatchObject({ notify: false, severity: 'critical' });
		expect(digestMessages([quiet], '')).toMatchObject({ notify: false, severity: 'info', text: '1 budget on pace' });
	});
});

test('any budgets with any names fit into one message', () => {
	fc.assert(
		fc.property(fc.array(anyMessage, { minLength: 1, maxLength: 25 }), hostileName, (messages, account) => {
			const { ranked, slack, text, mail } = digestMessages(messages, account);
			expectSlackAccepts(slack);
			expectHarmless(text);
			expect(text.length).toBeLessThanOrEqual(SLACK_LIMITS.textLength);
			expect(mail.subject).not.toMatch(/\p{Cc}/u);
			expect(new Set(ranked)).toEqual(new Set(messages));
		}),
		{ ...RUNS, numRuns: Math.min(RUNS.numRuns, 300) },
	);
});

test('currencies stay together, and more revenue comes before less', () => {
	fc.assert(
		fc.property(fc.array(anyMessage, { maxLength: 25 }), (messages) => {
			const ranked = rankByValue(messages);
			const currencies = ranked.map(({ currency }) => currency);
			expect(currencies).toEqual([...currencies].sort());
			ranked.slice(1).forEach(({ currency, valueAtRisk: { revenue } }, position) => {
				const before = ranked[position]!;
				if (currency !== before.currency || revenue === null) return;
				expect(Number(before.valueAtRisk.revenue)).toBeGreaterThanOrEqual(Number(revenue));
				expect(before.valueAtRisk.revenue).not.toBeNull();
			});
		}),
		RUNS,
	);
});
