import { budgetReport, createState, ingest, optimizeAllocation, type PerformanceWindow } from '../../../src/index';
import { escapeHtml, htmlTable } from '../../../src/pages/html';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { pushedAt } from '../../support/pushRecords';
import { textOf } from '../../support/textOf';

const NOW = Date.parse('2026-11-24T13:20:00Z');
const TODAY = Date.parse('2026-11-24T00:00:00Z');

const DEFINITION = {
	budgetId: 'brand/de',
	name: 'Brand <script>alert("1")</script> & co',
	currency: 'EUR',
	timeZone: 'UTC',
	dailyAmount: 1000,
	monthlyAmount: 26_000,
	spentBeforeFirstReport: 0,
	campaigns: [{ campaignId: '<img src=x onerror=alert(1)>' }, { campaignId: 'shopping' }],
};

const delivered = (campaignId: string, spend: number): PerformanceWindow[] =>
	hourly(TODAY - 14 * DAY_MS, 14 * 24 + 13, (position) => ({
		campaignId,
		spend: spend * (1 + (position % 5) / 10),
		clicks: 20,
		conversions: position % 3,
	}));

function stateOf(definition = DEFINITION) {
	const windows = definition.campaigns.flatMap(({ campaignId }, position) => delivered(campaignId, 15 + 5 * position));
	const { state } = ingest(createState(definition), windows, NOW);
	return optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW }).state;
}

describe('a report', () => {
	const { html, fileName } = budgetReport(stateOf(), { nowMs: NOW });

	test('is self-contained: no scripts, links or external images', () => {
		const foreign = html.match(/<script|<link|<img|<iframe|https?:|\ssrc="|url\(|@import|\son\w+="/gi);
		expect(foreign).toBeNull();
		expect(html.length).toBeLessThan(150_000);
	});

	test('shows any name as text', () => {
		expect(textOf(html)).toContain('Brand <script>alert("1")</script> & co');
		expect(textOf(html)).toContain('<img src=x onerror=alert(1)>');
	});

	test('states which hours and campaigns changed, and since when plans use the change', () => {
		const since = { sinceMs: TODAY - 5 * DAY_MS, actedMs: TODAY };
		const changed = {
			...stateOf(),
			regimes: [{ localHour: 18, ...since }],
			campaignRegimes: [{ campaignId: '<img src=x onerror=alert(1)>', ...since }],
		};
		const text = textOf(budgetReport(changed, { nowMs: NOW }).html);
		for (const name of ['18:00', '<img src=x onerror=alert(1)>']) {
			expect(text).toContain(
				`${name} has performed differently since 19 Nov 2026, 00:00; plans have followed since 24 Nov 2026, 00:00.`,
			);
		}
		expect(textOf(html)).toContain('No change has been detected');
	});

	test('lists what was decided, the latest first, and counts what it leaves out', () => {
		const pushes = Array.from({ length: 120 }, (_, hours) =>
			pushedAt(NOW - (120 - hours) * HOUR_MS, '80', String(81 + hours), { currency: 'EUR', code: 'accepted' }),
		);
		const text = textOf(budgetReport({ ...stateOf(), pushes }, { nowMs: NOW }).html);
		const [, log = ''] = text.split('What, why, and what came of it');
		expect(log).toMatch(
			/Plan 2026-11-24-\w+: €1,000\.00 for 24 Nov 2026\..*budget\/222 raised from €80\.00 to €200\.00: confirmed\./s,
		);
		expect(log).toContain('And 21 earlier ones.');
		expect(log.match(/confirmed/g)).toHaveLength(99);
	});

	test('has a file name that is valid on any system', () => {
		expect(fileName).toBe('pacing-brand-de-2026-11-24.html');
	});

	test('every chart has an alternative text, and its data in the table of its panel', () => {
		const charts = html.match(/<figure>.*?<\/figure>/gs)!;
		expect(charts).toHaveLength(6);
		for (const one of charts) expect(one).toMatch(/<svg [^>]*role="img" aria-label="[^"]{20,}"/);
		const panels = html.split('<div class="panel">').slice(1);
		expect(panels).toHaveLength(3);
		for (const one of panels) expect(one).toMatch(/<details><summary>.*<th scope="col">.*<th scope="row">/s);
		expect(html.match(/<h1/g)).toHaveLength(1);
		expect(html).toMatch(/<html lang="en">/);
	});

	test('shows the day, the month, the campaigns and the pattern', () => {
		const text = textOf(html);
		for (const words of [
			'€1,000.00',
			'Plan and delivery by hour',
			'month',
			'Campaigns',
			'Hours of the day',
			'shopping',
		]) {
			expect(text).toContain(words);
		}
	});

	test('contains no invalid numbers', () => {
		expect(html.match(/NaN|Infinity|undefined|null/g)).toBeNull();
	});

	test('is the same for the same state and instant', () => {
		expect(budgetReport(stateOf(), { nowMs: NOW }).html).toBe(html);
	});
});

describe('missing data is stated', () => {
	test('before anything is reported or planned', () => {
		const { html } = budgetReport(createState(DEFINITION), { nowMs: NOW });
		const text = textOf(html);
		expect(text).toContain('nothing has been reported yet');
		expect(text).toContain('There is no plan for today yet: run Optimize Allocation.');
		expect(text).toContain('Nothing has been decided yet.');
		expect(text).toContain('No results have been reported for the objective');
		expect(text.match(/spent so far|projected/g)).toBeNull();
		expect(html.match(/<svg/g)).toBeNull();
	});

	test('a plan of another day is not shown for today', () => {
		const { html } = budgetReport(stateOf(), { nowMs: NOW + DAY_MS });
		expect(textOf(html)).toContain('There is no plan for today yet');
	});

	test('an hour without a report is not shown as 0', () => {
		const { html } = budgetReport(stateOf(), { nowMs: NOW + HOUR_MS });
		expect(textOf(html)).toContain('not reported');
	});
});

test.each`
	text                     | because
	${'<b>"a"</b>'}          | ${'markup and quotes'}
	${"'; onload='alert(1)"} | ${'an attribute in single quotes'}
	${'&lt;script&gt;'}      | ${'escaped text is shown literally'}
`('$text is escaped: $because', ({ text }: { text: string }) => {
	const escaped = escapeHtml(text);
	expect(escaped).not.toMatch(/[<>"']/);
	expect(textOf(escaped)).toBe(text);
	expect(textOf(htmlTable([text], [[text]]))).toContain(text);
});
