import fc from 'fast-check';

import { bisect } from '../../../src/statistics/bisect';

test.each`
	limit      | high     | because
	${Math.PI} | ${10}    | ${'any number'}
	${1e-300}  | ${1e300} | ${'over all magnitudes'}
	${0}       | ${1}     | ${'the condition holds only at the low end'}
`('from 0 to $high the last double up to $limit is found: $because', ({ limit, high }) => {
	const found = bisect((at) => at <= limit, 0, high);
	expect(found.low).toBe(limit);
	expect(found.high).toBeGreaterThan(limit);
});

test('whole numbers are found in as many evaluations as they have binary digits', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -1, max: 999 }), (count, last) => {
			let questions = 0;
			const holds = (index: number) => {
				questions++;
				expect(Number.isInteger(index)).toBe(true);
				return index <= last;
			};
			const { low, high } = bisect(holds, -1, count, Math.floor);
			expect(low).toBe(Math.min(last, count - 1));
			expect(high).toBe(low + 1);
			expect(questions).toBeLessThanOrEqual(Math.ceil(Math.log2(count + 1)));
		}),
	);
});

test('adjacent ends are returned without an evaluation', () => {
	const fail = () => {
		throw new Error('asked');
	};
	expect(bisect(fail, 3, 4, Math.floor)).toEqual({ low: 3, high: 4 });
	expect(bisect(fail, 2, 2)).toEqual({ low: 2, high: 2 });
});
