import { drawnSShape, sampledResponse, withoutSShapes } from '../../../src/campaigns/drawnResponse';
import { expectedResponse } from '../../../src/campaigns/expectedResponse';
import type { CampaignResponse } from '../../../src/campaigns/learnResponses';
import { isSShaped, type Shape, SHAPES } from '../../../src/campaigns/responseShapes';
import { splitBasis, splitDay } from '../../../src/campaigns/splitDay';
import { mulberry32 } from '../../../src/statistics/seededRandom';

/** A response with these weights of shapes and a relative deviation of the level of 1 / sqrt(alpha). */
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
const isSShapedAt = (k: number) => (shape: Shape) => isSShaped(shape) && shape.kind === 'hill' && shape.k === k;
const isLate = isSShapedAt(1.5);
const isLater = isSShapedAt(3);
const ROOT_LIKE = only(isRootLike);

/** S-shaped with a probability of 10%, with results that a low spend does not reveal. */
const hidden: CampaignResponse = {
	...responseOf(
		SHAPES.map(({ shape }) => (isRootLike(shape) ? 9 : isLate(shape) ? 1 : 0)),
		100,
	),
	levels: SHAPES.map(({ shape }) => (isLate(shape) ? 20 : 0.8)),
};

const DRAWS = 4000;
const drawsOf = (draw: typeof drawnSShape, response: CampaignResponse, spend: number) => {
	const random = mulberry32(11);
	return Array.from({ length: DRAWS }, () => draw(response, random)).flatMap((drawn) =>
		drawn === null ? [] : [drawn(spend)],
	);
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('an S-shape', () => {
	test('is drawn if one of eight draws is, each with its own level', () => {
		const drawn = drawsOf(drawnSShape, hidden, 100);
		expect(drawn.length / DRAWS).toBeCloseTo(1 - 0.9 ** 8, 1);
		expect(drawn.every((value) => value > 5)).toBe(true);
		expect(new Set(drawn).size).toBeGreaterThan(drawn.length / 2);
	});

	test('is drawn over all S-shapes by their weights', () => {
		const two = responseOf(
			SHAPES.map(({ shape }) => (isRootLike(shape) ? 5 : isLate(shape) ? 3 : isLater(shape) ? 2 : 0)),
			1e6,
		);
		const drawn = drawsOf(drawnSShape, two, 400);
		const ofLate = expectedResponse(responseOf(only(isLate), 1e6))(400);
		const late = drawn.filter((value) => Math.abs(value / ofLate - 1) < 0.01);
		expect(late.length / drawn.length).toBeCloseTo(0.6, 1);
	});

	test('is not drawn where none is possible', () => {
		expect(drawsOf(drawnSShape, responseOf(ROOT_LIKE, 5), 130)).toEqual([]);
	});
});

test('the response without S-shapes is the expectation of the other shapes', () => {
	expect(withoutSShapes(hidden)(100)).toBeCloseTo(0.8, 9);
	const response = responseOf(ROOT_LIKE, 5);
	expect(withoutSShapes(response)(130)).toBeCloseTo(expectedResponse(response)(130), 9);
});

test('a draw from the posterior is the expected response on average', () => {
	for (const spend of [10, 100, 400]) {
		expect(mean(drawsOf(sampledResponse, hidden, spend)) / expectedResponse(hidden)(spend)).toBeGreaterThan(0.9);
		expect(mean(drawsOf(sampledResponse, hidden, spend)) / expectedResponse(hidden)(spend)).toBeLessThan(1.1);
	}
});

describe('a day split over a steady campaign and one with almost no results', () => {
	const known = responseOf(ROOT_LIKE, 1e6, 0.8);
	const usualSpends = [
		{ usual: 190, largest: 200, last: 190 },
		{ usual: 10, largest: 60, last: 10 },
	];
	const amountOf = (
		response: CampaignResponse,
		explores: boolean,
		random: number,
		changes = {},
		spends = usualSpends,
	) =>
		splitDay(
			splitBasis(
				[{ campaignId: 'steady' }, { campaignId: 'little', ...changes }],
				{ spends, responses: [responseOf(ROOT_LIKE, 1e6, 12), response] },
				'EUR',
			),
			{
				dayAmount: 20_000,
				spent: [0, 0],
				explores,
				reserve: 0,
				randomFor: () => () => random,
			},
		).amounts[1]!;

	test('explores on a day on which the S-shape is drawn', () => {
		expect(amountOf(hidden, true, 0.05)).toBeGreaterThan(5 * amountOf(hidden, false, 0.05));
	});

	test.each`
		largest | random  | amount | because
		${10}   | ${0.05} | ${40}  | ${'at a small spend an S-shape brings nothing yet, so all that growth allows is spent on finding out'}
		${60}   | ${0.9}  | ${0}   | ${'nothing is drawn, and without the S-shape it has almost no results'}
	`('gives a campaign whose largest day is $largest about $amount: $because', ({ largest, random, amount }) => {
		const spends = [usualSpends[0]!, { ...usualSpends[1]!, largest }];
		expect(Math.abs(amountOf(hidden, true, random, {}, spends) / 100 - amount)).toBeLessThan(3);
	});

	test.each`
		response  | explores | random  | because
		${hidden} | ${true}  | ${0.9}  | ${'the S-shape is not drawn'}
		${known}  | ${true}  | ${0.05} | ${'a well-known response has nothing to explore'}
		${hidden} | ${false} | ${0.05} | ${'exploration is off'}
	`('is close to the split by expected results: $because', ({ response, explores, random }) => {
		const expected = amountOf(response, false, random);
		expect(Math.abs(amountOf(response, explores, random) - expected) / 20_000).toBeLessThan(0.03);
	});

	test('never exceeds the maximum, whatever is drawn', () => {
		expect(amountOf(hidden, true, 0.05, { maxDailyAmount: '15.00' })).toBeLessThanOrEqual(1500);
	});
});

describe('a day on which the S-shapes of two campaigns are drawn', () => {
	const better = { ...hidden, levels: hidden.levels.map((level) => 1.5 * level) };
	const certain = responseOf(only(isLate), 1e6, 60);
	const amountsOf = (responses: readonly CampaignResponse[]) =>
		splitDay(
			splitBasis(
				['steady', 'one', 'other'].map((campaignId) => ({ campaignId })),
				{
					spends: [
						{ usual: 180, largest: 180, last: 180 },
						{ usual: 10, largest: 40, last: 10 },
						{ usual: 10, largest: 40, last: 10 },
					],
					responses: [responseOf(ROOT_LIKE, 1e6, 12), ...responses],
				},
				'EUR',
			),
			{ dayAmount: 20_000, spent: [0, 0, 0], explores: true, reserve: 0, randomFor: () => () => 0.05 },
		).amounts.map((units) => units / 100);

	test.each`
		one       | other     | tested | because
		${hidden} | ${better} | ${2}   | ${'by its draw it brings more'}
		${better} | ${hidden} | ${1}   | ${'by its draw it brings more, whatever its place'}
	`('tests campaign $tested alone: $because', ({ one, other, tested }) => {
		const amounts = amountsOf([one, other]);
		expect(amounts[tested]).toBeGreaterThan(100);
		expect(amounts[3 - tested]).toBeLessThan(20);
	});

	test('plans with an S-shape that is known, whatever is tested beside it', () => {
		expect(amountsOf([certain, better])[1]).toBeGreaterThan(100);
	});
});
