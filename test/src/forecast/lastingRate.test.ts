import fc from 'fast-check';

import type { SpendPaths } from '../../../src/demand/spendPaths';
import { lastingRate } from '../../../src/forecast/lastingRate';
import { localDay } from '../../../src/time/localDay';
import { HOUR_MS } from '../../support/deliveries';

const DAY = localDay('2026-11-23', 'UTC');
const at = (hour: number) => DAY[0]!.startMs + hour * HOUR_MS;

/** One path with these amounts in the last hours of the day. */
const expecting = (amounts: readonly number[]): SpendPaths => ({
	hours: DAY.slice(DAY.length - amounts.length),
	spend: amounts.map((amount) => Float64Array.of(amount)),
	paths: 1,
});

test.each`
	amounts             | remaining | from    | rate    | because
	${[30, 30, 30, 30]} | ${60}     | ${20}   | ${15}   | ${'equal hours share what is left'}
	${[90, 30, 10, 10]} | ${60}     | ${20}   | ${20}   | ${'quiet hours leave their part: 20 + 20 + 10 + 10'}
	${[2, 2, 90, 90]}   | ${64}     | ${20}   | ${30}   | ${'a quiet hour now does not make the others quiet'}
	${[30, 30, 30, 30]} | ${52.5}   | ${20.5} | ${15}   | ${'half of the first hour is over'}
	${[30, 30, 30, 30]} | ${52.5}   | ${21}   | ${17.5} | ${'the first hour is over'}
	${[10, 10, 10, 10]} | ${60}     | ${20}   | ${60}   | ${'it lasts without a limit'}
	${[10, 10, 10, 10]} | ${0}      | ${20}   | ${0}    | ${'nothing is left'}
	${null}             | ${60}     | ${20}   | ${15}   | ${'nothing is known of the hours'}
	${[10]}             | ${5}      | ${24}   | ${5}    | ${'the day is over'}
`('$rate an hour of $remaining: $because', ({ amounts, remaining, from, rate }) => {
	const paths = amounts === null ? null : expecting(amounts as number[]);
	expect(lastingRate(paths, DAY, remaining as number, at(from as number))).toBeCloseTo(rate as number, 9);
});

test('with the limit, what is expected is what remains', () => {
	const amounts = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 24 });
	fc.assert(
		fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (expected, share) => {
			const total = expected.reduce((sum, amount) => sum + amount, 0);
			const remaining = share * total;
			const rate = lastingRate(expecting(expected), DAY, remaining, at(24 - expected.length));
			const limited = expected.reduce((sum, amount) => sum + Math.min(amount, rate), 0);
			expect(limited).toBeCloseTo(remaining, 6);
		}),
	);
});
