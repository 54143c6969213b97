import { type FromAIArgument, traverseNodeParameters } from 'n8n-workflow';

import workflow from '../../workflows/ai-agent.json';
import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const ID = 'brand-de';
const options = { asOf: '2026-11-23T12:00:00Z' };

const oneBudget = async () => {
	const tables = new Map<string, Json[]>();
	await runNode('pacingBudget', creating(), { tables });
	return tables;
};

const locator = (mode: string, value: unknown, more: object = {}) => ({ __rl: true, mode, value, ...more });

describe('Budget ID', () => {
	test.each`
		budgetId                                                                 | because
		${ID}                                                                    | ${'a workflow that was written without a locator'}
		${'={{ $json.id }}'}                                                     | ${'an expression without a locator'}
		${locator('id', ID)}                                                     | ${'an ID that was entered'}
		${locator('id', ` ${ID} `)}                                              | ${'with spaces around it'}
		${locator('id', '={{ $json.id }}')}                                      | ${'a field that was dragged in'}
		${locator('id', "={{ $('Start').item.json.id }}")}                       | ${'a field of an earlier node'}
		${locator('list', ID, { cachedResultName: 'Brand Germany (brand-de)' })} | ${'a budget that was chosen from the list'}
		${undefined}                                                             | ${'nothing was changed: that of the item'}
	`('$budgetId is understood: $because', async ({ budgetId }) => {
		const tables = await oneBudget();
		const parameters = { operation: 'get', ...(budgetId !== undefined && { budgetId }) };
		const { outputs, error } = await runNode('pacingBudget', parameters, { items: [{ id: ID, budgetId: ID }], tables });
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([{ budgetId: ID }]);
	});

	test('that is a number stays the text of its digits', async () => {
		const tables = new Map<string, Json[]>();
		const budgetId = locator('id', '={{ $json.id }}');
		const { outputs } = await runNode('pacingBudget', creating({ budgetId }), { items: [{ id: 901 }], tables });
		expect(outputs[0]).toMatchObject([{ budgetId: '901' }]);
	});

	test.each`
		value                  | because
		${'={{ $json.nope }}'} | ${'the item has no such field'}
		${'={{ $json.list }}'} | ${'it is a list'}
		${'={{ "  " }}'}       | ${'it is blank'}
	`('$value is an error that names the field: $because', async ({ value }) => {
		const parameters = { operation: 'get', budgetId: locator('id', value) };
		const { error } = await runNode('pacingBudget', parameters, { items: [{ list: [1] }], tables: await oneBudget() });
		expect(error!.message).toMatch(/'Budget ID' must not be empty: map 'Budget ID' to the field that holds it/);
	});

	test.each([
		['optimizeAllocation', {}],
		['checkExhaustion', {}],
		['reallocate', {}],
		['ingestPerformance', { format: 'mapped', fields: { date: 'd', hour: 'h', spend: 's' } }],
	])('is understood by %s, chosen and by an expression for each item', async (type, parameters) => {
		for (const budgetId of [locator('list', ID), locator('id', '={{ $json.id }}')]) {
			const { outputs, error } = await runNode(
				type,
				{ ...parameters, budgetId, options },
				{ items: [{ id: ID, d: '2026-11-23', h: '9', s: '41.27' }], tables: await oneBudget() },
			);
			expect(error).toBeUndefined();
			expect(outputs.flat()).toMatchObject([{ budgetId: ID }]);
		}
	});
});

test('n8n finds what a model has to fill in within the locators of the AI agent', () => {
	const found = workflow.nodes.map(({ name, parameters }) => {
		const fields: FromAIArgument[] = [];
		traverseNodeParameters(parameters, fields);
		return [name, fields.map(({ key }) => key)] as const;
	});
	expect(found.filter(([, keys]) => keys.includes('budgetId')).map(([name]) => name)).toEqual([
		'Budget Status',
		'Will It Last',
		'Plan Today',
		'What If',
	]);
});
