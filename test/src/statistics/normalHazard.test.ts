import fc from 'fast-check';

import { normalHazard } from '../../../src/statistics/normalHazard';

/** Computed with 60 digits by mpmath 1.3: sqrt(2 / pi) exp(-z^2 / 2) / erfc(z / sqrt(2)). */
test.each`
	z          | hazard                      | because
	${-37.5}   | ${1.7282337322841054e-306}  | ${'the end of the range of normal doubles'}
	${-30}     | ${1.4736461348785476e-196}  | ${'nearly all probability is above'}
	${-20}     | ${5.520948362159764e-88}    | ${'far below the mean'}
	${-10}     | ${7.694598626706419e-23}    | ${'below the mean'}
	${-5}      | ${0.0000014867199409049056} | ${'the middle approximation'}
	${-2}      | ${0.055247862678989956}     | ${'the middle approximation'}
	${-1}      | ${0.2875999709391784}       | ${'one deviation below'}
	${-0.5}    | ${0.5091604338370335}       | ${'the near approximation'}
	${-0.001}  | ${0.7972480500564331}       | ${'just below the mean'}
	${0}       | ${0.7978845608028654}       | ${'half of the probability is above'}
	${1e-10}   | ${0.7978845608665274}       | ${'just above the mean'}
	${0.5}     | ${1.1410777703680646}       | ${'the near approximation'}
	${0.66291} | ${1.2623344029117294}       | ${'its last point'}
	${0.663}   | ${1.2624025041687956}       | ${'the first of the middle one'}
	${1}       | ${1.525135276160981}        | ${'one deviation above'}
	${2}       | ${2.373215532822841}        | ${'two deviations above'}
	${5.656}   | ${5.823166391627179}        | ${'the last of the middle one'}
	${5.657}   | ${5.824139833364859}        | ${'the first of the far one'}
	${10}      | ${10.098093233962512}       | ${'the tail is 1e-23'}
	${38}      | ${38.02627946657587}        | ${'the tail leaves the range of doubles'}
	${100}     | ${100.00999800099926}       | ${'z + 1/z - 2/z^3'}
	${1e200}   | ${1e200}                    | ${'the square overflows'}
`('the normal hazard at $z is $hazard: $because', ({ z, hazard }) => {
	expect(Math.abs(normalHazard(z) / hazard - 1)).toBeLessThan(4e-15);
});

test('far below the mean the hazard is 0, infinitely far above it is infinite', () => {
	expect(normalHazard(-40)).toBe(0);
	expect(normalHazard(-Infinity)).toBe(0);
	expect(normalHazard(Infinity)).toBe(Infinity);
});

test('the mean above z exceeds z by less than 1/z, and increases with z', () => {
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
