import { createState, ingest, pacingStatus, type PerformanceWindow } from '../../../src/index';
import { RATIOS } from '../../../src/results/ratiosByTime';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 1);
const DAYS = 28;

const ratiosOf = (windows: readonly PerformanceWindow[], nowMs = TODAY) => {
	const created = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '240.00' });
	return pacingStatus(ingest(created, windows, nowMs).state, { nowMs }).ratios;
};

type Figures = Omit<PerformanceWindow, 'startMs' | 'endMs'>;

/** Four weeks, read long after, so that all conversions are in. */
const history = (describe: (hour: number, day: number) => Figures) =>
	hourly(TODAY - DAYS * DAY_MS, DAYS * 24, (position) => describe(position % 24, Math.floor(position / 24)));

const USUAL = { spend: '12.00', impressions: 4000, clicks: 80, conversions: 4, revenue: 96 };

test('are CTR, CPM, CVR, CPA and ROAS of each hour of the day and each weekday', () => {
	const windows = history((hour, day) => ({
		...USUAL,
		...(hour === 9 && { impressions: 2000, clicks: 160 }),
		...(day % 7 === 6 && { spend: '24.00', revenue: 48 }),
	}));
	const { hourOfDay, weekday } = ratiosOf(windows);
	expect(RATIOS.map((ratio) => hourOfDay[ratio].length)).toEqual([24, 24, 24, 24, 24]);
	expect(RATIOS.map((ratio) => weekday[ratio].length)).toEqual([7, 7, 7, 7, 7]);
	expect(hourOfDay.ctr[8]).toBeCloseTo(80 / 4000, 9);
	expect(hourOfDay.ctr[9]).toBeCloseTo(160 / 2000, 9);
	expect(hourOfDay.cvr[9]! / hourOfDay.cvr[8]!).toBeCloseTo(0.5, 2);
	expect(weekday.cpm[0]).toBeCloseTo((1000 * 12 * 24) / (23 * 4000 + 2000), 3);
	expect(weekday.cpm[6]! / weekday.cpm[0]!).toBeCloseTo(2, 9);
	expect(Math.abs(weekday.cpa[6]! / weekday.cpa[0]! / 2 - 1)).toBeLessThan(0.05);
	expect(weekday.roas[6]! / weekday.roas[0]!).toBeCloseTo(1 / 4, 1);
});

test.each`
	figures                                                      | unknown                                 | because
	${{ impressions: undefined }}                                | ${['ctr', 'cpm']}                       | ${'impressions are not reported'}
	${{ clicks: undefined }}                                     | ${['ctr', 'cvr']}                       | ${'clicks are not reported'}
	${{ revenue: undefined }}                                    | ${['roas']}                             | ${'revenue is not reported'}
	${{ conversions: 0, revenue: 0 }}                            | ${['cvr', 'cpa', 'roas']}               | ${'none in four weeks is no evidence of a CPA, and no ROAS of 0'}
	${{ spend: '0', impressions: 0, clicks: 0, conversions: 0 }} | ${['ctr', 'cpm', 'cvr', 'cpa', 'roas']} | ${'nothing was delivered'}
`('are null, never 0, without enough evidence of $unknown: $because', ({ figures, unknown }) => {
	const given = Object.entries({ ...USUAL, ...(figures as Partial<Figures>) }).filter(
		([, value]) => value !== undefined,
	);
	const { hourOfDay, weekday } = ratiosOf(history(() => Object.fromEntries(given) as Figures));
	for (const ratio of RATIOS) {
		const values = new Set([...hourOfDay[ratio], ...weekday[ratio]].map((value) => value === null));
		expect([ratio, [...values]]).toEqual([ratio, [(unknown as string[]).includes(ratio)]]);
	}
});

test('an hour with a conversion a week has no CPA, and the weekdays have one', () => {
	const windows = history((hour, day) => ({ ...USUAL, conversions: (hour + day) % 7 === 0 ? 1 : 0 }));
	const { hourOfDay, weekday } = ratiosOf(windows);
	expect(hourOfDay.cpa.every((cpa) => cpa === null)).toBe(true);
	expect(weekday.cpa.every((cpa) => cpa! > 60 && cpa! < 110)).toBe(true);
});

test('clicks of the time before impressions were reported are not in a CTR', () => {
	const { hourOfDay } = ratiosOf(
		history((_, day) => ({ spend: '12.00', clicks: day < 14 ? 800 : 80, ...(day >= 14 && { impressions: 4000 }) })),
	);
	expect(hourOfDay.ctr[12]).toBeCloseTo(0.02, 9);
});

test('compare conversions at equal maturity: what is still to come does not raise the CPA', () => {
	let state = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '240.00' });
	for (let day = -DAYS; day <= 0; day++) {
		const nowMs = TODAY + day * DAY_MS;
		const windows = hourly(nowMs - 5 * DAY_MS, 5 * 24, (position) => ({
			spend: '12.00',
			clicks: 80,
			conversions: position < 2 * 24 ? 4 : 0,
		}));
		({ state } = ingest(state, windows, nowMs));
	}
	const { weekday } = pacingStatus(state, { nowMs: TODAY + HOUR_MS }).ratios;
	for (const cpa of weekday.cpa) expect(Math.abs(cpa! / 3 - 1)).toBeLessThan(0.1);
});
