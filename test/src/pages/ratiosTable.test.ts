import { budgetReport, createState, ingest } from '../../../src/index';
import { ratiosTable } from '../../../src/pages/ratiosTable';
import type { Ratio, Ratios } from '../../../src/results/ratiosByTime';
import { DAY_MS, hourly } from '../../support/deliveries';
import { textOf } from '../../support/textOf';

const ratios = (length: number, known: Partial<Record<Ratio, readonly (number | null)[]>>): Ratios => {
	const none = Array.from({ length }, () => null);
	return { ctr: none, cpm: none, cvr: none, cpa: none, roas: none, ...known };
};

const NONE = { hourOfDay: ratios(24, {}), weekday: ratios(7, {}) };

/** The cells of a row: their text, and how strong the shade of each is. */
function cellsOf(html: string, row: string) {
	const table = html.slice(html.indexOf('class="panel ratios"'));
	const [, cells] = new RegExp(`<th scope="row">${row}</th>(.*?)</tr>`).exec(table)!;
	return [...cells!.matchAll(/<td class="shade(\d)">(.*?)<\/td>/g)].map(([, shade, text]) => [text, Number(shade)]);
}

test('shows each ratio as people write it, with a shade that is strongest for the best', () => {
	const weekday = ratios(7, {
		ctr: [0.01, 0.0234, 0.03, 0.04, null, 0.01, 0.01],
		cpm: [4, 2.004, 1, 4, null, 4, 4],
		roas: [3, 3, 3, 3, null, 3, 3],
	});
	const html = ratiosTable({ ...NONE, weekday }, 'EUR');
	expect([...html.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, head]) => head)).toEqual([
		'Hour or weekday',
		'CTR',
		'CPM',
		'ROAS',
	]);
	expect(cellsOf(html, 'Mon')).toEqual([
		['1.00%', 0],
		['€4.00', 0],
		['3.00', 0],
	]);
	expect(cellsOf(html, 'Tue')).toEqual([
		['2.34%', 1],
		['€2.00', 2],
		['3.00', 0],
	]);
	expect(cellsOf(html, 'Wed')).toEqual([
		['3.00%', 2],
		['€1.00', 3],
		['3.00', 0],
	]);
	expect(cellsOf(html, 'Thu')).toEqual([
		['4.00%', 3],
		['€4.00', 0],
		['3.00', 0],
	]);
	expect(cellsOf(html, 'Fri')).toEqual([
		['', 0],
		['', 0],
		['', 0],
	]);
	expect(textOf(html)).toContain('There is not enough evidence for CVR, CPA.');
});

test.each`
	cpm             | shades       | because
	${[5, 4.9, 5]}  | ${[0, 0, 0]} | ${'2% is hardly a difference'}
	${[5, 4.5, 5]}  | ${[0, 2, 0]} | ${'10% is half of one'}
	${[5, 4, 2]}    | ${[0, 1, 3]} | ${'the cheapest is the best'}
	${[5, 5, null]} | ${[0, 0, 0]} | ${'all are alike'}
`('a CPM of $cpm has the shades $shades: $because', ({ cpm, shades }) => {
	const given = cpm as readonly (number | null)[];
	const html = ratiosTable({ ...NONE, weekday: ratios(7, { cpm: [...given, 5, 5, 5, 5] }) }, 'EUR');
	expect(['Mon', 'Tue', 'Wed'].map((day) => cellsOf(html, day)[0]![1])).toEqual(shades);
});

test('has no table without any evidence, and says so', () => {
	const html = ratiosTable(NONE, 'EUR');
	expect(html).not.toContain('<table');
	expect(textOf(html)).toContain('There is not enough evidence for CTR, CPM, CVR, CPA, ROAS.');
});

describe('in a report', () => {
	const now = Date.UTC(2026, 5, 1);
	const windows = hourly(now - 28 * DAY_MS, 28 * 24, () => ({
		spend: '12.00',
		impressions: 4000,
		clicks: 80,
		conversions: 4,
		revenue: 96,
	}));
	const created = createState({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		dailyAmount: 288,
		objective: 'reach',
	});
	const { html } = budgetReport(ingest(created, windows, now).state, { nowMs: now });

	test('stands folded under the learned pattern, with all that is known', () => {
		expect(html).toMatch(
			/Learned pattern.*<div class="panel ratios"><details><summary>CTR, CPM, CVR, CPA and ROAS by hour/s,
		);
		expect(cellsOf(html, '09:00').slice(0, 2)).toEqual([
			['2.00%', 0],
			['€3.00', 0],
		]);
		expect(cellsOf(html, 'Sun')).toHaveLength(5);
	});

	test('is not printed, so that the report stays within its pages', () => {
		expect(html).toMatch(/@media print\{[^@]*\.ratios\{display:none\}/);
	});
});
