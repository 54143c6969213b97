import { budgetReport, type BudgetDefinitionInput, createState, ingest, type PacingState } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { NOON, overviewState, overviewStates } from '../../support/overviewStates';
import { pushedAt } from '../../support/pushRecords';
import { textOf } from '../../support/textOf';

const reportOf = (state: PacingState, nowMs = NOON): string => budgetReport(state, { nowMs }).html;
const words = (html: string): string => textOf(html).replace(/\s+/g, ' ');

/** Cells of the row that begins with a text, of the first table that has one. */
function rowOf(html: string, head: string): string[] {
	const row = html.match(/<tr>.*?<\/tr>/gs)!.find((one) => one.startsWith(`<tr><th scope="row">${head}`))!;
	return [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => textOf(cell!));
}

describe('the month by day', () => {
	const html = reportOf(overviewState({ budgetId: 'a' }));

	test.each`
		day             | cells                                                                                                                                 | because
		${'Sun 1 Nov'}  | ${['€1,000.00', '-', '€960.00', '€960.00']}                                                                                           | ${'a day gone has what it needed and what it spent'}
		${'Mon 2 Nov'}  | ${['€1,001.38', '-', '€960.00', '€1,920.00']}                                                                                         | ${'what the first day left is spread over the others'}
		${'Mon 23 Nov'} | ${[expect.stringMatching(/^€1,1/), expect.stringMatching(/^€1,0/), '€480.00 so far', expect.stringMatching(/^€22\.\dk \(/)]}          | ${'today has both, and what is expected by its end'}
		${'Mon 30 Nov'} | ${[expect.stringMatching(/^€1,1/), expect.any(String), expect.stringMatching(/^€9\d\d \(€/), expect.stringMatching(/^€2\d\.\dk \(/)]} | ${'a day ahead has what is expected of it'}
	`('$day: $because', ({ day, cells }) => {
		expect(rowOf(html, day as string).slice(1)).toEqual(cells);
	});

	test('shows needed pace, even pace, interval, and how much time is over', () => {
		for (const name of ['needed a day', 'even pace', 'projected, 80% interval', 'now: 75% of the time is over']) {
			expect(words(html)).toContain(name);
		}
	});

	test('marks the days of edits, by whom and why, and says it in a table', () => {
		const edit = { value: '400', seenMs: NOON - HOUR_MS };
		const pushes = [
			pushedAt(NOON - 3 * DAY_MS, '250', '280', { currency: 'EUR', code: 'accepted', object: 'budget/1' }),
			pushedAt(NOON - 2 * HOUR_MS, '250', '280', { currency: 'EUR', code: 'accepted', edit }),
		];
		const edited = reportOf({ ...overviewState({ budgetId: 'a' }), pushes });
		const marks = [...edited.matchAll(/<path class="(ours|somebody)" [^>]*><title>(.*?)<\/title>/g)];
		expect(marks.map(([, by, title]) => [by, textOf(title!)])).toEqual([
			['ours', '20 Nov 2026: We raised Google Ads budget/1 to €280.00, as planned'],
			['ours', '23 Nov 2026: We raised Google Ads budget/222 to €280.00, as planned'],
			['somebody', '23 Nov 2026: Somebody set Google Ads budget/222 to €400.00'],
		]);
		expect(words(edited)).toContain(
			'We raised Google Ads budget/222 to €280.00, as planned; Somebody set Google Ads budget/222 to €400.00',
		);
		expect(words(edited)).toMatch(/edited by us.*edited by somebody/);
		expect(words(html)).not.toContain('edited by');
	});

	test('many edits are counted, and those that are no longer on record are said to be missing', () => {
		const pushes = Array.from({ length: 60 }, (_, minutes) =>
			pushedAt(NOON - (60 - minutes) * 60_000, '80', String(81 + minutes), { currency: 'EUR', code: 'accepted' }),
		);
		const text = words(reportOf({ ...overviewState({ budgetId: 'a' }), pushes }));
		expect(text).toContain('and 57 more');
		expect(text).toContain('Edits of budgets before 23 Nov 2026 are not all on record.');
	});

	test('without fresh data nothing is forecast, and what is not known is not zero', () => {
		const stale = reportOf(overviewState({ budgetId: 'stale' }, { hoursAgo: 30 }));
		expect(rowOf(stale, 'Sun 22 Nov').slice(3)).toEqual(['not known', 'not known']);
		expect(words(stale)).not.toContain('projected, 80% interval');
		expect(words(stale)).toContain('not reported spent so far');
	});

	test('a daily amount alone has no period', () => {
		expect(words(reportOf(overviewState({ budgetId: 'a', monthlyAmount: undefined })))).not.toMatch(/The \w+ by day/);
	});

	test('a flight of a year keeps the page small', () => {
		const flight = { start: '2026-04-01', end: '2027-03-31', amount: '365000' };
		const state = overviewState({ budgetId: 'a', monthlyAmount: undefined, flight } as BudgetDefinitionInput);
		const long = reportOf(state);
		expect(long.length).toBeLessThan(60_000);
		expect(rowOf(long, 'Sun 8 Nov')).toBeDefined();
		expect(long).not.toMatch(/Sat 7 Nov|Wed 9 Dec/);
		expect(words(long)).toContain('The flight by day');
		expect(long.match(/NaN|Infinity|undefined|null/g)).toBeNull();
	});
});

