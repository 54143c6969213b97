import { backtest, backtestPage, createState, ingest, type PerformanceWindow } from '../../../src/index';
import { historyDays } from '../../../src/backtest/historyDays';
import { deliveredHours } from '../../../src/ledger/ledger';
import { learnHourResponse } from '../../../src/backtest/hourResponse';
import { ledgerBefore } from '../../../src/backtest/ledgerBefore';
import { mulberry32 } from '../../../src/statistics/seededRandom';
import { DAY_MS, hourly } from '../../support/deliveries';

const END = Date.parse('2026-11-24T00:00:00Z');

const DEFINITION = {
	budgetId: 'b',
	currency: 'EUR',
	timeZone: 'UTC',
	dailyAmount: 240,
	restatementDays: 60,
};

/** Strategies that weight hours by time, by learned patterns, and by today's hours as well. */
const CHOSEN = ['even_distribution', 'performance_based', 'adaptive_ml'] as const;

/** Random spend around an even plan, with better conversion in the evening: results are spend to the power of an elasticity. */
function windowsOf(days: number, elasticity = 0.7, level = 1): PerformanceWindow[] {
	const random = mulberry32(7);
	return hourly(END - days * DAY_MS, days * 24, (position) => {
		const spend = Number((10 * Math.exp(0.5 * (random() - 0.5) * 2)).toFixed(2));
		const good = position % 24 >= 18 ? 3 : 1;
		return { campaignId: 'a', spend, conversions: Number((level * good * spend ** elasticity).toFixed(4)) };
	});
}

const stateOf = (windows: readonly PerformanceWindow[], changes = {}) =>
	ingest(createState({ ...DEFINITION, ...changes }), windows, END).state;

describe('a backtest', () => {
	const state = stateOf(windowsOf(28));
	const report = backtest(state);

	test('replays the days after a week of learning, with every strategy and the actual allocation', () => {
		expect(report).toMatchObject({
			budgetId: 'b',
			from: '2026-11-03',
			to: '2026-11-23',
			days: 21,
			counted: 'conversions',
		});
		expect(report.results.map(({ policy }) => policy).sort()).toEqual([
			'actual',
			'adaptive_ml',
			'conversion_pattern_adaptive',
			'dayparting_optimized',
			'even_distribution',
			'front_loading',
			'performance_based',
		]);
		expect(report.results.reduce((sum, { probabilityBest }) => sum + probabilityBest, 0)).toBeCloseTo(1, 9);
	});

	test('reports the actual allocation as it was', () => {
		const replayed = windowsOf(28).slice(7 * 24);
		const actual = report.results.find(({ policy }) => policy === 'actual')!;
		const spent = replayed.reduce((sum, { spend }) => sum + Math.round(Number(spend) * 100), 0) / 100;
		const conversions = replayed.reduce((sum, window) => sum + window.conversions!, 0);
		expect(actual.spend).toBe(spent.toFixed(2));
		expect(actual.againstActual).toBeNull();
		expect(actual.value.mean / conversions).toBeCloseTo(1, 2);
	});

	test('finds that budget belongs in the evening, and how results respond to spend', () => {
		expect(report.results[0]!.policy).not.toMatch(/actual|even_distribution|front_loading/);
		expect(report.results[0]!.againstActual!.low).toBeGreaterThan(0);
		expect(report.elasticity.mean).toBeCloseTo(0.7, 1);
		expect(report.conclusive).toBe(report.results[0]!.probabilityBest >= 0.8);
		expect(report.warnings).toEqual([]);
	});

	test('no strategy spends more than the days allow', () => {
		for (const { policy, overspend, hours } of report.results) {
			if (policy === 'actual') continue;
			expect(overspend).toBe('0.00');
			for (const day of hours) expect(day.reduce((sum, spend) => sum + spend, 0)).toBeLessThan(240 + 1e-6);
		}
	});

	test('is the same for the same history in any order', () => {
		expect(backtest(stateOf(windowsOf(28).toReversed()))).toEqual(report);
	});

	test.each`
		hour            | because
		${9 * 24 + 1}   | ${'early on the third replayed day'}
		${10 * 24}      | ${'the first hour of a day'}
		${13 * 24 + 17} | ${'late on the last day'}
	`('plans an hour without look-ahead: hour $hour, $because', ({ hour }: { hour: number }) => {
		const windows = windowsOf(14);
		const changed = windows.map((window, position) =>
			position < hour ? window : { ...window, spend: 31 - Number(window.spend), conversions: (position * 7) % 50 },
		);
		const before = (given: PerformanceWindow[]) =>
			new Map(
				backtest(stateOf(given), { strategies: CHOSEN }).results.map(
					({ policy, hours }) => [policy, hours.flat().slice(0, hour - 7 * 24)] as const,
				),
			);
		const expected = before(windows);
		for (const [policy, spends] of before(changed)) expect(spends).toEqual(expected.get(policy));
	});

	test('its page shows the leading policy in words, numbers and a chart', () => {
		const { html, fileName } = backtestPage(report, { name: 'Brand <b>' });
		expect(fileName).toBe('backtest-b-2026-11-23.html');
		expect(html).toContain('Backtest of Brand &#60;b&#62;');
		expect(html).toContain('>Actual<');
		expect(html.match(/NaN|Infinity|undefined|<script/g)).toBeNull();
	});
});

