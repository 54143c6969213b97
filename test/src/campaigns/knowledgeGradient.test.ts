import fc from 'fast-check';

import { knowledgeGradient } from '../../../src/campaigns/knowledgeGradient';
import type { CampaignResponse } from '../../../src/campaigns/learnResponses';
import type { Shape } from '../../../src/campaigns/shapes';
import { SIBLING_SHAPES } from '../../../src/campaigns/siblingShapes';
import { splitDay } from '../../../src/campaigns/splitDay';

/** A response over shapes with these weights, whose level is known to a deviation of 1 / sqrt(certainty). */
const responseOf = (weights: readonly number[], certainty: number, level = 10): CampaignResponse => ({
	siblingSpend: 100,
	weights: weights.map((weight) => weight / weights.reduce((a, b) => a + b)),
	levels: SIBLING_SHAPES.map(() => level),
	certainty,
	days: 30,
	noise: { ofCount: 1, ofDay: 0 },
});

const only = (isChosen: (kind: string, s: number) => boolean) =>
	SIBLING_SHAPES.map(({ shape }) => (isChosen(shape.kind, shape.s) ? 1 : 0));
const ROOT_LIKE = only((kind, s) => kind === 'power' && s === 0.6);

const isLate = (shape: Shape) => shape.kind === 'hill' && shape.s === 2 && shape.k === 1.5;

const prospects = { spends: [10, 30, 60, 100, 200, 400, 800], price: 0.08 };

describe('what a day is expected to teach', () => {
	test('is nothing where all is known', () => {
		const gain = knowledgeGradient(responseOf(ROOT_LIKE, 1e9), prospects);
		for (const spend of [10, 100, 500]) expect(gain(spend, 1)).toBeCloseTo(0, 6);
	});

	test('is nothing where no result could pay: money brings ten times as much elsewhere', () => {
		const gain = knowledgeGradient(responseOf(ROOT_LIKE, 50, 1), { ...prospects, price: 1 });
		for (const spend of [10, 100, 500]) expect(gain(spend, 1)).toBeCloseTo(0, 6);
	});

	test('is never below 0', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
					minLength: SIBLING_SHAPES.length,
					maxLength: SIBLING_SHAPES.length,
				}),
				fc.double({ min: 0.5, max: 100, noNaN: true }),
				fc.double({ min: 5, max: 800, noNaN: true }),
				(weights, certainty, spend) => {
					const gain = knowledgeGradient(responseOf(weights, certainty), prospects);
					expect(gain(spend, 1)).toBeGreaterThanOrEqual(0);
					expect(gain(spend, 14)).toBeGreaterThanOrEqual(0);
				},
			),
		);
	});

	test('rises with the days', () => {
		const gain = knowledgeGradient(responseOf(ROOT_LIKE, 30), prospects);
		expect(gain(100, 4)).toBeGreaterThan(1.2 * gain(100, 1));
		expect(gain(100, 16)).toBeGreaterThan(gain(100, 4));
	});

	test('rises with how little is known of the level', () => {
		const gains = [1000, 30, 3].map((certainty) =>
			knowledgeGradient(responseOf(ROOT_LIKE, certainty), prospects)(100, 1),
		);
		expect(gains[1]).toBeGreaterThan(gains[0]!);
		expect(gains[2]).toBeGreaterThan(gains[1]!);
	});

	/** Poisson counts, a gamma level and one spend to go on with or not: E max(0, level - cost), summed over all counts, less that without a test. */
	test.each`
		price   | because
		${0.08} | ${'it is expected to pay, and a bad result would say that it does not'}
		${0.09} | ${'it may just pay'}
		${0.1}  | ${'all is open: three outcomes see the least of what is there'}
		${0.11} | ${'it may just not pay'}
		${0.12} | ${'it is not expected to pay, and a good result would say that it does'}
	`('is 0.7 to 1.25 of the known answer for one shape at a price of $price: $because', ({ price }) => {
		const [alpha, mean] = [4, 10];
		const gain = knowledgeGradient(responseOf(ROOT_LIKE, alpha, mean), { spends: [100], price })(100, 1);
		const beta = alpha / mean;
		let [expected, probability] = [-Math.max(0, mean - 100 * price), (beta / (beta + 1)) ** alpha];
		for (let count = 0; count < 400; count++) {
			expected += probability * Math.max(0, (alpha + count) / (beta + 1) - 100 * price);
			probability *= (alpha + count) / (count + 1) / (beta + 1);
		}
		expect(gain / expected).toBeGreaterThan(0.7);
		expect(gain / expected).toBeLessThan(1.25);
	});

	test('of a campaign that brings nothing yet is most where its S-shaped response would show', () => {
		const weights = SIBLING_SHAPES.map(({ shape }) =>
			shape.kind === 'hill' && shape.s === 2 && shape.k === 3 ? 1 : shape.kind === 'power' && shape.s === 0.6 ? 4 : 0,
		);
		const gain = knowledgeGradient(responseOf(weights, 200, 2), { ...prospects, price: 0.015 });
		expect(gain(300, 1)).toBeGreaterThan(5 * gain(5, 1));
	});
});

