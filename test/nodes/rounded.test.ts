import * as fc from 'fast-check';

import { rounded } from '../../nodes/shared/rounded';

test.each`
	given                  | expected               | because
	${1877.4651629846749}  | ${1877.4652}           | ${'an estimate keeps four decimals'}
	${0.00123456789}       | ${0.00123457}          | ${'a small rate keeps six digits'}
	${-0.029943502824}     | ${-0.0299435}          | ${'a fall is rounded like a rise'}
	${1795789121031}       | ${1795789121031}       | ${'an instant is exact'}
	${24670.02}            | ${24670.02}            | ${'an amount is exact'}
	${1234567.123}         | ${1234567.123}         | ${'an amount of a currency with three decimals is exact'}
	${12345678.1234}       | ${12345678.1234}       | ${'an amount of a currency with four decimals is exact'}
	${0}                   | ${0}                   | ${'nothing is nothing'}
	${1e-7}                | ${1e-7}                | ${'little is not nothing'}
	${Number.MIN_VALUE}    | ${0}                   | ${'except where no screen could show it'}
	${null}                | ${null}                | ${'what is unknown stays unknown'}
	${'1877.465162984674'} | ${'1877.465162984674'} | ${'text is not a figure'}
`('$given is $expected: $because', ({ given, expected }) => {
	expect(rounded({ fields: [{ given: given as unknown }] })).toEqual({ fields: [{ given: expected as unknown }] });
});

test('a figure changes by less than one part in a hundred thousand', () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true, min: 1e-12, max: 1e12 }), (figure) => {
			expect(Math.abs(rounded(figure) / figure - 1)).toBeLessThan(1e-5);
		}),
	);
});

test('rounding again changes nothing', () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true }), (figure) => expect(rounded(rounded(figure))).toBe(rounded(figure))),
	);
});
