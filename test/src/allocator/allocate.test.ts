import { UserError } from '../../../src/errors';
import { allocate } from '../../../src/allocator/allocate';
import type { AllocateOptions, ResponseCell } from '../../../src/allocator/responseCell';
import { total } from './oracleCells';

const power = (a: number, s: number): ResponseCell => ({ curve: { kind: 'power', a, s } });
const log = (a: number, k: number, bounds: Partial<ResponseCell> = {}): ResponseCell => ({
	curve: { kind: 'log', a, k },
	...bounds,
});
const hill = (a: number, k: number, s: number, max: number): ResponseCell => ({
	curve: { kind: 'hill', a, k, s },
	max,
});

describe('closed forms', () => {
	test('power curves of one exponent share in proportion to a^(1/(1-s))', () => {
		expect(allocate([power(3, 0.5), power(4, 0.5)], 100).amounts).toEqual([
			expect.closeTo(36, 10),
			expect.closeTo(64, 10),
		]);
		const heights = Array.from({ length: 24 }, (_, hour) => 1 + Math.sin(hour) ** 2);
		const weights = heights.map((a) => a ** (1 / (1 - 0.7)));
		const { amounts, gap } = allocate(
			heights.map((a) => power(a, 0.7)),
			1000,
		);
		amounts.forEach((amount, hour) => expect(amount).toBeCloseTo((1000 * weights[hour]!) / total(weights), 8));
		expect(gap).toBeLessThanOrEqual(1e-12);
	});

	test('log curves fill to x = a/lambda - k, lambda = sum a / (budget + sum k)', () => {
		const { amounts, multiplier } = allocate([log(10, 5), log(20, 1)], 54);
		expect(multiplier).toBeCloseTo(0.5, 12);
		expect(amounts).toEqual([expect.closeTo(15, 10), expect.closeTo(39, 10)]);
	});

	test('of identical S-curves only as many as pay off are entered, with equal amounts', () => {
		const { amounts, objective, gap } = allocate(
			Array.from({ length: 10 }, () => hill(1, 10, 3, 100)),
			45,
		);
		const entered = amounts.filter((amount) => amount > 1e-9);
		const best = Math.max(...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => n / (1 + (10 / (45 / n)) ** 3)));
		expect(objective).toBeCloseTo(best, 9);
		expect(entered).toEqual(entered.map(() => expect.closeTo(45 / entered.length, 6)));
		expect(gap).toBeLessThanOrEqual(1e-9);
	});

	test('groups whose bounds cannot bind do not make a search longer', () => {
		const cells = Array.from({ length: 150 }, (_, cell) => ({ ...hill(1, 10, 3, 905), group: `g${cell % 3}` }));
		const groups = { g0: { max: 905 }, g1: {}, g2: { min: 0 } };
		const { objective, gap } = allocate(cells, 905, { groups });
		expect(gap).toBeLessThanOrEqual(1e-6);
		expect(objective).toBeCloseTo(
			allocate(
				cells.map(({ curve }) => ({ curve })),
				905,
			).objective,
			9,
		);
	});
});

