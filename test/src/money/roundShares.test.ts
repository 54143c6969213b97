import { roundShares } from '../../../src/money/roundShares';
import { scaleToTotal } from '../../../src/money/scaleToTotal';

const free = (shares: readonly number[]) => ({ lows: shares.map(() => 0), highs: shares.map(() => 1000) });

describe('shares in whole units', () => {
	test.each`
		shares                      | total | parts           | because
		${[1.5, 1.5]}               | ${3}  | ${[2, 1]}       | ${'a running total of half a unit rounds up'}
		${[0.25, 0.25, 0.25, 0.25]} | ${1}  | ${[0, 1, 0, 0]} | ${'the running total reaches a half at the second part'}
		${[0.4, 0.4, 0.2]}          | ${1}  | ${[0, 1, 0]}    | ${'a running total of 0.8 rounds up'}
		${[2, 3]}                   | ${5}  | ${[2, 3]}       | ${'whole shares stay'}
		${[]}                       | ${0}  | ${[]}           | ${'no parts'}
	`('$shares of $total are $parts: $because', ({ shares, total, parts }) => {
		const { lows, highs } = free(shares);
		expect(roundShares(shares, total, lows, highs)).toEqual(parts);
	});

	test.each`
		shares    | total | lows      | highs       | parts     | because
		${[3, 3]} | ${7}  | ${[0, 0]} | ${[10, 10]} | ${[4, 3]} | ${'a shortfall goes to the first part with room'}
		${[3, 3]} | ${7}  | ${[0, 0]} | ${[3, 10]}  | ${[3, 4]} | ${'the first part has none'}
		${[3, 3]} | ${9}  | ${[0, 0]} | ${[4, 10]}  | ${[4, 5]} | ${'the first part has too little'}
		${[3, 3]} | ${5}  | ${[0, 0]} | ${[10, 10]} | ${[2, 3]} | ${'an excess comes from the first part above its minimum'}
		${[3, 3]} | ${5}  | ${[3, 0]} | ${[10, 10]} | ${[3, 2]} | ${'the first part is at its minimum'}
		${[3, 3]} | ${6}  | ${[4, 0]} | ${[10, 10]} | ${[4, 2]} | ${'a share below its bound is raised'}
		${[3, 3]} | ${6}  | ${[0, 0]} | ${[2, 10]}  | ${[2, 4]} | ${'a share above its bound is lowered'}
	`('$shares of $total within $lows and $highs are $parts: $because', ({ shares, total, lows, highs, parts }) => {
		expect(roundShares(shares, total, lows, highs)).toEqual(parts);
	});

	test('that do not fit the bounds are a bug of the caller', () => {
		expect(() => roundShares([3, 3], 7, [0, 0], [3, 3])).toThrow(
			expect.objectContaining({ name: 'RangeError', message: '7 units do not fit into parts of at most 3, 3' }),
		);
		expect(() => roundShares([3, 3], 5, [3, 3], [4, 4])).toThrow(RangeError);
	});
});

describe('the scale of a shape', () => {
	test('makes it add up to the total', () => {
		const shape = scaleToTotal(10, (scale) => [scale, Math.min(2 * scale, 4)], 100);
		expect(shape[0]).toBeCloseTo(6, 12);
		expect(shape[1]).toBe(4);
	});

	test('is the smallest of several that do', () => {
		const scales: number[] = [];
		scaleToTotal(4, (scale) => (scales.push(scale), [Math.min(scale, 4)]), 100);
		expect(scales.at(-1)).toBeCloseTo(4, 12);
	});

	test('is exact to the last bit, however far below the highest', () => {
		expect(scaleToTotal(1, (scale) => [scale], Number.MAX_VALUE)).toEqual([1]);
	});

	test.each`
		total                 | highest             | least | most  | because
		${1}                  | ${2}                | ${50} | ${60} | ${'a double has 53 bits'}
		${1 + Number.EPSILON} | ${2}                | ${50} | ${60} | ${'also if the midpoint of two adjacent doubles rounds to the lower one'}
		${0}                  | ${Number.MAX_VALUE} | ${1}  | ${2}  | ${'a scale of 0 is recognised at once'}
	`('$total below $highest takes $least to $most evaluations: $because', ({ total, highest, least, most }) => {
		let asked = 0;
		scaleToTotal(total, (scale) => (asked++, [scale]), highest);
		expect(asked).toBeLessThanOrEqual(most);
		expect(asked).toBeGreaterThanOrEqual(least);
	});
});
