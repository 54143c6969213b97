import { overviewOf, overviewPage } from '../../../src/index';
import { byAttention } from '../../../src/messages/budgetOverview';
import { currencyTotals } from '../../../src/messages/currencyTotals';
import { NOON, overviewState, overviewStates } from '../../support/overviewStates';
import { textOf } from '../../support/textOf';

const budgets = overviewStates().map((state) => overviewOf(state, { nowMs: NOON }));
const unreadable = [{ budgetId: 'broken<i>', problem: 'The pacing state is damaged' }];
const page = overviewPage(budgets, { nowMs: NOON, unreadable });
const text = textOf(page.html).replace(/\s+/g, ' ');

/** The row of a budget, by its name. */
const rowOf = (name: string) =>
	page.html.match(/<details class="row.*?<\/details>/gs)!.find((row) => row.includes(name))!;

describe('an overview', () => {
	test('has what needs a person first: the unreadable, alerts, what waits, missing data, then the rest', () => {
		const names = [...page.html.matchAll(/<summary><span><b>(.*?)<\/b>/g)].map(([, name]) => textOf(name!));
		expect(names).toEqual(['broken<i>', 'Run <b>away</b>', 'Client edited', 'Client stale', 'never', 'Client steady']);
		expect(page).toMatchObject({ budgets: 6, needsPerson: 5, fileName: 'budgets-2026-11-23.html' });
	});

	test('is the same in whatever order budgets are stored', () => {
		expect(overviewPage([...budgets].reverse(), { nowMs: NOON, unreadable }).html).toBe(page.html);
	});

	test('within a group the highest value at risk is first, then the target that is missed most', () => {
		const behind = overviewOf(overviewState({ budgetId: 'a', monthlyAmount: '90000.00' }), { nowMs: NOON });
		const dear = {
			...budgets[0]!,
			exhaustion: { ...budgets[0]!.exhaustion, valueAtRisk: { revenue: '5000.00', conversions: 1 } },
		};
		const euros = overviewOf(overviewState({ budgetId: 'b' }), { nowMs: NOON });
		const order = byAttention([euros, behind, budgets[0]!, dear]).map(({ definition }) => definition.budgetId);
		expect(order).toEqual(['a', 'b', 'steady', 'steady']);
		expect(byAttention([budgets[0]!, dear])[0]).toBe(dear);
	});

	test('is self-contained: no scripts, links or external images', () => {
		expect(page.html.match(/<script|<link|<img|<iframe|https?:|\ssrc="|url\(|@import|\son\w+="|<a /gi)).toBeNull();
	});

	test('shows any name as text, and no invalid numbers', () => {
		expect(text).toContain('Run <b>away</b>');
		expect(page.html.match(/NaN|Infinity|undefined|null/g)).toBeNull();
	});

	test.each`
		name               | words                                                                          | because
		${'away'}          | ${'Alert'}                                                                     | ${'the alert is named, not only coloured'}
		${'away'}          | ${'revenue'}                                                                   | ${'with the value at risk'}
		${'Client edited'} | ${'Somebody set Google Ads budget/222 to €400.00; the last push was €280.00.'} | ${'what waits is said'}
		${'Client stale'}  | ${'No fresh data'}                                                             | ${'missing data is named'}
		${'Client stale'}  | ${'Today not reported'}                                                        | ${'a day without a report has not spent nothing'}
		${'never'}         | ${'not reported'}                                                              | ${'what was never reported is not zero'}
		${'Client steady'} | ${'Planned'}                                                                   | ${'the days ahead are named'}
		${'Client steady'} | ${'75% of the month is over'}                                                  | ${'the month is said in sentences'}
		${'broken'}        | ${'The pacing state is damaged'}                                               | ${'a budget that cannot be read says why'}
	`('the row of $name says "$words": $because', ({ name, words }) => {
		expect(textOf(rowOf(name as string)).replace(/\s+/g, ' ')).toContain(words);
	});

	test('a row says no sentence twice', () => {
		for (const { alert } of budgets) {
			const row = textOf(rowOf(alert.name.replace(/<.*?>/g, (tag) => `&#60;${tag.slice(1, -1)}&#62;`)));
			expect(row.split(alert.sentence).length - 1).toBeLessThanOrEqual(1);
		}
	});

	test('a row is not stale, unjudged or unreported and projected at once', () => {
		for (const name of ['Client stale', 'never']) expect(textOf(rowOf(name))).not.toMatch(/projected|pace \d/i);
	});

	test('with a report link a row leads to the report of its budget, whatever the ID', () => {
		const odd = [overviewOf(overviewState({ budgetId: 'a&b "c"' }), { nowMs: NOON })];
		const { html } = overviewPage(odd, { nowMs: NOON, reportLink: '?budget=' });
		expect(html).toContain('<a href="?budget=a%26b%20%22c%22">');
	});

	test('every chart has an alternative text, every cell a label, and the page one main heading', () => {
		const charts = page.html.match(/<svg [^>]*>/g)!;
		expect(charts).toHaveLength(budgets.length);
		for (const chart of charts) expect(chart).toMatch(/role="img" aria-label="[^"]{10,}"/);
		expect(rowOf('Client steady').match(/<span class="key">/g)).toHaveLength(5);
		expect(page.html.match(/<h1/g)).toHaveLength(1);
		expect(page.html).toMatch(/<html lang="en">/);
	});

	test('without budgets it says that nothing needs anybody', () => {
		expect(textOf(overviewPage([], { nowMs: NOON }).html)).toContain('Nothing: no alert');
	});
});

describe('totals', () => {
	test('are exact and currency by currency, and say what is not known', () => {
		const [euros, pounds] = currencyTotals(budgets);
		expect(euros).toMatchObject({
			currency: 'EUR',
			budgets: 4,
			needsPerson: 4,
			spentToday: { amount: '1200', unknown: 2 },
			targets: { budgets: 4, target: { amount: '99000', unknown: 0 }, projected: { unknown: 2 } },
			revenueAtRisk: { unknown: 1 },
		});
		expect(pounds).toMatchObject({
			currency: 'GBP',
			budgets: 1,
			needsPerson: 0,
			spentToday: { amount: '480', unknown: 0 },
		});
	});

	test('without a known amount the total is not known', () => {
		expect(currencyTotals([budgets[1]!])[0]!.spentToday).toEqual({ amount: null, unknown: 1 });
		expect(textOf(overviewPage([budgets[1]!], { nowMs: NOON }).html)).toContain('not known');
	});
});

describe('daily spend', () => {
	test('what is not reported is a gap, not a zero', () => {
		const stale = budgets[2]!.daily.days;
		expect(stale.at(-1)).toEqual({ date: '2026-11-22', spend: null });
		expect(stale.at(-2)).toEqual({ date: '2026-11-21', spend: 960 });
		expect(budgets[1]!.daily.days.every(({ spend }) => spend === null)).toBe(true);
	});

	test('is held against an even day of the tightest amount', () => {
		expect(budgets[0]!.daily.evenDay).toBe(1000);
		expect(budgets[1]!.daily.evenDay).toBe(300);
	});
});
