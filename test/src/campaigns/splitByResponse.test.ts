import { drawnResponse, sampledResponse } from '../../../src/campaigns/drawnResponse';
import { expectedResponse } from '../../../src/campaigns/expectedResponse';
import type { CampaignResponse } from '../../../src/campaigns/learnResponses';
import { isSShaped, type Shape, SHAPES } from '../../../src/campaigns/responseShapes';
import { splitDay } from '../../../src/campaigns/splitDay';
import { mulberry32 } from '../../../src/statistics/seededRandom';

/** A response over shapes with these weights, whose level is known to a relative deviation of 1 / sqrt(alpha). */
const responseOf = (weights: readonly number[], alpha: number, level = 10): CampaignResponse => ({
	referenceSpend: 100,
	weights: weights.map((weight) => weight / weights.reduce((a, b) => a + b)),
	levels: SHAPES.map(() => level),
	alpha,
	days: 30,
	noise: { ofCount: 1, ofDay: 0 },
});

const only = (isChosen: (shape: Shape) => boolean) => SHAPES.map(({ shape }) => (isChosen(shape) ? 1 : 0));
const isRootLike = (shape: Shape) => shape.kind === 'power' && shape.s === 0.6;
const isLate = (shape: Shape) => isSShaped(shape) && shape.kind === 'hill' && shape.k === 1.5;
const ROOT_LIKE = only(isRootLike);

/** One in ten: S-shaped, with results beyond what the first spend hints at. */
const hidden: CampaignResponse = {
	...responseOf(
		SHAPES.map(({ shape }) => (isRootLike(shape) ? 9 : isLate(shape) ? 1 : 0)),
		100,
	),
	levels: SHAPES.map(({ shape }) => (isLate(shape) ? 20 : 0.8)),
};

const DRAWS = 4000;
const drawsOf = (draw: typeof drawnResponse, response: CampaignResponse, spend: number) => {
	const random = mulberry32(11);
	return Array.from({ length: DRAWS }, () => draw(response, random)(spend));
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the response that a day is planned by', () => {
	test('is S-shaped as often as it is likely to be, and the expected other one else', () => {
		const draws = drawsOf(drawnResponse, hidden, 100);
		const drawn = draws.filter((value) => value > 5);
		expect(drawn.length / DRAWS).toBeCloseTo(0.1, 1);
		expect(draws.filter((value) => value <= 5).every((value) => Math.abs(value - 0.8) < 1e-9)).toBe(true);
		expect(new Set(drawn).size).toBeGreaterThan(drawn.length / 2);
	});

	test.each`
		draw               | because
		${drawnResponse}   | ${'what is drawn has its probability'}
		${sampledResponse} | ${'shapes and levels are drawn from the posterior'}
	`('is the expected response on average: $because', ({ draw }) => {
		for (const spend of [10, 100, 400]) {
			expect(mean(drawsOf(draw, hidden, spend)) / expectedResponse(hidden)(spend)).toBeGreaterThan(0.9);
			expect(mean(drawsOf(draw, hidden, spend)) / expectedResponse(hidden)(spend)).toBeLessThan(1.1);
		}
	});

	test('is the expected one where no S-shape is possible', () => {
		const response = responseOf(ROOT_LIKE, 5);
		expect(drawnResponse(response, () => 0)(130)).toBeCloseTo(expectedResponse(response)(130), 9);
	});
});

describe('a day split over a steady campaign and one that brings next to nothing', () => {
	const known = responseOf(ROOT_LIKE, 1e6, 0.8);
	const usualSpends = [
		{ usual: 190, largest: 200, last: 190, restDays: 6 },
		{ usual: 10, largest: 60, last: 10, restDays: 6 },
	];
	const amountOf = (
		response: CampaignResponse,
		explores: boolean,
		random: number,
		changes = {},
		spends = usualSpends,
	) =>
		splitDay({
			campaigns: [{ campaignId: 'steady' }, { campaignId: 'little', ...changes }],
			learned: { spends, responses: [responseOf(ROOT_LIKE, 1e6, 12), response] },
			currency: 'EUR',
			dayAmount: 20_000,
			spent: [0, 0],
			explores,
			reserve: 0,
			randomFor: () => () => random,
		}).amounts[1]!;

	test('explores on a day on which what may be hidden is drawn', () => {
		expect(amountOf(hidden, true, 0.05)).toBeGreaterThan(5 * amountOf(hidden, false, 0.05));
	});

	test.each`
		response  | explores | random  | because
		${hidden} | ${true}  | ${0.5}  | ${'it is not drawn'}
		${known}  | ${true}  | ${0.05} | ${'nothing is hidden in a response that is known'}
		${hidden} | ${false} | ${0.05} | ${'only the expectation counts'}
	`('is about as expected: $because', ({ response, explores, random }) => {
		const expected = amountOf(response, false, random);
		expect(Math.abs(amountOf(response, explores, random) - expected) / 20_000).toBeLessThan(0.03);
	});

	test.each`
		largest | share  | because
		${5}    | ${0.1} | ${'a campaign that was never tried grows to four times its largest day'}
		${40}   | ${0.3} | ${'three tenths of the amount is the most that exploration takes'}
		${60}   | ${0}   | ${'it had as much once, and brought next to nothing'}
	`('has $share for one that is given up and got $largest at most: $because', ({ largest, share }) => {
		const spends = [
			{ usual: 190, largest: 200, last: 190, restDays: 6 },
			{ usual: 5, largest, last: 5, restDays: 6 },
		];
		const bad = responseOf(ROOT_LIKE, 1e6, 1e-3);
		expect(amountOf(bad, true, 0.5, {}, spends) / 20_000).toBeCloseTo(share, 3);
		expect(amountOf(bad, false, 0.5, {}, spends) / 20_000).toBeCloseTo(0, 3);
	});

	test('never gets more than its maximum, whatever is drawn', () => {
		expect(amountOf(hidden, true, 0.05, { maxDailyAmount: '15.00' })).toBeLessThanOrEqual(1500);
	});
});
