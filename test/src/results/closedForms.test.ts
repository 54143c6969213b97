import fc from 'fast-check';

import { createState, ingest } from '../../../src/index';
import { detectShift } from '../../../src/results/detectShift';
import { type Cell, shrunkMultipliers } from '../../../src/statistics/shrinkage';
import { DAY_MS, hourly } from '../../support/deliveries';

describe('the evidence for a change', () => {
	const START = Date.UTC(2026, 9, 5);
	const BASELINE_DAYS = 7;
	const NOW = START + (BASELINE_DAYS + 1) * DAY_MS;
	const WATCHED = 9;
	const budget = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '500' });

	/** Hours other than the watched one, marked as acted on: they set the level and contribute no evidence. */
	const others = Array.from({ length: 24 }, (_, localHour) => ({ localHour, sinceMs: 0, actedMs: NOW })).filter(
		({ localHour }) => localHour !== WATCHED,
	);

	/** The e-value of the watched hour alone after one judged day with these conversions, all reported immediately. */
	function evidence(clicks: number, conversionsAt: (hour: number) => number, watched: number): number {
		const windows = hourly(START, 24 * (BASELINE_DAYS + 1), (position) => ({
			spend: '10',
			clicks,
			conversions: position === 24 * BASELINE_DAYS + WATCHED ? watched : conversionsAt(position % 24),
		}));
		const { ledger } = ingest(budget, windows, NOW).state;
		const atOnce = { ...ledger, arrivals: { entered: [1e15], added: [] } };
		const rate = { timeZone: 'UTC', measure: 'conversionsPerClick', dispersion: 1 } as const;
		return 24 * detectShift({ ...rate, ledger: atOnce, regimes: others, nowMs: NOW }).eValue;
	}

	test.each`
		clicks | conversionsAt                                    | because
		${100} | ${() => 2}                                       | ${'hours are alike'}
		${40}  | ${(hour: number) => 1 + (hour % 4)}              | ${'hours differ'}
		${9}   | ${(hour: number) => (hour % 3 === 0 ? 0.25 : 0)} | ${'few conversions, and fractional ones'}
	`('is 1 on average over the results of a day without a change: $because', ({ clicks, conversionsAt }) => {
		const hours = Array.from({ length: 24 }, (_, hour) => hour);
		const multipliers = shrunkMultipliers(
			hours.map((hour) => ({
				events: BASELINE_DAYS * conversionsAt(hour),
				exposure: BASELINE_DAYS * clicks,
				hours: BASELINE_DAYS,
			})),
			1,
		);
		const rest = hours.filter((hour) => hour !== WATCHED);
		const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
		const usual = total(rest.map(conversionsAt)) / total(rest.map((hour) => multipliers[hour]!.mean));
		const { mean, relativeDeviation } = multipliers[WATCHED]!;
		const shape = 1 / relativeDeviation ** 2;
		const rate = shape / mean;

		let expectation = 0;
		let probability = (rate / (rate + usual)) ** shape;
		for (let count = 0; count < 80; count++) {
			expectation += probability * evidence(clicks, conversionsAt, count);
			probability *= ((shape + count) / (count + 1)) * (usual / (rate + usual));
		}
		expect(expectation).toBeCloseTo(1, 9);
	});
});

describe('shrunk multipliers', () => {
	const cell = (events: number, exposure: number): Cell => ({ events, exposure, hours: 1 });

	/** The grid of prior strengths, with a uniform prior. */
	const STRENGTHS = [3, 6, 12, 25, 50, 100, 200, 400, 1000, 2500];

	/** Integrals over m of Gamma(m; a, a) times Poisson(events; expected m), times m^0, m^1 and m^2, without a gamma function. */
	function moments(strength: number, events: number, expected: number): [number, number, number] {
		const sums: [number, number, number] = [0, 0, 0];
		let prior = 0;
		for (let logM = -12; logM <= 3; logM += 1 / 512) {
			const m = Math.exp(logM);
			const density = Math.exp(strength * (logM - m + 1));
			const likelihood = Math.exp(events * Math.log(expected * m) - expected * m);
			prior += density;
			sums.forEach((_, power) => (sums[power]! += density * likelihood * m ** power));
		}
		return sums.map((sum) => sum / prior) as [number, number, number];
	}

	test('equal the posterior under the negative binomial marginal, integrated numerically', () => {
		const cells = [cell(3, 100), cell(14, 100), cell(0, 30), cell(9, 250)];
		const perExposure = 26 / 480;
		const strengths = STRENGTHS.map((strength) => {
			const each = cells.map(({ events, exposure }) => moments(strength, events, exposure * perExposure));
			return { each, marginal: each.reduce((product, [likelihood]) => product * likelihood, 1) };
		});
		const evidence = strengths.reduce((sum, { marginal }) => sum + marginal, 0);
		shrunkMultipliers(cells, 1).forEach(({ mean, relativeDeviation }, index) => {
			const [first, second] = [1, 2].map((power) =>
				strengths.reduce(
					(sum, { each, marginal }) => sum + ((marginal / evidence) * each[index]![power]!) / each[index]![0],
					0,
				),
			);
			expect(mean).toBeCloseTo(first!, 8);
			expect(relativeDeviation).toBeCloseTo(Math.sqrt(second! - first! ** 2) / first!, 8);
		});
	});

	test.each`
		amount  | expected                | digits | because
		${1e-6} | ${[1, 1, 1, 1]}         | ${5}   | ${'with little evidence the prior dominates and the cells are pooled'}
		${1e8}  | ${[0.4, 1.6, 0.2, 1.8]} | ${5}   | ${'with much evidence the prior vanishes and the rates are raw'}
	`('of $amount results an hour are $expected: $because', ({ amount, expected, digits }) => {
		const multipliers = shrunkMultipliers(
			[0.4, 1.6, 0.2, 1.8].map((raw) => cell(raw * amount, 50)),
			1,
		);
		multipliers.forEach(({ mean }, index) => expect(mean).toBeCloseTo(expected[index]!, digits));
	});

	test('lie between the pooled rate and the raw one', () => {
		const counts = fc.record({ events: fc.nat(200), exposure: fc.integer({ min: 1, max: 5000 }) });
		fc.assert(
			fc.property(fc.array(counts, { minLength: 1, maxLength: 24 }), fc.constantFrom(1, 2.5), (drawn, dispersion) => {
				const cells = drawn.map(({ events, exposure }) => cell(events, exposure));
				const sum = (of: (each: Cell) => number) => cells.reduce((all, each) => all + of(each), 0);
				const pooled = sum(({ events }) => events) / sum(({ exposure }) => exposure);
				fc.pre(pooled > 0);
				shrunkMultipliers(cells, dispersion).forEach(({ mean }, index) => {
					const raw = cells[index]!.events / cells[index]!.exposure / pooled;
					expect(mean).toBeGreaterThanOrEqual(Math.min(1, raw) - 1e-9);
					expect(mean).toBeLessThanOrEqual(Math.max(1, raw) + 1e-9);
				});
			}),
		);
	});
});
