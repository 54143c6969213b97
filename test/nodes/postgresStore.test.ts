import type { ExecuteWorkflowData, IDataObject, IExecuteFunctions, IWorkflowBase } from 'n8n-workflow';

import { postgresStore } from '../../nodes/shared/postgresStore';
import { createState } from '../../src/index';
import { CHECK_NODE } from '../support/checkNode';

/** What n8n's Postgres node puts out where a statement returns no rows. */
const NO_ROWS = [{ success: true }];

/** The part of n8n that the store needs: a node, and a Postgres node with scripted answers to the last statement. */
function contextAnswering(answer: (query: string, list: unknown) => IDataObject[]) {
	const workflows: IWorkflowBase[] = [];
	const context = {
		getNode: () => CHECK_NODE,
		executeWorkflow: async (
			{ code }: { code: IWorkflowBase },
			[item]: { json: { list: string } }[],
		): Promise<ExecuteWorkflowData> => {
			workflows.push(code);
			const rows = answer(String(code.nodes.at(-1)!.parameters['query']), JSON.parse(item!.json.list));
			return { executionId: '2', data: [rows.map((json) => ({ json }))] };
		},
	} as unknown as IExecuteFunctions;
	return { context, workflows };
}

const AT = { credentialId: 'c1', tableName: 'budget_pacing' };
const state = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: 10 });
const version = { rowId: 7, revision: 4, writers: ['aaaa', 'bbbb'], duplicates: [] };
const change = (budgetId: string) => ({ budgetId, state, expected: version, token: `${budgetId}0`, nowMs: 0 });

describe('the Postgres store', () => {
	test.each`
		message                                                                  | expected                                                                     | toDo                           | because
		${'Credential with ID "c1" does not exist for type "postgres".'}         | ${/could not be opened/}                                                     | ${/'Postgres Credential ID'/}  | ${'it was deleted, or copied wrongly'}
		${'Node "Rows" does not have access to the credential'}                  | ${/could not be opened/}                                                     | ${/share it with the project/} | ${'it belongs to another project'}
		${'permission denied for schema public'}                                 | ${/refused the table 'budget_pacing'/}                                       | ${/'Table Name'/}              | ${'PostgreSQL 15 lets only owners create tables there'}
		${'column r.writer does not exist'}                                      | ${/'budget_pacing' belongs to something else/}                               | ${/'Table Name'/}              | ${'a table of that name has other columns'}
		${'there is no unique or exclusion constraint matching the ON CONFLICT'} | ${/'budget_pacing' belongs to something else/}                               | ${/'Table Name'/}              | ${'one that was made by hand would take a budget twice'}
		${'canceling statement due to lock timeout'}                             | ${/^The state could not be read from Postgres, or written to it: canceling/} | ${/test the credential/}       | ${'the database is busy, or out of reach'}
	`('$message is explained: $because', async ({ message, expected, toDo }) => {
		const { context } = contextAnswering(() => {
			throw new Error(message as string);
		});
		const error = await postgresStore(context, AT)
			.load(['b'])
			.catch((thrown: Error & { description?: string }) => thrown);
		expect(error).toMatchObject({ message: expect.stringMatching(expected), node: CHECK_NODE });
		expect((error as { description?: string }).description ?? '').toMatch(toDo);
	});

	test.each`
		tableName                              | because
		${'Budget Pacing'}                     | ${'it would need quotes in every query'}
		${'x"; drop table users; --'}          | ${'it is no name'}
		${"x'"}                                | ${'it would end a text'}
		${'a.b.c'}                             | ${'there is no database before a schema'}
		${`b${'u'.repeat(63)}`}                | ${'PostgreSQL would cut it off'}
		${"{{ $('Settings').item.json.sql }}"} | ${'the Postgres node would evaluate it'}
	`('no table is named $tableName: $because', ({ tableName }) => {
		const { context } = contextAnswering(() => NO_ROWS);
		expect(() => postgresStore(context, { ...AT, tableName: tableName as string })).toThrow(/cannot be the name/);
	});

	test('the table is made with the first statement, by the credential that is named, and not asked for again', async () => {
		const { context, workflows } = contextAnswering(() => NO_ROWS);
		const store = postgresStore(context, { ...AT, tableName: 'pacing.budgets' });
		await store.load(['b']);
		await store.load(['b']);
		expect(workflows.map(({ nodes }) => nodes.map(({ name }) => name))).toEqual([
			['Items', 'Table', 'Rows'],
			['Items', 'Rows'],
		]);
		const [, table, rows] = workflows[0]!.nodes;
		expect([table, rows].map((node) => node!.credentials)).toEqual(Array(2).fill({ postgres: { id: 'c1', name: '' } }));
		expect(table!.parameters['query']).toMatch(/create table if not exists "pacing"\."budgets"/);
	});

	test('all changes are written by one statement, and those count whose rows come back', async () => {
		const written: unknown[] = [];
		const { context, workflows } = contextAnswering((query, list) => {
			expect(query).toMatch(/update "budget_pacing"/);
			written.push(list);
			return [{ budgetId: 'b', writer: 'b0 aaaa bbbb' }];
		});
		const saved = await postgresStore(context, AT).save([change('b'), change('c')]);
		expect(saved).toEqual(new Set(['b']));
		expect(workflows).toHaveLength(1);
		expect(written).toMatchObject([
			[
				{ id: 7, leftBy: 'aaaa bbbb', budgetId: 'b', revision: 5, writer: 'b0 aaaa bbbb' },
				{ id: 7, leftBy: 'aaaa bbbb', budgetId: 'c', revision: 5, writer: 'c0 aaaa bbbb' },
			],
		]);
	});

	test('a statement that returns nothing has changed nothing', async () => {
		const { context } = contextAnswering(() => NO_ROWS);
		const store = postgresStore(context, AT);
		expect(await store.load(['b'])).toEqual(new Map());
		expect(await store.save([change('b')])).toEqual(new Set());
	});

	test('a first write counts if its row is the one that is there', async () => {
		const { context } = contextAnswering((query, list) =>
			query.startsWith('select')
				? (list as string[]).map((budgetId, id) => ({ id, budgetId, writer: budgetId === 'b' ? 'b0' : 'cccc' }))
				: NO_ROWS,
		);
		const first = (budgetId: string) => ({ ...change(budgetId), expected: null });
		expect(await postgresStore(context, AT).save([first('b'), first('c')])).toEqual(new Set(['b']));
	});

	test('without a credential it says which field is empty', () => {
		const { context } = contextAnswering(() => NO_ROWS);
		expect(() => postgresStore(context, { ...AT, credentialId: '' })).toThrow(
			/'Postgres Credential ID' must not be empty/,
		);
	});
});