describe('today', () => {
	test('hours without budget are marked where it will run out, and only there', () => {
		const html = reportOf(overviewState({ budgetId: 'away' }, { runsAway: true }));
		expect(words(html)).toMatch(/out of budget (from about|since) \d\d:\d\d/);
		expect(html.match(/<rect class="out"/g)).toHaveLength(2);
		expect(html).toMatch(/<th scope="row">23:00 \*<\/th>/);
		const steady = reportOf(overviewState({ budgetId: 'steady' }));
		expect(steady).not.toMatch(/out of budget|class="out" x/);
	});

	test('the plan of past hours is there beside what they delivered, and in total it is the amount of the day', () => {
		const html = reportOf(overviewState({ budgetId: 'a' }));
		const money = (cell: string) => Number(cell.replace(/[€,]/g, ''));
		const past = rowOf(html, '03:00');
		expect(money(past[1]!)).toBeGreaterThan(0);
		expect(past.slice(2, 4)).toEqual(['€40.00', '-']);
		expect(money(rowOf(html, '23:00')[4]!)).toBeCloseTo(1000, 0);
	});

	test('without history there is a plan and no forecast', () => {
		const created = createState({ budgetId: 'new', currency: 'EUR', timeZone: 'UTC', dailyAmount: '240' });
		const { state } = ingest(
			created,
			hourly(NOON - 3 * HOUR_MS, 3, () => ({ spend: 10 })),
			NOON,
		);
		expect(words(reportOf(state))).toContain('There is no plan for today yet');
	});
});

test.each`
	currency | because
	${'EUR'} | ${'a sign'}
	${'HUF'} | ${'a code and a space before the amount'}
	${'KWD'} | ${'three decimals'}
`('the axis has room for amounts in $currency at the size of phones and paper: $because', ({ currency }) => {
	const html = reportOf(overviewState({ budgetId: 'a', currency: currency as string }));
	for (const [, end, label] of html.matchAll(/<text class="axis" x="([\d.]+)"[^>]*text-anchor="end">(.*?)</g)) {
		expect(Number(end)).toBeGreaterThan(11 * textOf(label!).length);
	}
});

describe('no sentence twice', () => {
	const campaigns = [{ campaignId: 'one' }, { campaignId: 'two' }];
	const states = [...overviewStates(), overviewState({ budgetId: 'split', campaigns } as BudgetDefinitionInput)];

	test.each(states.map((state) => ({ id: state.definition.budgetId, state })))('in the report of $id', ({ state }) => {
		const blocks = [...reportOf(state).matchAll(/<(?:p|td|h2)(?: [^>]*)?>(.*?)<\/(?:p|td|h2)>/gs)].map(([, text]) =>
			textOf(text!),
		);
		const sentences = blocks.flatMap((text) => text.split(/(?<=\.)\s+/)).filter((text) => text.length > 30);
		expect(sentences.filter((text, position) => sentences.indexOf(text) !== position)).toEqual([]);
	});
});
