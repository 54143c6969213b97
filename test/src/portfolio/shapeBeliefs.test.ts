import fc from 'fast-check';

import { levelBeliefs } from '../../../src/portfolio/levelBeliefs';
import { shapeFactors } from '../../../src/portfolio/shapeBeliefs';
import { SHAPES } from '../../../src/portfolio/shapes';

const amount = fc.double({ min: 0.5, max: 5000, noNaN: true });

/** Expectation of ln k over saturating shapes, k relative to the campaign's usual spend. */
function meanLogHalf(factors: readonly number[]): number {
	let [weights, logs] = [0, 0];
	SHAPES.forEach(({ shape, belief }, position) => {
		if (shape.kind === 'power') return;
		weights += belief * factors[position]!;
		logs += belief * factors[position]! * Math.log(shape.k);
	});
	return logs / weights;
}

describe('shapes that a campaign is believed to have for what it spends', () => {
	test('are saturating as often as before: powers keep their belief, the others share theirs anew', () => {
		fc.assert(
			fc.property(amount, amount, (usualSpend, siblings) => {
				const factors = shapeFactors(usualSpend, siblings);
				let [before, after] = [0, 0];
				SHAPES.forEach(({ shape, belief }, position) => {
					if (shape.kind === 'power') return expect(factors[position]).toBe(1);
					before += belief;
					after += belief * factors[position]!;
				});
				expect(after / before).toBeCloseTo(1, 4);
			}),
		);
	});

	test('depend on its spend beside that of its siblings only, not on the currency', () => {
		fc.assert(
			fc.property(amount, amount, fc.double({ min: 0.01, max: 200, noNaN: true }), (usualSpend, siblings, rate) => {
				shapeFactors(rate * usualSpend, rate * siblings).forEach((factor, shape) =>
					expect(factor).toBeCloseTo(shapeFactors(usualSpend, siblings)[shape]!, 6),
				);
			}),
		);
	});

	test('have more room the less it spends', () => {
		fc.assert(
			fc.property(amount, fc.double({ min: 1.2, max: 5, noNaN: true }), (usualSpend, more) => {
				expect(meanLogHalf(shapeFactors(usualSpend, 500))).toBeGreaterThanOrEqual(
					meanLogHalf(shapeFactors(more * usualSpend, 500)),
				);
			}),
		);
		expect(meanLogHalf(shapeFactors(50, 500))).toBeGreaterThan(meanLogHalf(shapeFactors(500, 500)) + 1);
	});
});

describe('levels that campaigns are believed to have before their own days count', () => {
	/** Twenty full days at one spend. */
	const steady = (spend: number, result: number) =>
		Array.from({ length: 20 }, (_, day) => ({ date: `day ${day}`, day, spend, result, reported: 1 }));
	const alike = (spends: readonly number[], resultsOf: (spend: number) => number) => {
		const evidence = spends.map((spend) => steady(spend, resultsOf(spend)));
		const ones = evidence.map((days) => days.map(() => 1));
		return levelBeliefs(evidence, ones, spends, ones);
	};

	test('are those of the siblings, by the square root of the spend', () => {
		const spends = [25, 100, 400, 900];
		const beliefs = alike(spends, (spend) => 6 * Math.sqrt(spend));
		const expected = spends.map((spend) => 6 * Math.sqrt(spend));
		const common = beliefs[0]!.mean / expected[0]!;
		beliefs.forEach(({ mean }, campaign) => expect(mean / expected[campaign]!).toBeCloseTo(common, 9));
		expect(common).toBeCloseTo(Math.exp(1 / beliefs[0]!.shape / 2), 1);
	});

	test('are believed more firmly when siblings agree', () => {
		const spends = [25, 100, 400, 900];
		const [agreeing] = alike(spends, (spend) => 6 * Math.sqrt(spend));
		const [differing] = alike(spends, (spend) => (spend > 100 ? 60 : 3) * Math.sqrt(spend));
		expect(agreeing!.shape).toBeGreaterThan(2 * differing!.shape);
	});
});
