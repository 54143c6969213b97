import { createState } from '../../src/index';
import { creating, runNode } from '../support/runNode';

type Table = Map<string, Record<string, unknown>[]>;

const AT = '2026-11-23T10:20:00+01:00';
const row = { Day: '2026-11-22', Hour: '9', Cost: '41.27' };
const mapped = { format: 'mapped', fields: { date: 'Day', hour: 'Hour', spend: 'Cost' } };
const perItem = { budgetId: '={{ $json.id }}', options: { asOf: '={{ $json.at }}' } };

const twoBudgets = async (): Promise<Table> => {
	const tables: Table = new Map();
	const items = [{ id: 'a' }, { id: 'b' }];
	await runNode('pacingBudget', creating({ budgetId: '={{ $json.id }}' }), { items, tables });
	return tables;
};

const isError = (item: Record<string, unknown>) => Object.keys(item).join() === 'error,details';

describe('with Continue On Fail, one bad item does not affect others', () => {
	test.each`
		type                    | parameters                             | because
		${'pacingBudget'}       | ${{ ...creating(), ...perItem }}       | ${'creating'}
		${'pacingBudget'}       | ${{ operation: 'get', ...perItem }}    | ${'getting'}
		${'pacingBudget'}       | ${{ operation: 'status', ...perItem }} | ${'reporting the status'}
		${'ingestPerformance'}  | ${{ ...mapped, ...perItem }}           | ${'reading rows'}
		${'optimizeAllocation'} | ${perItem}                             | ${'planning'}
		${'checkExhaustion'}    | ${perItem}                             | ${'forecasting'}
		${'reallocate'}         | ${perItem}                             | ${'reallocating'}
	`('$type, $because', async ({ type, parameters }) => {
		const tables = await twoBudgets();
		const items = [
			{ id: 'a', at: 'yesterday', ...row },
			{ id: '', at: AT, ...row },
			{ id: 'b', at: AT, ...row },
		];
		const { status, outputs, paired } = await runNode(type, parameters, { items, tables, continueOnFail: true });
		expect(status).toBe('success');
		expect(outputs[0]!.filter(isError)).toHaveLength(2);
		expect(outputs.flat().filter((item) => !isError(item))).toMatchObject([{ budgetId: 'b' }]);
		const failed = paired[0]!.filter(({ json }) => 'error' in json).map(({ pairedItem }) => [pairedItem].flat());
		expect(failed).toEqual(expect.arrayContaining([[{ item: 0 }], [{ item: 1 }]]));
	});

	test('deleting', async () => {
		const tables = await twoBudgets();
		const items = [{ id: '' }, { id: 'a' }, { id: 'nope' }];
		const parameters = { operation: 'delete', budgetId: '={{ $json.id }}' };
		const { outputs } = await runNode('pacingBudget', parameters, { items, tables, continueOnFail: true });
		expect(outputs[0]!.map(isError)).toEqual([true, false, true]);
		expect(tables.get('budget_pacing')!.map(({ budgetId }) => budgetId)).toEqual(['b']);
	});

	test('reading rows of several budgets: one answer each, in the order of the items', async () => {
		const tables = await twoBudgets();
		const items = [
			{ id: 'b', at: AT, ...row },
			{ id: 'nope', at: AT, ...row },
			{ id: 'a', at: AT, ...row },
			{ id: 'nope', at: AT, ...row },
			{ id: 'b', at: AT, ...row, Hour: '10' },
		];
		const parameters = { ...mapped, ...perItem };
		const { outputs, paired } = await runNode('ingestPerformance', parameters, { items, tables, continueOnFail: true });
		expect(outputs[0]).toMatchObject([
			{ budgetId: 'b', accepted: 2 },
			{ error: expect.stringMatching(/no budget 'nope'/) },
			{ budgetId: 'a', accepted: 1 },
		]);
		expect(paired[0]!.map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 4 }],
			[{ item: 1 }, { item: 3 }],
			[{ item: 2 }],
		]);
	});

	test('listing beside a damaged row, which is named', async () => {
		const tables = await twoBudgets();
		tables.get('budget_pacing')![0]!['state'] = '{"version":1';
		const listing = { operation: 'getAll' };
		const { outputs } = await runNode('pacingBudget', listing, { tables, continueOnFail: true });
		expect(outputs[0]).toMatchObject([
			{ error: expect.stringMatching(/^The budget 'a' cannot be read: /) },
			{ budgetId: 'b' },
		]);
		const stopped = await runNode('pacingBudget', listing, { tables });
		expect(stopped.error!.message).toMatch(/^The budget 'a' cannot be read: /);
	});

	test('a damaged state that travels with its item', async () => {
		const state = (budgetId: string) => createState({ budgetId, currency: 'EUR', timeZone: 'UTC', dailyAmount: 10 });
		const items = [
			{ budgetId: 'a', pacingState: { ...state('a'), ledger: 'gone' } },
			{ budgetId: 'b', pacingState: state('b') },
		];
		const parameters = { stateStore: 'inputItem', options: { asOf: AT } };
		const { outputs } = await runNode('checkExhaustion', parameters, { items, continueOnFail: true });
		expect(outputs[0]).toMatchObject([{ error: expect.stringMatching(/pacing state/) }, { budgetId: 'b' }]);
	});
});

test('an error output gets the items that failed, with their own fields', async () => {
	const tables = await twoBudgets();
	const items = [
		{ id: 'a', at: AT },
		{ id: 'nope', at: AT },
	];
	const { outputs } = await runNode('checkExhaustion', perItem, { items, tables, onError: 'continueErrorOutput' });
	expect(outputs.map((output) => output.length)).toEqual([1, 0, 0, 1]);
	expect(outputs[3]).toMatchObject([{ id: 'nope', error: expect.stringMatching(/no budget 'nope'/) }]);
});