describe('a day split over a steady campaign and one that brings next to nothing', () => {
	/** One in ten: S-shaped, with results beyond what the first money hints at. */
	const hidden: CampaignResponse = {
		...responseOf(
			SIBLING_SHAPES.map(({ shape }) => (shape.kind === 'power' ? (shape.s === 0.6 ? 9 : 0) : isLate(shape) ? 1 : 0)),
			100,
		),
		levels: SIBLING_SHAPES.map(({ shape }) => (isLate(shape) ? 20 : 0.8)),
	};
	const known = responseOf(ROOT_LIKE, 1e6, 0.8);
	const usualSpends = [
		{ usual: 190, largest: 200, last: 190, restDays: 6 },
		{ usual: 10, largest: 60, last: 10, restDays: 6 },
	];
	const amountOf = (response: CampaignResponse, tries: boolean, changes = {}, spends = usualSpends) =>
		splitDay({
			campaigns: [{ campaignId: 'steady' }, { campaignId: 'little', ...changes }],
			portfolio: {
				spends,
				responses: [responseOf(ROOT_LIKE, 1e6, 12), response],
			},
			currency: 'EUR',
			dayAmount: 20_000,
			spent: [0, 0],
			tries,
			reserve: 0,
			random: () => 0,
		}).amounts[1]!;

	test('tries more where much may be hidden', () => {
		expect(amountOf(hidden, true)).toBeGreaterThan(5 * amountOf(hidden, false));
	});

	test.each`
		response  | tries    | because
		${known}  | ${true}  | ${'nothing is hidden in a response that is known'}
		${hidden} | ${false} | ${'nothing is tried where only the expectation counts'}
	`('is as expected, tries $tries: $because', ({ response, tries }) => {
		expect(amountOf(response, tries) / amountOf(response, false)).toBeCloseTo(1, 2);
	});

	test.each`
		largest | share  | because
		${5}    | ${0.1} | ${'a campaign that was never tried grows to four times its largest day'}
		${40}   | ${0.3} | ${'three tenths of the money is the most that a first test takes'}
		${60}   | ${0}   | ${'it had as much once, and brought next to nothing'}
	`('has $share for one that is given up and got $largest at most: $because', ({ largest, share }) => {
		const spends = [
			{ usual: 190, largest: 200, last: 190, restDays: 6 },
			{ usual: 5, largest, last: 5, restDays: 6 },
		];
		const bad = responseOf(ROOT_LIKE, 1e6, 1e-3);
		expect(amountOf(bad, true, {}, spends) / 20_000).toBeCloseTo(share, 3);
		expect(amountOf(bad, false, {}, spends) / 20_000).toBeCloseTo(0, 3);
	});

	test('tries nothing that its maximum would never let it have', () => {
		const most = { maxDailyAmount: '15.00' };
		expect(amountOf(hidden, true, most)).toBe(amountOf(hidden, false, most));
	});
});
