import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const define = async (items: readonly Json[], continueOnFail = false) => {
	const tables = new Map<string, Json[]>();
	const parameters = creating({ budgetId: '={{ $json.id }}', amounts: { monthlyAmount: '={{ $json.amount }}' } });
	return { tables, ...(await runNode('pacingBudget', parameters, { items, tables, continueOnFail })) };
};

const STORED = 'budget_pacing';

test('two rows that define one budget differently stop the node, and nothing is stored', async () => {
	const { error, tables } = await define([
		{ id: 'acme', amount: 10_000 },
		{ id: 'acme', amount: 500 },
	]);
	expect(error!.message).toBe("Two items define the budget 'acme', with different values");
	expect(tables.get(STORED) ?? []).toEqual([]);
});

test('where the run goes on, the first counts and the second says why it does not', async () => {
	const { outputs, tables } = await define(
		[
			{ id: 'acme', amount: 10_000 },
			{ id: 'acme', amount: 500 },
			{ id: 'other', amount: 700 },
		],
		true,
	);
	expect(outputs[0]).toMatchObject([
		{ budgetId: 'acme', monthlyAmount: 10_000 },
		{ error: expect.stringMatching(/^Two items define the budget 'acme'/) as string },
		{ budgetId: 'other' },
	]);
	expect(tables.get(STORED)!.map(({ budgetId }) => budgetId)).toEqual(['acme', 'other']);
});

test('a row that is there twice is one budget', async () => {
	const { error, tables } = await define([
		{ id: 'acme', amount: 500 },
		{ id: 'acme', amount: 500 },
	]);
	expect(error).toBeUndefined();
	expect(tables.get(STORED)).toHaveLength(1);
});