describe('edges', () => {
	test.each`
		cells                                                                             | budget | amounts            | unspendable | because
		${[]}                                                                             | ${10}  | ${[]}              | ${10}       | ${'there is nowhere to go'}
		${[log(1, 1), log(2, 1)]}                                                         | ${0}   | ${[0, 0]}          | ${0}        | ${'there is nothing to share'}
		${[log(1, 1)]}                                                                    | ${7}   | ${[7]}             | ${0}        | ${'one cell takes all'}
		${[log(1, 1, { max: 4 })]}                                                        | ${7}   | ${[4]}             | ${3}        | ${'no more than its maximum'}
		${[log(9, 1, { min: 2, max: 2 }), log(1, 1)]}                                     | ${5}   | ${[2, 3]}          | ${0}        | ${'a fixed cell stays'}
		${[log(1, 1, { min: 0.1 }), log(1, 1, { min: 0.2 })]}                             | ${0.3} | ${[0.1, 0.2]}      | ${0}        | ${'0.1 + 0.2 fits into 0.3'}
		${[log(1, 1), log(1, 1)]}                                                         | ${6}   | ${[3, 3]}          | ${0}        | ${'ties share evenly'}
		${[log(0, 1), log(0, 9, { max: 1 }), log(1, 1, { max: 3 })]}                      | ${10}  | ${[6, 1, 3]}       | ${0}        | ${'cells without response come last'}
		${[{ curve: { kind: 'exponential', a: 1, k: 1 }, max: Infinity }, power(1, 0.5)]} | ${1e6} | ${[7.6, 999992.4]} | ${0}        | ${'a saturated cell gets hardly more'}
		${[hill(1, 10, 2, 6), hill(1, 10, 2, 6)]}                                         | ${8}   | ${[6, 2]}          | ${0}        | ${'where both are convex, one is filled first'}
	`('$budget over $cells.length cells gives $amounts: $because', ({ cells, budget, amounts, unspendable }) => {
		const found = allocate(cells, budget);
		expect(found.amounts).toEqual(amounts.map((amount: number) => expect.closeTo(amount, 1)));
		expect(found.unspendable).toBeCloseTo(unspendable, 12);
		expect(found.gap).toBeGreaterThanOrEqual(0);
		expect(found.gap).toBeLessThanOrEqual(1e-9);
	});

	test('the multiplier of a zero budget is the initial marginal return, infinite for a power curve', () => {
		expect(allocate([log(3, 2), log(1, 1)], 0).multiplier).toBeCloseTo(1.5, 12);
		expect(allocate([power(1, 0.5)], 0).multiplier).toBe(Infinity);
		expect(allocate([log(3, 2, { max: 1 })], 2).multiplier).toBe(0);
	});

	test('a curve far into saturation still ranks by its marginal return', () => {
		const saturated: ResponseCell = { curve: { kind: 'exponential', a: 1, k: 1 } };
		const slower: ResponseCell = { curve: { kind: 'exponential', a: 1, k: 2 } };
		const { amounts } = allocate([saturated, slower], 30_000);
		expect(amounts[1]! / 2 + Math.log(2)).toBeCloseTo(amounts[0]!, 7);
	});

	test('a group at its maximum leaves budget to the others, one at its minimum takes budget from them', () => {
		const cells = [log(9, 1, { group: 'a' }), log(9, 1, { group: 'a' }), log(1, 1, { group: 'b' }), log(1, 1)];
		const { amounts, gap } = allocate(cells, 20, { groups: { a: { max: 8 }, b: { min: 9 } } });
		expect(amounts).toEqual([4, 4, 9, 3].map((amount) => expect.closeTo(amount, 10)));
		expect(gap).toBeLessThanOrEqual(1e-12);
	});

	test('groups of S-curves keep their bounds and a proven gap', () => {
		const cells = [2, 3, 5, 8].map((a, cell) => ({ ...hill(a, 10, 3, 60), group: cell < 2 ? 'low' : 'high' }));
		const { amounts, gap } = allocate(cells, 60, { groups: { low: { min: 25 }, high: { max: 40 } } });
		expect(amounts[0]! + amounts[1]!).toBeGreaterThanOrEqual(25 - 1e-9);
		expect(amounts[2]! + amounts[3]!).toBeLessThanOrEqual(40 + 1e-9);
		expect(gap).toBeLessThanOrEqual(1e-9);
	});
});

test('minima that use up the budget leave one allocation, which is proven', () => {
	const flat = { kind: 'hill', a: 0.01, k: 0.1, s: 0.3 } as const;
	const cells: ResponseCell[] = [
		{ curve: flat, min: 0, max: 300, group: 'a' },
		{ curve: flat, min: 42.585, max: 342.585, group: 'b' },
		{ curve: { kind: 'power', a: 0.01, s: 0.1 }, min: 16.047, max: 316.047, group: 'c' },
		{ curve: flat, min: 9.787, max: 309.787, group: 'a' },
		{ curve: flat, min: 0, max: 300, group: 'b' },
	];
	const groups = { a: { min: 9.787, max: 9.821 }, b: { max: 42.585 }, c: { max: 16.047 } };
	const { amounts, gap } = allocate(cells, 68.41900000000001, { groups });
	[0, 42.585, 16.047, 9.787, 0].forEach((least, cell) => expect(amounts[cell]).toBeCloseTo(least, 9));
	expect(gap).toBe(0);
});

describe('whole units', () => {
	test('amounts are cents that add up, at a negligible loss', () => {
		const cells = Array.from({ length: 24 }, (_, hour) => log(5 + (hour % 7), 20 + hour));
		const { amounts, gap } = allocate(cells, 1234.56, { wholeUnits: 0.01 });
		expect(amounts.every((amount) => Number(amount.toFixed(2)) === amount)).toBe(true);
		expect(total(amounts.map((amount) => Math.round(amount * 100)))).toBe(123456);
		expect(gap).toBeLessThanOrEqual(1e-8);
	});

	test.each`
		unit    | budget   | min    | max    | amounts         | unspendable | because
		${0.01} | ${0.29}  | ${0}   | ${9}   | ${[0.15, 0.14]} | ${0}        | ${'0.29 / 0.01 is 28.999999999999996 and still 29 units'}
		${1}    | ${10.75} | ${0}   | ${9}   | ${[5, 5]}       | ${0.75}     | ${'a fraction of a unit cannot be spent'}
		${5}    | ${30}    | ${6}   | ${19}  | ${[15, 15]}     | ${0}        | ${'bounds move inwards to 10 and 15'}
		${0.25} | ${1}     | ${0.5} | ${0.5} | ${[0.5, 0.5]}   | ${0}        | ${'there is no choice'}
	`('$budget in units of $unit is $amounts: $because', ({ unit, budget, min, max, amounts, unspendable }) => {
		const found = allocate([log(1, 1, { min, max }), log(1, 1, { min, max })], budget, { wholeUnits: unit });
		expect(found.amounts).toEqual(amounts);
		expect(found.unspendable).toBeCloseTo(unspendable, 12);
	});

	test('groups keep bounds that are whole units', () => {
		const cells = Array.from({ length: 9 }, (_, cell) => log(1 + cell, 3, { group: `g${cell % 3}` }));
		const groups = { g0: { max: 7 }, g1: { min: 11, max: 11 }, g2: { max: 40 } };
		const { amounts } = allocate(cells, 50, { groups, wholeUnits: 1 });
		const of = (g: number) => total(amounts.filter((_, cell) => cell % 3 === g));
		expect([of(0) <= 7, of(1), of(0) + of(1) + of(2)]).toEqual([true, 11, 50]);
		expect(amounts.every(Number.isInteger)).toBe(true);
	});
});