describe('limits of the history', () => {
	test.each`
		days  | changes                     | because
		${13} | ${{}}                       | ${'it takes a week to learn from and a week to compare'}
		${28} | ${{ objective: 'revenue' }} | ${'revenue was never reported'}
	`('$days days, $changes: rejected, because $because', ({ days, changes }: { days: number; changes: object }) => {
		expect(() => backtest(stateOf(windowsOf(days), changes))).toThrow(/too short to compare/);
	});

	test('spend that never varies does not identify the response, and the report says so', () => {
		const still = windowsOf(28).map((window) => ({ ...window, spend: 10 }));
		const { warnings, conclusive, elasticity } = backtest(stateOf(still));
		expect(warnings.map(({ code }) => code)).toContain('response-assumed');
		expect(conclusive).toBe(false);
		expect(elasticity.high - elasticity.low).toBeGreaterThan(0.2);
	});

	test('a strategy far above the observed spend of hours is named', () => {
		const idle = windowsOf(28).map((window, position) => (position % 24 < 20 ? { ...window, spend: 0.2 } : window));
		const { warnings, results } = backtest(stateOf(idle));
		expect(warnings.map(({ code }) => code)).toContain('outside-support');
		expect(results.find(({ policy }) => policy === 'even_distribution')!.outsideSupport).toBeGreaterThan(0.5);
	});
});

describe('its parts', () => {
	test('an earlier ledger has the windows that had ended, and no reporting delay', () => {
		const { ledger } = stateOf(windowsOf(3));
		const before = ledgerBefore(ledger, END - DAY_MS - 1);
		expect(deliveredHours(before)).toHaveLength(47);
		expect(before.dataUntilMs).toBe(END - DAY_MS - 1);
		expect(before.arrivals).toBeUndefined();
	});

	test.each`
		elasticity
		${0.5}
		${0.7}
		${0.9}
	`(
		'an elasticity of $elasticity is found if spend varies independently of hour and day',
		({ elasticity }: { elasticity: number }) => {
			const { ledger, definition } = stateOf(windowsOf(28, elasticity, 20));
			const response = learnHourResponse(historyDays(ledger, definition));
			const mean = response.weights.reduce((sum, weight, step) => sum + weight * response.elasticities[step]!, 0);
			expect(mean).toBeCloseTo(elasticity, 1);
			expect(response.likelihoodEstimate).toBeCloseTo(elasticity, 1);
			expect(response.identified).toBe(true);
		},
	);
});
