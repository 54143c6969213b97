import { creating, runNode } from '../support/runNode';

type Table = Map<string, Record<string, unknown>[]>;

/** Data tables whose rows cannot be reached. */
function unreachable(): Table {
	const tables: Table = new Map([['budget_pacing', []]]);
	tables.get = () => {
		throw new Error('database is locked');
	};
	return tables;
}

const items = [{ budgetId: 'brand-de', status: 'on-pace' }, { budgetId: 'brand-fr' }];

describe.each`
	type                    | parameters                 | outputs | failure | because
	${'pacingBudget'}       | ${creating()}              | ${1}    | ${0}    | ${'creating'}
	${'pacingBudget'}       | ${{ operation: 'get' }}    | ${1}    | ${0}    | ${'getting'}
	${'pacingBudget'}       | ${{ operation: 'getAll' }} | ${1}    | ${0}    | ${'listing'}
	${'pacingBudget'}       | ${{ operation: 'status' }} | ${1}    | ${0}    | ${'reporting the status'}
	${'pacingBudget'}       | ${{ operation: 'delete' }} | ${1}    | ${0}    | ${'deleting'}
	${'ingestPerformance'}  | ${{}}                      | ${2}    | ${0}    | ${'reading rows'}
	${'optimizeAllocation'} | ${{}}                      | ${1}    | ${0}    | ${'planning'}
	${'checkExhaustion'}    | ${{}}                      | ${3}    | ${0}    | ${'forecasting'}
	${'reallocate'}         | ${{}}                      | ${2}    | ${0}    | ${'reallocating'}
	${'preparePush'}        | ${{}}                      | ${2}    | ${1}    | ${'preparing a push'}
	${'confirmPush'}        | ${{ pushId: 'a' }}         | ${2}    | ${1}    | ${'confirming a push'}
`('while its data table cannot be reached, $type, $because,', ({ type, parameters, outputs: count, failure }) => {
	const settings = { budgetId: '={{ $json.budgetId }}', ...parameters };

	test('stops with the error of the table', async () => {
		const { status, error } = await runNode(type, settings, { items, tables: unreachable() });
		expect(status).toBe('error');
		expect(error!.message).toBe('database is locked');
	});

	test('with Continue On Fail turns every item into an error, and passes nothing on as if it had succeeded', async () => {
		const { outputs, paired } = await runNode(type, settings, { items, tables: unreachable(), continueOnFail: true });
		const failed = { error: 'database is locked', details: '' };
		const expected = Array.from({ length: count }, (_, output) => (output === failure ? [failed, failed] : []));
		expect(outputs).toEqual(expected);
		expect(paired[failure]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('with an error output sends every item there', async () => {
		const { outputs } = await runNode(type, settings, { items, tables: unreachable(), onError: 'continueErrorOutput' });
		expect(outputs.map((output) => output.length)).toEqual([...Array.from({ length: count }, () => 0), 2]);
	});
});

test('deleting a state kept in its item is an error of that item', async () => {
	const parameters = { operation: 'delete', budgetId: 'brand-de', stateStore: 'inputItem' };
	const travelling = [{ pacingState: { definition: { budgetId: 'brand-de' } } }];
	const { outputs } = await runNode('pacingBudget', parameters, { items: travelling, continueOnFail: true });
	expect(outputs[0]).toEqual([
		{ error: 'A state that travels with the items cannot be deleted', details: expect.stringMatching(/pacingState/) },
	]);
});
