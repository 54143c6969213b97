import type { ExecuteWorkflowData, IDataObject, IExecuteFunctions, IWorkflowBase } from 'n8n-workflow';

import { dataTableStore } from '../../nodes/shared/dataTableStore';
import { createState } from '../../src/index';
import { creating, runNode } from '../support/runNode';
import { CHECK_NODE } from '../support/checkNode';

type Table = Map<string, Record<string, unknown>[]>;

/** The part of n8n that a store needs: a node, and a Data Table node with scripted answers. Tables exist from the start. */
const contextAnswering = (
	answer: (parameters: IDataObject, items: readonly IDataObject[]) => IDataObject[],
): IExecuteFunctions =>
	({
		getNode: () => CHECK_NODE,
		executeWorkflow: async (
			{ code }: { code: IWorkflowBase },
			items: { json: IDataObject }[],
		): Promise<ExecuteWorkflowData> => {
			const given = items.map(({ json }) => json);
			const looksUp = code.nodes.length > 2;
			const parameters = code.nodes.map((node) => node.parameters as IDataObject);
			if (looksUp) answer(parameters[1]!, given);
			const rows = answer(parameters[looksUp ? 3 : 1]!, given);
			const out = looksUp ? (rows.length > 0 ? rows : [{}]).map((row) => ({ ...row, dataTableId: 'T1' })) : rows;
			return { executionId: '2', data: [out.map((json) => ({ json }))] };
		},
	}) as unknown as IExecuteFunctions;

const failingWith = (message: string) =>
	contextAnswering(({ resource }) => {
		if (resource === 'table' && !message.startsWith('Attempted')) return [];
		throw new Error(message);
	});

describe('the data table store', () => {
	test.each`
		message                                                                       | expected                                       | toDo                               | because
		${'Attempted to use Data table node but the module is disabled'}              | ${/This n8n has no data tables/}               | ${/'Keep State In' to Input Item/} | ${'the module is switched off'}
		${"Validation error with data table request: unknown column name 'revision'"} | ${/'budget_pacing' belongs to something else/} | ${/'Table Name'/}                  | ${'a table of that name has other columns'}
		${'Column(s) "budgetId" do not exist in the selected table'}                  | ${/'budget_pacing' belongs to something else/} | ${/'Table Name'/}                  | ${'the same, found while filtering'}
		${'SQLITE_BUSY: database is locked'}                                          | ${/^SQLITE_BUSY: database is locked$/}         | ${/^$/}                            | ${'other errors are passed on unchanged'}
	`('$message is explained: $because', async ({ message, expected, toDo }) => {
		const store = dataTableStore(failingWith(message), 'budget_pacing');
		const error = await store.load(['b']).catch((thrown: Error & { description?: string }) => thrown);
		expect(error).toMatchObject({ message: expect.stringMatching(expected), node: CHECK_NODE });
		expect((error as { description?: string }).description ?? '').toMatch(toDo);
	});

	test('reading and writing a budget takes two sub-executions, and the table is looked up with the first', async () => {
		const tables: Table = new Map();
		await runNode('pacingBudget', creating(), { tables });
		const { subWorkflows } = await runNode('pacingBudget', creating({ name: 'Brand' }), { tables });
		expect(subWorkflows).toBe(2);
		expect(tables.get('budget_pacing')).toMatchObject([{ budgetId: 'brand-de', name: 'Brand', revision: 1 }]);
	});

	test('a table that is not there is made by reading, so that people can import rows into it', async () => {
		const tables: Table = new Map();
		const { outputs, status } = await runNode('pacingBudget', { operation: 'getAll' }, { tables });
		expect({ status, found: outputs[0] }).toEqual({ status: 'success', found: [] });
		expect(tables).toEqual(new Map([['budget_pacing', []]]));
	});

	test('a budget that two executions inserted belongs to the lower row, and the loser removes its own', async () => {
		const deleted: unknown[] = [];
		let inserted: IDataObject = {};
		const context = contextAnswering(({ resource, operation, filters }, items) => {
			if (resource === 'table') return [];
			if (operation === 'insert') return [(inserted = { id: 8, budgetId: 'b', revision: 0, writer: 'aaaa' })];
			if (operation === 'get') return [inserted, { id: 7, budgetId: 'b', revision: 0, writer: 'bbbb' }];
			if (operation === 'deleteRows') deleted.push({ items, ...(filters as object) });
			return [];
		});
		const state = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: 10 });
		const change = { budgetId: 'b', state, expected: null, token: 'aaaa', nowMs: 0 };
		const store = dataTableStore(context, 'budget_pacing');
		await store.load(['c']);
		expect(await store.save([change])).toEqual(new Set());
		expect(deleted).toEqual([
			{
				items: [{ id: 8, updatedAt: 'aaaa' }],
				conditions: [
					{ keyName: 'id', condition: 'eq', keyValue: '={{ $json.id }}' },
					{ keyName: 'writer', condition: 'eq', keyValue: '={{ $json.updatedAt }}' },
				],
			},
		]);
	});

	test('concurrent first inserts end in one row', async () => {
		const tables: Table = new Map();
		const runs = await Promise.all([1, 2, 3, 4].map(async () => await runNode('pacingBudget', creating(), { tables })));
		expect(runs.map(({ status }) => status)).toEqual(['success', 'success', 'success', 'success']);
		expect(tables.get('budget_pacing')).toMatchObject([{ budgetId: 'brand-de', revision: 0 }]);
	}, 60_000);

	test('a similarly named table is ignored', async () => {
		const tables: Table = new Map();
		await runNode('pacingBudget', creating(), { tables });
		tables.set('budget_pacing backup', []);
		await runNode('pacingBudget', creating({ budgetId: 'brand-fr' }), { tables });
		expect(tables.get('budget_pacing backup')).toEqual([]);
		expect(tables.get('budget_pacing')!.map(({ budgetId }) => budgetId)).toEqual(['brand-de', 'brand-fr']);
	});

	test('an ID that looks like an expression is plain text', async () => {
		const tables: Table = new Map();
		const items = [{ id: '={{ 1 + 1 }}' }];
		await runNode('pacingBudget', creating({ budgetId: '={{ $json.id }}' }), { items, tables });
		const { outputs } = await runNode(
			'pacingBudget',
			{ operation: 'get', budgetId: '={{ $json.id }}' },
			{ items, tables },
		);
		expect(outputs[0]).toMatchObject([{ budgetId: '={{ 1 + 1 }}' }]);
	});
});
