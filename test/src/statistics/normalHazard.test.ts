import fc from 'fast-check';

import { normalHazard } from '../../../src/statistics/normalHazard';

/** Computed with 60 digits by mpmath 1.3: sqrt(2 / pi) exp(-z^2 / 2) / erfc(z / sqrt(2)). */
test.each`
	z          | hazard                     | because
	${-37.5}   | ${1.7282337322841052e-306} | ${'the far end of what a double holds in full'}
	${-30}     | ${1.4736461348785475e-196} | ${'nearly all lies above'}
	${-20}     | ${5.5209483621597632e-88}  | ${'far below the mean'}
	${-10}     | ${7.6945986267064193e-23}  | ${'below the mean'}
	${-5}      | ${1.4867199409049057e-6}   | ${'the middle approximation'}
	${-2}      | ${0.055247862678989959}    | ${'the middle approximation'}
	${-1}      | ${0.28759997093917836}     | ${'one deviation below'}
	${-0.5}    | ${0.50916043383703349}     | ${'the near approximation'}
	${-0.001}  | ${0.79724805005643311}     | ${'hardly below the mean'}
	${0}       | ${0.79788456080286536}     | ${'half of all lies above'}
	${1e-10}   | ${0.79788456086652733}     | ${'hardly above the mean'}
	${0.5}     | ${1.1410777703680645}      | ${'the near approximation'}
	${0.66291} | ${1.2623344029117294}      | ${'its last'}
	${0.663}   | ${1.2624025041687956}      | ${'the first of the middle one'}
	${1}       | ${1.5251352761609812}      | ${'one deviation above'}
	${2}       | ${2.3732155328228409}      | ${'two'}
	${5.656}   | ${5.8231663916271791}      | ${'the last of the middle one'}
	${5.657}   | ${5.8241398333648582}      | ${'the first of the far one'}
	${10}      | ${10.098093233962512}      | ${'where the tail is 1e-23'}
	${38}      | ${38.026279466575869}      | ${'where the tail leaves the range of doubles'}
	${100}     | ${100.00999800099926}      | ${'z + 1/z - 2/z^3'}
	${1e200}   | ${1e200}                   | ${'whose square is no number'}
`('the normal hazard at $z is $hazard: $because', ({ z, hazard }) => {
	expect(Math.abs(normalHazard(z) / hazard - 1)).toBeLessThan(4e-15);
});

test('far below the mean the hazard is 0, infinitely far above it is infinite', () => {
	expect(normalHazard(-40)).toBe(0);
	expect(normalHazard(-Infinity)).toBe(0);
	expect(normalHazard(Infinity)).toBe(Infinity);
});

test('what exceeds z lies on average above it, by less than 1/z, and rises with z', () => {
	fc.assert(
		fc.property(
			fc.double({ min: -38, max: 1000, noNaN: true }),
			fc.double({ min: 1e-3, max: 10, noNaN: true }),
			(z, more) => {
				const hazard = normalHazard(z);
				expect(hazard).toBeGreaterThan(z);
				if (z > 0) expect(hazard).toBeLessThanOrEqual(z + 1 / z);
				expect(normalHazard(z + more)).toBeGreaterThan(hazard);
			},
		),
	);
});
