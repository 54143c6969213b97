import fc from 'fast-check';

import { levelBelief } from '../../../src/campaigns/levelBelief';
import { learnResponses } from '../../../src/campaigns/learnResponses';
import { responseMoments } from '../../../src/campaigns/responseMoments';
import { commonShapes, SIBLING_SHAPES } from '../../../src/campaigns/siblingShapes';

/** Twenty full days at one spend. */
const steady = (spend: number, result: number) =>
	Array.from({ length: 20 }, (_, day) => ({ date: `day ${day}`, day, spend, result, reported: 1 }));

describe('the rest of a campaign', () => {
	test.each`
		spends                       | restDays | because
		${[10, 10, 10, 10, 10, 10]}  | ${0}     | ${'it spends as it always did'}
		${[10, 10, 10, 0.1, 0.1, 5]} | ${0}     | ${'half of its largest day is no rest'}
		${[10, 10, 10, 0.1, 0.1, 4]} | ${3}     | ${'it has less than half since the third day'}
		${[10, 10]}                  | ${4}     | ${'days without any spend are rest too'}
		${[]}                        | ${0}     | ${'one that never spent has nothing to rest from'}
	`('is $restDays days after $spends: $because', ({ spends, restDays }) => {
		const days = (spends as number[]).map((spend, day) => ({ date: `day ${day}`, day, spend, result: 1, reported: 1 }));
		expect(learnResponses([days, steady(100, 9).slice(0, 6)]).spends[0]!.restDays).toBe(restDays);
	});
});

describe('shapes that siblings are believed to have', () => {
	const beliefOf = (isOfKind: (s: number | null) => boolean) =>
		SIBLING_SHAPES.filter(({ shape }) => isOfKind(shape.kind === 'hill' ? shape.s : null)).reduce(
			(sum, { belief }) => sum + belief,
			0,
		);

	test('are saturating ones a little more often than powers, and rarely S-shaped', () => {
		expect(beliefOf((s) => s === null)).toBeCloseTo(4, 9);
		expect(beliefOf((s) => s === 1)).toBeCloseTo(5, 9);
		expect(beliefOf((s) => s === 2)).toBeCloseTo(0.6, 9);
	});

	test('reach half of the most about where siblings spend on average', () => {
		const [k04, k1, k25] = [0.4, 1, 2.5].map(
			(half) => SIBLING_SHAPES.find(({ shape }) => shape.kind === 'hill' && shape.s === 1 && shape.k === half)!.belief,
		);
		expect(k1).toBeGreaterThan(k04!);
		expect(k04! / k25!).toBeCloseTo(1, 6);
		expect(k1! / k25!).toBeCloseTo(Math.exp((Math.log(2.5) / 1.3) ** 2 / 2), 6);
	});

	test('are powers of about a square root', () => {
		const [low, middle, high] = [0.15, 0.6, 0.9].map(
			(s) => SIBLING_SHAPES.find(({ shape }) => shape.kind === 'power' && shape.s === s)!.belief,
		);
		expect(middle).toBeGreaterThan(4 * low!);
		expect(middle).toBeGreaterThan(4 * high!);
	});

	test('are those of the siblings once there are many', () => {
		const one = SIBLING_SHAPES.map((_, shape) => (shape === 3 ? 1 : 0));
		const common = commonShapes(Array.from({ length: 1000 }, () => one));
		expect(common[3]! / common.reduce((a, b) => a + b)).toBeGreaterThan(0.95);
	});
});

describe('the level that campaigns are believed to have before their own days count', () => {
	const alike = (spends: readonly number[], resultsOf: (spend: number) => number, at: number) => {
		const evidence = spends.map((spend) => steady(spend, resultsOf(spend)));
		const ones = evidence.map((days) => days.map(() => 1));
		return levelBelief(evidence, ones, spends, ones, at);
	};
	const spends = [25, 100, 400, 900];

	test('is that of the siblings, by the square root of the spend', () => {
		const at100 = alike(spends, (spend) => 6 * Math.sqrt(spend), 100);
		const at400 = alike(spends, (spend) => 6 * Math.sqrt(spend), 400);
		expect(at400.mean / at100.mean).toBeCloseTo(2, 9);
		expect(at100.mean / 60 / Math.exp(1 / at100.shape / 2)).toBeCloseTo(1, 1);
	});

	test('is believed more firmly when siblings agree', () => {
		const agreeing = alike(spends, (spend) => 6 * Math.sqrt(spend), 100);
		const differing = alike(spends, (spend) => (spend > 100 ? 60 : 3) * Math.sqrt(spend), 100);
		expect(agreeing.shape).toBeGreaterThan(2 * differing.shape);
	});
});

describe('a campaign that brings next to nothing for the little that it gets', () => {
	/** Probability of an S-shaped response of a campaign that spends a quarter of what its two siblings do, by its results beside theirs. */
	const sShaped = (share: number) => {
		const { responses } = learnResponses([steady(25, 12.5 * share), steady(100, 25), steady(100, 25)]);
		return SIBLING_SHAPES.reduce(
			(sum, { shape }, position) =>
				sum + (shape.kind === 'hill' && shape.s === 2 ? responses![0]!.weights[position]! : 0),
			0,
		);
	};

	test('is likelier to need more before anything comes back', () => {
		expect(sShaped(0.1)).toBeGreaterThan(2 * sShaped(0.5));
		expect(sShaped(0.5)).toBeGreaterThan(sShaped(1));
	});
});

describe('what is learned', () => {
	test('depends on no currency: money counted in another unit gives the same results', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), (rate) => {
				const learned = (unit: number) => learnResponses([steady(20 * unit, 9), steady(80 * unit, 14)]).responses!;
				learned(rate).forEach((response, campaign) =>
					expect(
						responseMoments(response, 50 * rate).mean / responseMoments(learned(1)[campaign]!, 50).mean,
					).toBeCloseTo(1, 6),
				);
			}),
			{ numRuns: 20 },
		);
	});
});
