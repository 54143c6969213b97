import fc from 'fast-check';

import { learnResponses } from '../../../src/campaigns/learnResponses';
import { modelPrior } from '../../../src/campaigns/modelPrior';
import { responseMoments } from '../../../src/campaigns/responseMoments';
import { isSShaped, SHAPES } from '../../../src/campaigns/responseShapes';

/** Full days at a constant spend. */
const steady = (spend: number, result: number, days = 20) =>
	Array.from({ length: days }, (_, day) => ({ date: `day ${day}`, day, spend, result, reported: 1 }));

describe('the prior of shapes', () => {
	const weightOf = (s: number, k: number) =>
		SHAPES.find(({ shape }) => shape.kind === 'hill' && shape.s === s && shape.k === k)!.weight;

	test('puts half of the maximum at about the reference spend', () => {
		expect(weightOf(1, 1)).toBeGreaterThan(weightOf(1, 0.4));
		expect(weightOf(1, 0.4) / weightOf(1, 2.5)).toBeCloseTo(1, 6);
		expect(weightOf(1, 1) / weightOf(1, 2.5)).toBeCloseTo(Math.exp((Math.log(2.5) / 1.3) ** 2 / 2), 6);
	});

	test('puts powers at about a square root', () => {
		const [low, middle, high] = [0.15, 0.6, 0.9].map(
			(s) => SHAPES.find(({ shape }) => shape.kind === 'power' && shape.s === s)!.weight,
		);
		expect(middle).toBeGreaterThan(4 * low!);
		expect(middle).toBeGreaterThan(4 * high!);
	});
});

describe('the prior of levels', () => {
	test.each`
		spends                 | because
		${[25, 100, 400, 900]} | ${'results are proportional to the square root of spend in all of them'}
		${[100, 100]}          | ${'two alike'}
	`('equals the results at the reference spend of campaigns with 6 sqrt(spend), $spends: $because', ({ spends }) => {
		const histories = (spends as number[]).map((spend) => steady(spend, 6 * Math.sqrt(spend)));
		const { level, referenceSpend } = modelPrior(histories, true)!;
		expect(level.mean / (6 * Math.sqrt(referenceSpend))).toBeCloseTo(1, 6);
	});

	test('gives a campaign without results one result at the common rate', () => {
		const alone = modelPrior([steady(100, 20)], true)!.level.mean;
		expect(modelPrior([steady(100, 20), steady(100, 0)], true)!.level.mean / alone).toBeCloseTo(0.5, 1);
	});

	test('is none while there are no results', () => {
		expect(modelPrior([steady(100, 0)], true)).toBeNull();
		expect(learnResponses([[], steady(100, 0)], true)).toBeNull();
	});
});

describe('a campaign with almost no results at a low spend', () => {
	/** Probability of an S-shaped response of a campaign with a quarter of the spend of the two others. @param share its results over those at the same rate of the square root of spend */
	const sShaped = (share: number) => {
		const responses = learnResponses([steady(25, 12.5 * share), steady(100, 25), steady(100, 25)], true)!;
		return SHAPES.reduce(
			(sum, { shape }, position) => sum + (isSShaped(shape) ? responses[0]!.weights[position]! : 0),
			0,
		);
	};

	test('is more likely to be S-shaped', () => {
		expect(sShaped(0.1)).toBeGreaterThan(2 * sShaped(0.5));
		expect(sShaped(0.5)).toBeGreaterThan(sShaped(1));
	});
});

describe('what is learned', () => {
	test('does not depend on the currency: spend in another unit gives the same results', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), (rate) => {
				const learned = (unit: number) => learnResponses([steady(20 * unit, 9), steady(80 * unit, 14)], true)!;
				learned(rate).forEach((response, campaign) =>
					expect(
						responseMoments(response, 50 * rate).mean / responseMoments(learned(1)[campaign]!, 50).mean,
					).toBeCloseTo(1, 6),
				);
			}),
			{ numRuns: 20 },
		);
	});

	test('scales with revenue: revenue in another unit gives proportional expectations', () => {
		const learned = (unit: number) => learnResponses([steady(20, 90 * unit), steady(80, 140 * unit)], false)!;
		learned(250).forEach((response, campaign) =>
			expect(responseMoments(response, 50).mean / responseMoments(learned(1)[campaign]!, 50).mean).toBeCloseTo(250, 6),
		);
	});
});
