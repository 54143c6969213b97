import * as fc from 'fast-check';

import { amountAtMarginal, inflection, logMarginal, response, solverCurve } from '../../../src/allocator/curve';
import { amountAtPrice, envelope } from '../../../src/allocator/piece';
import type { ResponseCurve } from '../../../src/allocator/responseCell';
import { RUNS } from '../../support/runs';

const CURVES: ResponseCurve[] = [
	{ kind: 'power', a: 3, s: 0.4 },
	{ kind: 'log', a: 3, k: 20 },
	{ kind: 'michaelis-menten', a: 3, k: 20 },
	{ kind: 'exponential', a: 3, k: 20 },
	{ kind: 'tanh', a: 3, k: 20 },
	{ kind: 'hill', a: 3, k: 20, s: 0.6 },
	{ kind: 'hill', a: 3, k: 20, s: 1 },
	{ kind: 'hill', a: 3, k: 20, s: 2.5 },
];

test.each`
	kind                  | s            | expected                    | because
	${'power'}            | ${0.5}       | ${3 * Math.sqrt(30)}        | ${'a x^s'}
	${'log'}              | ${undefined} | ${3 * Math.log(2.5)}        | ${'a ln(1 + x/k)'}
	${'michaelis-menten'} | ${undefined} | ${(3 * 30) / 50}            | ${'a x/(k + x)'}
	${'exponential'}      | ${undefined} | ${3 * (1 - Math.exp(-1.5))} | ${'a (1 - exp(-x/k))'}
	${'tanh'}             | ${undefined} | ${3 * Math.tanh(0.75)}      | ${'a tanh(x/(2k))'}
	${'hill'}             | ${2}         | ${(3 * 900) / (400 + 900)}  | ${'a x^s/(k^s + x^s)'}
`('$kind at 30 with a = 3 and k = 20 is $because', ({ kind, s, expected }) => {
	expect(response(solverCurve({ kind, a: 3, k: 20, s } as ResponseCurve, 1), 30)).toBeCloseTo(expected, 12);
});

describe.each(CURVES)('$kind, s = $s', (raw) => {
	const curve = solverCurve(raw, 1);

	test('the marginal return is the derivative of the response', () => {
		for (const amount of [0.1, 3, 25, 140]) {
			const step = amount * 1e-5;
			const slope = (response(curve, amount + step) - response(curve, amount - step)) / (2 * step);
			expect(Math.exp(logMarginal(curve, amount)) / slope).toBeCloseTo(1, 7);
		}
	});

	test('the amount at a marginal return is the inverse of the marginal return beyond the inflection', () => {
		for (const ratio of [1.05, 1.5, 4, 300]) {
			const amount = inflection(curve) > 0 ? inflection(curve) * ratio : ratio - 1;
			expect(amountAtMarginal(curve, logMarginal(curve, amount)) / amount).toBeCloseTo(1, 9);
		}
	});

	test('the response is 0 at 0', () => {
		expect(response(curve, 0)).toBe(0);
	});
});

test('an envelope from 0 touches its S-curve at k (s-1)^(1/s) and never lies below it', () => {
	const curve = solverCurve({ kind: 'hill', a: 3, k: 20, s: 2.5 }, 1);
	expect(envelope(curve, 0, 100).lineEnd).toBeCloseTo(20 * 1.5 ** (1 / 2.5), 10);
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 400 }),
			fc.integer({ min: 1, max: 900 }),
			fc.integer({ min: 0, max: 1000 }),
			(from, width, at) => {
				const piece = envelope(curve, from / 10, (from + width) / 10);
				const { low, lineEnd, high, logStart, logEnd } = piece;
				const amount = low + ((high - low) * at) / 1000;
				if (amount <= lineEnd) {
					const onLine = response(curve, low) + Math.exp(logStart) * (amount - low);
					expect(onLine).toBeGreaterThanOrEqual(response(curve, amount) - 1e-12);
				}
				expect(logEnd).toBeLessThanOrEqual(logStart);
				expect(amountAtPrice(piece, logStart + 1, 'full')).toBe(low);
				expect(amountAtPrice(piece, logEnd - 1, 'empty')).toBe(high);
			},
		),
		RUNS,
	);
});
