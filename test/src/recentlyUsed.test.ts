import { recentlyUsed } from '../../src/recentlyUsed';

const lengthOf = ({ length }: string): number => length;

test.each`
	used                                 | kept               | because
	${['a:1', 'b:22']}                   | ${['a', 'b']}      | ${'sizes of 1 and 2 are no more than 5'}
	${['a:1', 'b:22', 'c:333']}          | ${['b', 'c']}      | ${'the one used longest ago goes first'}
	${['a:1', 'b:22', 'a', 'c:333']}     | ${['a', 'c']}      | ${'asking for a value is using it'}
	${['a:1', 'b:22', 'c:333333']}       | ${['c']}           | ${'the last stays though it is too large'}
	${['a:4444', 'a:1', 'b:22', 'c:22']} | ${['a', 'b', 'c']} | ${'a value that is replaced no longer counts'}
`('of values up to a size of 5, $used keeps $kept: $because', ({ used, kept }) => {
	const values = recentlyUsed<string, string>(5, lengthOf);
	for (const step of used as string[]) {
		const [key, value] = step.split(':') as [string, string?];
		if (value === undefined) values.get(key);
		else values.set(key, value);
	}
	expect(['a', 'b', 'c'].filter((key) => values.get(key) !== undefined)).toEqual(kept);
});

test('without sizes it keeps a number of values', () => {
	const values = recentlyUsed<string, number>(1);
	values.set('a', 1);
	values.set('b', 2);
	expect([values.get('a'), values.get('b')]).toEqual([undefined, 2]);
});
