import {
	discounted,
	expectedResults,
	priorResponse,
	type ResponsePosterior,
	updated,
	weightsOf,
} from '../../../src/campaigns/campaignModel';
import { METHOD } from '../../../src/campaigns/method';
import { SHAPES } from '../../../src/campaigns/responseShapes';

const PRIOR = { mean: 10, shape: 2 };

/** (shapes) the same value for all. */
const all = (value: number) => SHAPES.map(() => value);

/** Twice the exposure for the first shape. */
const firstDoubled = (value: number) => SHAPES.map((_, shape) => (shape === 0 ? 2 * value : value));

const ratio = (posterior: ResponsePosterior) => {
	const weights = weightsOf(posterior);
	const prior = weightsOf(priorResponse(PRIOR));
	return weights[0]! / prior[0]! / (weights[1]! / prior[1]!);
};

describe('the posterior of a response after a day', () => {
	test('is conjugate: gamma(2, 0.2) after 30 results at an exposure of 1 is gamma(32, 1.2)', () => {
		const { alpha, betas } = updated(priorResponse(PRIOR), all(1), 30, 1);
		expect(alpha).toBeCloseTo(32, 12);
		expect(betas[3]).toBeCloseTo(1.2, 12);
	});

	test('counts 30 results with a dispersion of 3 as 10', () => {
		expect(updated(priorResponse(PRIOR), all(1), 30, 3)).toMatchObject({ alpha: 12 });
	});

	test.each`
		result | because
		${0}   | ${'a day without results favours the shape with the lower expectation'}
		${10}  | ${'the result equals the expectation of the other shapes'}
		${40}  | ${'many results favour the shape with the higher expectation'}
	`('weights shapes by their negative binomial likelihood of $result results: $because', ({ result }) => {
		const likelihood = (exposure: number) => (0.2 / (0.2 + exposure)) ** 2 * (exposure / (0.2 + exposure)) ** result;
		const after = updated(priorResponse(PRIOR), firstDoubled(1), result, 1);
		expect(ratio(after)).toBeCloseTo(likelihood(2) / likelihood(1), 9);
	});

	test('stays finite for likelihoods beyond the range of floating point', () => {
		const after = updated(priorResponse(PRIOR), firstDoubled(1), 1e5, 1);
		expect(weightsOf(after).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
	});
});

describe('the posterior at the start of a day', () => {
	const learned = { ...updated(priorResponse(PRIOR), all(1), 30, 1), last: { day: 3 } };

	test.each`
		today                                                 | last                            | alpha | because
		${{ day: 3 + METHOD.halfLifeDays }}                   | ${{ day: 3 }}                   | ${17} | ${'half of the 30 results remain'}
		${{ day: 4 }}                                         | ${{ day: 3, isOutdated: true }} | ${2}  | ${'the level restarts from the prior after a change'}
		${{ day: 3 + METHOD.halfLifeDays, isOutdated: true }} | ${{ day: 3, isOutdated: true }} | ${17} | ${'days before a change are discounted as usual among themselves'}
	`('has an alpha of $alpha: $because', ({ today, last, alpha }) => {
		const begun = discounted({ ...learned, last }, PRIOR, today);
		expect(begun.alpha).toBeCloseTo(alpha, 9);
		expect(begun.betas[0]).toBeCloseTo(0.2 + (alpha - 2) / 30, 9);
		expect(begun.logWeights).toEqual(learned.logWeights);
	});
});

test('expected results have the mean and variance of the mixture', () => {
	const exposures = firstDoubled(1);
	const weight = weightsOf(priorResponse(PRIOR))[0]!;
	const { mean, relativeVariance } = expectedResults(priorResponse(PRIOR), exposures);
	expect(mean).toBeCloseTo(10 * (1 + weight), 9);
	const square = (10 ** 2 + 10 ** 2 / 2) * (1 + 3 * weight);
	expect(relativeVariance).toBeCloseTo(square / mean ** 2 - 1, 9);
});
