import { greatestBelow, leastAbove, limitChange } from '../../../src/plan/limitChange';

describe('the maximum change from hour to hour', () => {
	test.each`
		amounts           | change  | below           | above                  | because
		${[10, 100, 10]}  | ${0.5}  | ${[10, 15, 10]} | ${[200 / 3, 100, 50]}  | ${'a peak is cut to 1.5 times its neighbours, or they are raised'}
		${[100, 10, 100]} | ${0.5}  | ${[20, 10, 15]} | ${[100, 200 / 3, 100]} | ${'a dip lowers its neighbours, or is filled'}
		${[100, 10, 10]}  | ${0.5}  | ${[20, 10, 10]} | ${[100, 50, 25]}       | ${'a drop of at most half'}
		${[10, 10, 90]}   | ${0.5}  | ${[10, 10, 15]} | ${[40, 60, 90]}        | ${'a rise of at most half, over three hours'}
		${[10, 12, 14]}   | ${0.25} | ${[10, 12, 14]} | ${[10, 12, 14]}        | ${'amounts within the limit are unchanged'}
		${[100, 0, 50]}   | ${1}    | ${[100, 0, 0]}  | ${[100, 25, 50]}       | ${'a change of 1: any amount before 0, and 0 after it'}
		${[10, 20]}       | ${0}    | ${[10, 10]}     | ${[20, 20]}            | ${'no change: all equal'}
		${[7]}            | ${0.5}  | ${[7]}          | ${[7]}                 | ${'one hour has no neighbour'}
		${[]}             | ${0.5}  | ${[]}           | ${[]}                  | ${'no hours'}
	`('$amounts with a change of $change are at least $below, at most $above: $because', (row) => {
		const { amounts, change, below, above } = row as Record<'amounts' | 'below' | 'above', number[]> & {
			change: number;
		};
		const expectClose = (got: readonly number[], expected: readonly number[]) => {
			expect(got).toHaveLength(expected.length);
			got.forEach((value, hour) => expect(value).toBeCloseTo(expected[hour]!, 9));
		};
		expectClose(greatestBelow(amounts, change), below);
		expectClose(leastAbove(amounts, change), above);
		expectClose(
			limitChange(amounts, change),
			below.map((low, hour) => (low + above[hour]!) / 2),
		);
	});

	test('the input is not modified', () => {
		const amounts = Object.freeze([10, 100, 10]);
		expect(limitChange(amounts, 0.5)).not.toEqual(amounts);
	});
});
