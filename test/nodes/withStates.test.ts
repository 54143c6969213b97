import type { StateStore, StoredState } from '../../nodes/shared/stateStore';
import { type BudgetOperation, withStates } from '../../nodes/shared/withStates';
import { createState, type PacingState } from '../../src/index';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => undefined }));

/** An in-memory store in which another writer wins the first few races. */
function contestedStore(lostRaces: number): StateStore & {
	readonly rows: Map<string, { state: PacingState; revision: number; writers: readonly string[] }>;
} {
	const rows = new Map<string, { state: PacingState; revision: number; writers: readonly string[] }>();
	let left = lostRaces;
	return {
		rows,
		place: 'memory',
		load: async (ids) =>
			new Map(
				ids.flatMap((id): [string, StoredState][] => {
					const row = rows.get(id);
					return row === undefined
						? []
						: [[id, { read: () => row.state, version: { ...versionOf(row.revision), writers: row.writers } }]];
				}),
			),
		save: async (changes) => {
			const won = new Set<string>();
			for (const { budgetId, state, expected, token } of changes) {
				const expectedRevision = expected?.revision ?? null;
				if (left > 0) {
					left--;
					continue;
				}
				if ((rows.get(budgetId)?.revision ?? null) !== expectedRevision) continue;
				rows.set(budgetId, {
					state,
					revision: (expectedRevision ?? -1) + 1,
					writers: [token, ...(expected?.writers ?? [])],
				});
				won.add(budgetId);
			}
			return won;
		},
		list: async () => new Map(),
		remove: async (removals) => new Set(removals.map(({ budgetId }) => (rows.delete(budgetId), budgetId))),
	};
}

const versionOf = (revision: number) => ({ rowId: 1, revision, writers: [], duplicates: [] });

const named = (state: PacingState | null, budgetId: string, name: string): PacingState => ({
	...(state ?? createState({ budgetId, currency: 'EUR', timeZone: 'UTC', dailyAmount: 10 })),
	...createState({ budgetId, name, currency: 'EUR', timeZone: 'UTC', dailyAmount: 10 }),
});

const naming = (budgetId: string, suffix: string): BudgetOperation<string> => ({
	budgetId,
	nowMs: 0,
	apply: (read) => {
		const state = read?.() ?? null;
		const name = `${state?.definition.name ?? ''}${suffix}`;
		return { state: named(state, budgetId, name), result: name };
	},
});