describe('invalid input', () => {
	const fine = log(1, 1);
	const curve = (raw: object): ResponseCell[] => [fine, { curve: raw } as ResponseCell];
	test.each<[string, ResponseCell[], number, AllocateOptions, RegExp]>([
		['a budget below 0', [fine], -1, {}, /'budget' is -1/],
		['a budget that is not a number', [fine], NaN, {}, /'budget' is NaN/],
		['an unknown curve', curve({ kind: 'linear', a: 1 }), 1, {}, /'cells\[1\]\.curve\.kind' is linear/],
		['a cell without a curve', [{} as ResponseCell], 1, {}, /'cells\[0\]\.curve\.kind' is undefined/],
		['a height below 0', curve({ kind: 'log', a: -1, k: 1 }), 1, {}, /'cells\[1\]\.curve\.a' is -1/],
		['a scale of 0', curve({ kind: 'log', a: 1, k: 0 }), 1, {}, /'cells\[1\]\.curve\.k' is 0/],
		[
			'a power of 1',
			curve({ kind: 'power', a: 1, s: 1 }),
			1,
			{},
			/'cells\[1\]\.curve\.s' is 1, not a number between 0 and 1/,
		],
		['a steepness of 0', curve({ kind: 'hill', a: 1, k: 1, s: 0 }), 1, {}, /'cells\[1\]\.curve\.s' is 0/],
		['a minimum below 0', [log(1, 1, { min: -2 })], 1, {}, /'cells\[0\]\.min' is -2/],
		['a maximum that is not a number', [log(1, 1, { max: NaN })], 1, {}, /'cells\[0\]\.max' is NaN/],
		[
			'crossed bounds',
			[fine, log(1, 1, { min: 3, max: 2 })],
			9,
			{},
			/'cells\[1\]\.min' is 3, above 'cells\[1\]\.max', which is 2/,
		],
		['crossed bounds of a group', [fine], 9, { groups: { a: { min: 3, max: 2 } } }, /'groups\['a'\]\.min' is 3, above/],
		['an unknown group', [log(1, 1, { group: 'b' })], 9, { groups: { a: {} } }, /'cells\[0\]\.group' is 'b'/],
		['a unit of 0', [fine], 9, { wholeUnits: 0 }, /'wholeUnits' is 0/],
		['a unit too fine to add up', [fine], 1e9, { wholeUnits: 1e-9 }, /'wholeUnits' is 1e-9/],
		[
			'minima above the budget',
			[log(1, 1, { min: 70 }), log(1, 1, { min: 50 })],
			100,
			{},
			/add up to 120, more than the budget of 100: cells\[0\]\.min 70, cells\[1\]\.min 50/,
		],
		[
			'group minima above the budget',
			[log(1, 1, { group: 'a' }), log(1, 1, { min: 50 })],
			100,
			{ groups: { a: { min: 60 } } },
			/add up to 110, more than the budget of 100: groups\['a'\]\.min 60, cells\[1\]\.min 50/,
		],
		[
			'minima above the maximum of their group',
			[log(1, 1, { min: 7, group: 'a' })],
			100,
			{ groups: { a: { max: 6 } } },
			/The minima in group 'a' add up to 7, more than its maximum of 6: cells\[0\]\.min 7/,
		],
		[
			'maxima below the minimum of their group',
			[log(1, 1, { max: 7, group: 'a' })],
			100,
			{ groups: { a: { min: 9 } } },
			/The maxima in group 'a' add up to 7, less than its minimum of 9: cells\[0\]\.max 7/,
		],
		[
			'a minimum for a group without cells',
			[fine],
			100,
			{ groups: { a: { min: 9 } } },
			/The maxima in group 'a' add up to 0, less than its minimum of 9/,
		],
		[
			'no whole unit between bounds',
			[log(1, 1, { min: 1, max: 4 })],
			100,
			{ wholeUnits: 5 },
			/No whole unit lies between 'cells\[0\]\.min', 1, and 'cells\[0\]\.max', 4/,
		],
	])('%s is refused by name', (_, cells, budget, options, message) => {
		expect(() => allocate(cells, budget, options)).toThrow(UserError);
		expect(() => allocate(cells, budget, options)).toThrow(message);
	});
});
