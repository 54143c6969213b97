import { createState, ingest, type PerformanceWindow, whatIf, worthwhileAmount } from '../../../src/index';
import { DAY_MS, hourly } from '../../support/deliveries';
import { mulberry32 } from '../../../src/statistics/seededRandom';

const NOW = Date.parse('2026-11-24T00:00:00Z');
const DAYS = 28;

/** Days of varying spend, with results proportional to its square root. */
function delivered(campaignId: string, height: number, seed: number): PerformanceWindow[] {
	const random = mulberry32(seed);
	const spends = Array.from({ length: DAYS }, () => 120 * Math.exp(0.8 * (random() - 0.5)));
	return hourly(NOW - DAYS * DAY_MS, DAYS * 24, (position) => {
		const spend = spends[Math.floor(position / 24)]!;
		return { campaignId, spend: (spend / 24).toFixed(4), conversions: (height * Math.sqrt(spend)) / 24 };
	});
}

const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: 240 };
const WINDOWS = [...delivered('a', 3, 1), ...delivered('b', 4, 2)];
const stateOf = (changes = {}) => ingest(createState({ ...definition, ...changes }), WINDOWS, NOW).state;
const CAMPAIGNS = { campaigns: [{ campaignId: 'a' }, { campaignId: 'b' }] };

describe('budget scenarios', () => {
	test('results rise with spend, and the marginal return falls', () => {
		const answers = whatIf(stateOf(CAMPAIGNS), { nowMs: NOW });
		expect(answers.map(({ dayAmount }) => dayAmount)).toEqual([
			'120.00',
			'180.00',
			'216.00',
			'240.00',
			'264.00',
			'300.00',
			'360.00',
			'480.00',
		]);
		answers.slice(1).forEach(({ expected, marginalReturn }, position) => {
			expect(expected.mean).toBeGreaterThan(answers[position]!.expected.mean);
			expect(marginalReturn).toBeLessThan(answers[position]!.marginalReturn * 1.001);
		});
	});

	test('the current amount has sqrt(x (3^2 + 4^2)) conversions at the best split', () => {
		const [today] = whatIf(stateOf(CAMPAIGNS), { nowMs: NOW, amounts: [240] });
		const best = Math.sqrt(240 * 25);
		expect(today!.expected.mean / best).toBeCloseTo(1, 1);
		expect(today!.expected.low).toBeLessThan(best);
		expect(today!.expected.high).toBeGreaterThan(best);
		expect(today!.marginalReturn / (best / 480)).toBeGreaterThan(0.7);
		expect(today!.marginalReturn / (best / 480)).toBeLessThan(1.4);
	});

	test('a budget that names no campaigns responds as a whole', () => {
		const [today] = whatIf(stateOf(), { nowMs: NOW, amounts: ['240'] });
		expect(today!.campaigns).toEqual([{ campaignId: '', amount: '240.00' }]);
		expect(today!.expected.mean / Math.sqrt(240 * 25)).toBeCloseTo(1, 1);
	});

	test.each`
		amounts   | isBeyondHistory | because
		${[240]}  | ${false}        | ${'both have spent as much'}
		${[2400]} | ${true}         | ${'neither ever spent half of it'}
	`('$amounts beyond history is $isBeyondHistory: $because', ({ amounts, isBeyondHistory }) => {
		expect(whatIf(stateOf(CAMPAIGNS), { nowMs: NOW, amounts })[0]).toMatchObject({ isBeyondHistory });
	});

	test('maxima hold, and the unallocated amount is reported', () => {
		const capped = { campaigns: CAMPAIGNS.campaigns.map((campaign) => ({ ...campaign, maxDailyAmount: 100 })) };
		expect(whatIf(stateOf(capped), { nowMs: NOW, amounts: [300] })[0]).toMatchObject({
			unspendable: '100.00',
			marginalReturn: 0,
			campaigns: [
				{ campaignId: 'a', amount: '100.00' },
				{ campaignId: 'b', amount: '100.00' },
			],
		});
	});

	test.each`
		state                                | amounts    | message                                      | because
		${createState(definition)}           | ${[100]}   | ${/The response of 'b' to spend is unknown/} | ${'nothing was reported'}
		${stateOf({ objective: 'revenue' })} | ${[100]}   | ${/objective Revenue/}                       | ${'no revenue was reported'}
		${stateOf(CAMPAIGNS)}                | ${['ten']} | ${/amounts/}                                 | ${'it is not an amount'}
		${stateOf(CAMPAIGNS)}                | ${[-5]}    | ${/must not be negative/}                    | ${'an amount cannot be negative'}
	`('refuses $amounts: $because', ({ state, amounts, message }) => {
		expect(() => whatIf(state, { nowMs: NOW, amounts })).toThrow(message);
	});
});

describe('the amount beyond which the marginal return is too low', () => {
	test.each`
		minimumMarginalReturn | because
		${0.14}               | ${'a low minimum allows more spend'}
		${0.16}               | ${'about the current spend'}
		${0.2}                | ${'a high minimum allows less'}
	`('at $minimumMarginalReturn is the x at which 2.5 / sqrt(x) equals it: $because', ({ minimumMarginalReturn }) => {
		const answer = worthwhileAmount(stateOf(CAMPAIGNS), { minimumMarginalReturn });
		const exact = (2.5 / minimumMarginalReturn) ** 2;
		expect(Number(answer.dayAmount) / exact).toBeGreaterThan(0.75);
		expect(Number(answer.dayAmount) / exact).toBeLessThan(1.35);
		expect(answer.marginalReturn / minimumMarginalReturn).toBeCloseTo(1, 1);
	});

	const days = WINDOWS.reduce((sums, { campaignId, startMs, spend }) => {
		const key = `${campaignId} ${Math.floor(startMs / DAY_MS)}`;
		return sums.set(key, (sums.get(key) ?? 0) + Number(spend));
	}, new Map<string, number>());
	const largest = (id: string) =>
		Math.max(...[...days].filter(([key]) => key.startsWith(id)).map(([, spend]) => spend));
	const known = 2 * (largest('a') + largest('b'));

	test.each`
		minimumMarginalReturn | part    | because
		${1e-6}               | ${1}    | ${'the return exceeds it over the whole range, up to twice the largest days'}
		${1e6}                | ${0.01} | ${'the return never reaches it: the lower end, a hundredth of that'}
	`('at $minimumMarginalReturn is $part of the known range: $because', ({ minimumMarginalReturn, part }) => {
		const { dayAmount } = worthwhileAmount(stateOf(CAMPAIGNS), { minimumMarginalReturn });
		expect(Number(dayAmount) / (part * known)).toBeCloseTo(1, 2);
	});

	test.each([0, -1, NaN, Infinity])('refuses a minimum of %p', (minimumMarginalReturn) => {
		expect(() => worthwhileAmount(stateOf(CAMPAIGNS), { minimumMarginalReturn })).toThrow(/minimum marginal return/);
	});
});