describe('withStates', () => {
	test('operations on one budget run in sequence, and are stored once', async () => {
		const store = contestedStore(0);
		const outcomes = await withStates(store, [naming('a', '1'), naming('b', 'x'), naming('a', '2')], {
			allOrNothing: false,
		});
		expect(outcomes.map((outcome) => 'result' in outcome && outcome.result)).toEqual(['1', 'x', '12']);
		expect(store.rows.get('a')).toMatchObject({ revision: 0, state: { definition: { name: '12' } } });
	});

	test('a lost race is retried on the state of the winner', async () => {
		const store = contestedStore(3);
		const outcomes = await withStates(store, [naming('a', '1')], { allOrNothing: false });
		expect(outcomes).toMatchObject([{ result: '1' }]);
		expect(store.rows.get('a')).toMatchObject({ revision: 0 });
	});

	test('a budget is retried for some minutes, because many processes may write to it', async () => {
		const outcomes = await withStates(contestedStore(59), [naming('a', '1')], { allOrNothing: false });
		expect(outcomes).toMatchObject([{ result: '1' }]);
	});

	test('concurrent executions of one process each read a budget once, and none is lost', async () => {
		const store = contestedStore(0);
		const load = jest.spyOn(store, 'load');
		const many = Array.from({ length: 100 }, async () =>
			withStates(store, [naming('a', 'x')], { allOrNothing: false }),
		);
		const outcomes = (await Promise.all(many)).flat();
		expect(outcomes.filter((outcome) => 'result' in outcome)).toHaveLength(100);
		expect(store.rows.get('a')).toMatchObject({ revision: 99, state: { definition: { name: 'x'.repeat(100) } } });
		expect(load).toHaveBeenCalledTimes(100);
	});

	test('a race that is lost every time ends with an error that names the budget', async () => {
		const outcomes = await withStates(contestedStore(Infinity), [naming('a', '1')], { allOrNothing: false });
		expect(outcomes).toMatchObject([{ error: { message: expect.stringMatching(/kept changing the budget 'a'/) } }]);
	});

	test('a failed operation changes neither its state nor other budgets', async () => {
		const store = contestedStore(0);
		const failing: BudgetOperation<string> = {
			budgetId: 'a',
			nowMs: 0,
			apply: () => {
				throw new Error('no');
			},
		};
		const outcomes = await withStates(store, [naming('a', '1'), failing, naming('b', 'x')], { allOrNothing: false });
		expect(outcomes).toMatchObject([{ result: '1' }, { error: { message: 'no' } }, { result: 'x' }]);
		expect(store.rows.get('a')).toMatchObject({ state: { definition: { name: '1' } } });
	});

	const deleting: BudgetOperation<string> = { budgetId: 'a', nowMs: 0, apply: () => ({ state: null, result: 'gone' }) };

	test('an operation without a resulting state deletes the budget, and the next one can create it again', async () => {
		const store = contestedStore(0);
		await withStates(store, [naming('a', '1'), naming('b', 'x')], { allOrNothing: false });
		await withStates(store, [deleting], { allOrNothing: false });
		expect([...store.rows.keys()]).toEqual(['b']);
		const outcomes = await withStates(store, [deleting, naming('a', '2')], { allOrNothing: false });
		expect(outcomes.map((outcome) => 'result' in outcome && outcome.result)).toEqual(['gone', '2']);
		expect(store.rows.get('a')).toMatchObject({ state: { definition: { name: '2' } } });
	});

	test('a damaged state affects only the operations that read it', async () => {
		const store = contestedStore(0);
		await withStates(store, [naming('a', '1')], { allOrNothing: false });
		const read = () => {
			throw new Error('damaged');
		};
		const damaged: StateStore = { ...store, load: async () => new Map([['a', { read, version: versionOf(0) }]]) };
		const outcomes = await withStates(damaged, [naming('a', '2'), deleting], { allOrNothing: false });
		expect(outcomes).toMatchObject([{ error: { message: 'damaged' } }, { result: 'gone' }]);
		expect(store.rows.size).toBe(0);
	});

	test('an operation that returns an unchanged state writes nothing', async () => {
		const store = contestedStore(0);
		await withStates(store, [naming('a', '1')], { allOrNothing: false });
		const save = jest.spyOn(store, 'save');
		const reading: BudgetOperation<null> = {
			budgetId: 'a',
			nowMs: 0,
			apply: (read) => ({ state: read!(), result: null }),
		};
		await withStates(store, [reading, reading], { allOrNothing: false });
		expect(save).not.toHaveBeenCalled();
	});

	test('in all-or-nothing mode, an error after a lost race takes back what was stored before it', async () => {
		const store = contestedStore(0);
		await withStates(store, [naming('a', '1'), naming('b', 'x')], { allOrNothing: false });
		const save = store.save.bind(store);
		jest.spyOn(store, 'save').mockImplementationOnce(async (changes) => {
			store.rows.get('b')!.revision = 7;
			return await save(changes);
		});
		let calls = 0;
		const failingLater: BudgetOperation<string> = {
			budgetId: 'b',
			nowMs: 0,
			apply: (read) => {
				if (calls++ > 0) throw new Error('no');
				return naming('b', 'y').apply(read);
			},
		};
		const outcomes = await withStates(store, [naming('a', '2'), failingLater], { allOrNothing: true });
		expect(outcomes).toMatchObject([{ result: '12' }, { error: { message: 'no' } }]);
		expect(store.rows.get('a')).toMatchObject({ state: { definition: { name: '1' } } });
		expect(store.rows.get('b')).toMatchObject({ revision: 7, state: { definition: { name: 'x' } } });
	});

	test('in all-or-nothing mode, one error prevents storing anything', async () => {
		const store = contestedStore(0);
		const failing: BudgetOperation<string> = {
			budgetId: 'b',
			nowMs: 0,
			apply: () => {
				throw new Error('no');
			},
		};
		await withStates(store, [naming('a', '1'), failing], { allOrNothing: true });
		expect(store.rows.size).toBe(0);
	});
});
