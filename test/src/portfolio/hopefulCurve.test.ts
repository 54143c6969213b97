import fc from 'fast-check';

import { hopefulCurve, hopefulResponse } from '../../../src/portfolio/hopefulCurve';
import type { CampaignResponse } from '../../../src/portfolio/learnResponses';
import { responseMoments } from '../../../src/portfolio/responseMoments';
import { SHAPES } from '../../../src/portfolio/shapes';
import { splitDay } from '../../../src/portfolio/splitDay';

/** A response over shapes with these weights, whose level is known to a deviation of 1 / sqrt(certainty). */
const responseOf = (weights: readonly number[], certainty: number): CampaignResponse => ({
	usualSpend: 100,
	weights: weights.map((weight) => weight / weights.reduce((a, b) => a + b)),
	levels: SHAPES.map(() => ({ mean: 10, shape: certainty })),
	days: 30,
	noise: { ofCount: 1, ofDay: 0 },
});

const someResponse = fc
	.record({
		weights: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
			minLength: SHAPES.length,
			maxLength: SHAPES.length,
		}),
		certainty: fc.double({ min: 0.5, max: 1000, noNaN: true }),
		spend: fc.double({ min: 5, max: 2000, noNaN: true }),
	})
	.map(({ weights, certainty, spend }) => ({ response: responseOf(weights, certainty), spend }));

describe('what may be hoped for', () => {
	test('is the expectation and 0.6 deviations', () => {
		fc.assert(
			fc.property(someResponse, ({ response, spend }) => {
				const { mean, variance } = responseMoments(response, spend);
				expect(hopefulResponse(response, spend).results).toBeCloseTo(mean + 0.6 * Math.sqrt(variance), 9);
			}),
		);
	});

	test('has the elasticity of its own slope', () => {
		fc.assert(
			fc.property(someResponse, ({ response, spend }) => {
				const step = 1e-5;
				const above = hopefulResponse(response, spend * Math.exp(step)).results;
				const below = hopefulResponse(response, spend * Math.exp(-step)).results;
				const numeric = Math.log(above / below) / (2 * step);
				expect(hopefulResponse(response, spend).elasticity).toBeCloseTo(numeric, 5);
			}),
		);
	});

	test('is nothing beyond the expectation once shape and level are certain', () => {
		const certain = responseOf(
			SHAPES.map((_, position) => (position === 3 ? 1 : 0)),
			1e12,
		);
		for (const spend of [20, 100, 700]) {
			const { mean } = responseMoments(certain, spend);
			expect(hopefulResponse(certain, spend).results / mean).toBeCloseTo(1, 5);
		}
	});

	test('meets its curve at the spend that the curve is made for', () => {
		const response = responseOf(
			SHAPES.map(() => 1),
			5,
		);
		const curve = hopefulCurve(response, 150);
		if (curve.kind !== 'hill') throw new Error(`elasticity falls with spend, yet the curve is ${curve.kind}`);
		const { a, k, s } = curve;
		expect((a * 150 ** s) / (k ** s + 150 ** s)).toBeCloseTo(hopefulResponse(response, 150).results, 6);
	});
});

describe('of two campaigns with the same expectation', () => {
	/** One shape for certain, the power 0.6: amounts go with the level to the power of 1 / (1 - 0.6). */
	const sharedShapes = SHAPES.map(({ shape }) => (shape.kind === 'power' && shape.s === 0.6 ? 1 : 0));
	const splitOf = (certainties: readonly number[]) =>
		splitDay({
			campaigns: certainties.map((_, position) => ({ campaignId: String(position) })),
			portfolio: {
				spends: certainties.map(() => ({ usual: 100, largest: 150, last: 100 })),
				responses: certainties.map((certainty) => responseOf(sharedShapes, certainty)),
			},
			currency: 'EUR',
			dayAmount: 20_000,
			spent: certainties.map(() => 0),
			reserve: 0,
			random: () => 0,
		}).amounts;

	test.each`
		certainties   | first     | because
		${[50, 50]}   | ${100}    | ${'what is known alike is split alike'}
		${[1e9, 2]}   | ${58.46}  | ${'the one that is known less is tried: 200 / (1 + (1 + 0.6 / sqrt(2))^2.5)'}
		${[2, 1e9]}   | ${141.54} | ${'whichever it is'}
		${[1e9, 1e4]} | ${99.25}  | ${'and no more once enough is known of it: 200 / (1 + 1.006^2.5)'}
	`('$certainties: $because', ({ certainties, first }) => {
		expect(splitOf(certainties)[0]! / 100).toBeCloseTo(first, 1);
	});
});
