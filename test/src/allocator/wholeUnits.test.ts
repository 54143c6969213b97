import { unitGrid } from '../../../src/allocator/unitGrid';
import { roundToWholeUnits } from '../../../src/allocator/wholeUnits';

const all = (cells: number) => [{ min: 0, max: Infinity, cells: [...Array(cells).keys()] }];

test.each`
	amounts            | gains          | total | expected     | because
	${[1.5, 2.5, 3]}   | ${[2, 1, 9]}   | ${7}  | ${[2, 2, 3]} | ${'the unit goes where it returns most, not to a whole amount'}
	${[0.2, 0.2, 0.6]} | ${[1, 2, 1.5]} | ${1}  | ${[0, 1, 0]} | ${'the return decides, not the fraction'}
	${[4, 0, 1]}       | ${[1, 1, 1]}   | ${5}  | ${[4, 0, 1]} | ${'whole amounts stay'}
`('$amounts become $expected: $because', ({ amounts, gains, total, expected }) => {
	expect(roundToWholeUnits(amounts, total, all(3), (cell) => gains[cell])).toEqual(expected);
});

test('the total of a group is rounded up or down', () => {
	const groups = [
		{ min: 0, max: 3, cells: [0, 1] },
		{ min: 0, max: 9, cells: [2, 3] },
	];
	expect(roundToWholeUnits([1.4, 1.6, 2.7, 0.3], 6, groups, (cell) => [9, 8, 1, 2][cell]!)).toEqual([2, 1, 2, 1]);
	expect(roundToWholeUnits([1.4, 1.3, 2.7, 0.6], 6, groups, (cell) => [1, 2, 8, 9][cell]!)).toEqual([1, 1, 3, 1]);
});

test.each`
	unit    | amount      | units   | because
	${0.01} | ${0.29}     | ${29}   | ${'0.29 / 0.01 is 28.999999999999996'}
	${0.01} | ${0.295}    | ${29.5} | ${'a half unit is not whole'}
	${0.01} | ${1e10}     | ${1e12} | ${'large amounts'}
	${1e-6} | ${0.000003} | ${3}    | ${'micros'}
	${50}   | ${250}      | ${5}    | ${'units above one'}
`('$amount is $units units of $unit: $because', ({ unit, amount, units }) => {
	expect(unitGrid(unit).units(amount)).toBe(units);
	expect(unitGrid(unit).amount(units)).toBeCloseTo(amount, 12);
});
