import { rememberLast } from '../../src/rememberLast';

const counted = () => {
	let computed = 0;
	return {
		area: rememberLast(({ width }: { readonly width: number }, height: number) => {
			computed++;
			return width * height;
		}),
		times: () => computed,
	};
};

it('computes an answer once while the same is asked', () => {
	const { area, times } = counted();
	const square = { width: 3 };
	expect([area(square, 4), area(square, 4), times()]).toEqual([12, 12, 1]);
});

it('computes another answer for another argument, or for another object', () => {
	const { area, times } = counted();
	const square = { width: 3 };
	expect([area(square, 4), area(square, 5), area({ width: 7 }, 5), area(square, 5)]).toEqual([12, 15, 35, 15]);
	expect(times()).toBe(3);
});
