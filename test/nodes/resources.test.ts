import { type INodePropertyOptions, NodeHelpers } from 'n8n-workflow';

import { PacingBudget } from '../../nodes/PacingBudget/PacingBudget.node';
import { runNode } from '../support/runNode';

type Json = Record<string, unknown>;

describe('a resource without the operation', () => {
	const impossible: readonly { choice: Json; message: RegExp; remedy: RegExp; because: string }[] = [
		{
			choice: { resource: 'alert', operation: 'getAll' },
			message: /^The resource 'Alert' has no operation 'Get Many'$/,
			remedy: /^Choose 'Mark as Told' in 'Operation', or another 'Resource'/,
			because: 'alerts are not listed',
		},
		{
			choice: { resource: 'report', operation: 'delete' },
			message: /^The resource 'Report' has no operation 'Delete'$/,
			remedy: /^Choose 'Create', 'Create Overview' in/,
			because: 'a report is not stored',
		},
		{
			choice: { operation: 'markTold' },
			message: /^The resource 'Budget' has no operation 'Mark as Told'$/,
			remedy: /another 'Resource'/,
			because: 'it is of budgets where none is named',
		},
		{
			choice: { resource: 'campaign', operation: 'get' },
			message: /'Resource' is none of the options of Pacing Budget$/,
			remedy: /^Correct 'Resource' and run again/,
			because: 'there is no such resource',
		},
		{
			choice: { resource: 'budget', operation: '={{ "get" }}' },
			message: /'Operation' is none of the options of Pacing Budget$/,
			remedy: /^Correct 'Operation' and run again/,
			because: 'n8n evaluates no expression here',
		},
	];

	test.each(impossible)('$choice is an error: $because', async ({ choice, message, remedy }) => {
		const tables = new Map<string, Json[]>();
		const { error } = await runNode('pacingBudget', { budgetId: 'brand-de', ...choice }, { tables });
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(remedy),
		});
		expect(tables.size).toBe(0);
	});

	test('is the error of every item with Continue On Fail', async () => {
		const parameters = { resource: 'alert', operation: 'getAll' };
		const { outputs, status } = await runNode('pacingBudget', parameters, { items: [{}, {}], continueOnFail: true });
		expect(status).toBe('success');
		expect(outputs).toEqual([
			[0, 1].map(() => ({
				error: expect.stringMatching(/no operation 'Get Many'/) as string,
				details: expect.any(String) as string,
			})),
		]);
	});
});

const { description } = new PacingBudget();

/** Every operation of every resource, as the screen offers them. */
const OPERATIONS = description.properties
	.filter(({ name }) => name === 'operation')
	.flatMap(({ options, displayOptions }) =>
		(options as INodePropertyOptions[]).map((option) => ({
			...option,
			choice: { resource: displayOptions!.show!['resource']![0] as string, operation: option.value as string },
		})),
	);

describe.each(OPERATIONS)('$choice.resource: $name', ({ choice, action, description: said }) => {
	test('gives an AI agent the name of the tool, and a node its name on the canvas', () => {
		expect(NodeHelpers.makeDescription(choice, description)).toBe(`${action} in Pacing Budget`);
		expect(NodeHelpers.makeNodeName(choice, description)).toBe(action);
	});

	test('says what it needs, and what comes of it', () => {
		expect(said).toMatch(/\b[Nn]eeds /);
		expect(said).toMatch(/\b(returns|changes nothing|List|Get)\b/);
	});
});

test('no two operations have the same action', () => {
	expect(OPERATIONS).toHaveLength(9);
	expect(new Set(OPERATIONS.map(({ action }) => action)).size).toBe(9);
});
