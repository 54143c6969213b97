import { inTurn } from '../../nodes/shared/inTurn';

/** Records the order of events. `work('a')` begins on its turn and ends when the test calls `end('a')`. */
function diary() {
	const entries: string[] = [];
	const endings = new Map<string, () => void>();
	return {
		entries,
		work: (name: string) => async () => {
			entries.push(`${name} begins`);
			await new Promise<void>((resolve) => endings.set(name, resolve));
			entries.push(`${name} ends`);
			return name;
		},
		end: async (name: string) => {
			endings.get(name)!();
			await jest.advanceTimersByTimeAsync(0);
		},
	};
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('inTurn', () => {
	test('work with the same key begins when the previous one has ended, in order of arrival', async () => {
		const { entries, work, end } = diary();
		const results = Promise.all(['a', 'b', 'c'].map(async (name) => await inTurn(['budget'], work(name))));
		await jest.advanceTimersByTimeAsync(5_000);
		expect(entries).toEqual(['a begins']);
		await end('a');
		await end('b');
		await end('c');
		expect(entries).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
		expect(await results).toEqual(['a', 'b', 'c']);
	});

	test('work with other keys does not wait', async () => {
		const { entries, work, end } = diary();
		const results = Promise.all([inTurn(['budget 1'], work('a')), inTurn(['budget 2'], work('b'))]);
		await jest.advanceTimersByTimeAsync(0);
		expect(entries).toEqual(['a begins', 'b begins']);
		await end('a');
		await end('b');
		await results;
	});

	test('the same keys in another order do not deadlock', async () => {
		const { entries, work, end } = diary();
		const results = Promise.all([inTurn(['1', '2'], work('a')), inTurn(['2', '1'], work('b'))]);
		await jest.advanceTimersByTimeAsync(0);
		await end('a');
		await end('b');
		await results;
		expect(entries).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
	});

	test('an error is passed on, and the next one begins', async () => {
		const failing = inTurn(['budget'], async () => await Promise.reject(new Error('no')));
		const next = inTurn(['budget'], async () => await Promise.resolve('done'));
		await expect(failing).rejects.toThrow('no');
		expect(await next).toBe('done');
	});

	test('after half a minute the next one no longer waits for one that hangs', async () => {
		const { entries, work, end } = diary();
		const results = Promise.all(['a', 'b', 'c'].map(async (name) => await inTurn(['budget'], work(name))));
		await jest.advanceTimersByTimeAsync(29_000);
		expect(entries).toEqual(['a begins']);
		await jest.advanceTimersByTimeAsync(2_000);
		expect(entries).toEqual(['a begins', 'b begins']);
		await end('b');
		expect(entries).toEqual(['a begins', 'b begins', 'b ends', 'c begins']);
		await end('c');
		await end('a');
		await results;
	});

	test('nothing waits for finished work', async () => {
		const { entries, work, end } = diary();
		const first = inTurn(['budget'], work('a'));
		await jest.advanceTimersByTimeAsync(0);
		await end('a');
		await first;
		const second = inTurn(['budget'], work('b'));
		await jest.advanceTimersByTimeAsync(0);
		expect(entries).toEqual(['a begins', 'a ends', 'b begins']);
		await end('b');
		await second;
		expect(jest.getTimerCount()).toBe(0);
	});
});
