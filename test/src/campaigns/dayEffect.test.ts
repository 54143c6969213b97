import { dayEffect } from '../../../src/campaigns/dayEffect';

it.each`
	result | mean   | variance | effect  | relativeVariance | because
	${100} | ${100} | ${100}   | ${1}    | ${0}             | ${'the others brought what was predicted'}
	${108} | ${100} | ${100}   | ${1}    | ${0}             | ${'chance alone moves a hundred results by ten'}
	${200} | ${100} | ${100}   | ${1.99} | ${0.0025}        | ${'of a deviation of 1 with the chance variance 0.01, 99% is the day'}
	${0}   | ${100} | ${100}   | ${0.05} | ${3.96}          | ${'a day without any results keeps the least effect'}
	${0}   | ${0}   | ${0}     | ${1}    | ${0}             | ${'there are no other campaigns'}
	${5}   | ${5}   | ${0}     | ${1}    | ${0}             | ${'nothing deviates, and nothing would by chance'}
`('of $result results where $mean were predicted is $effect: $because', ({ result, mean, variance, ...expected }) => {
	const { effect, relativeVariance } = dayEffect({ result, mean, variance });
	expect(effect).toBeCloseTo(expected.effect, 6);
	expect(relativeVariance).toBeCloseTo(expected.relativeVariance, 6);
});
