import type { IExecuteFunctions } from 'n8n-workflow';

import { CheckExhaustion } from '../../nodes/CheckExhaustion/CheckExhaustion.node';
import { createState } from '../../src/index';

/** A node's context that throws on anything the test did not provide. */
function context(members: Record<string, unknown>): IExecuteFunctions {
	return new Proxy(members, {
		get(target, key) {
			if (key in target) return target[key as string];
			throw new Error(`The test's context has no ${String(key)}`);
		},
	}) as unknown as IExecuteFunctions;
}

test('used as a tool, a node with several outputs answers through the first, the only one that tools have', async () => {
	const budget = {
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		flight: { start: '2030-01-01', end: '2030-01-31', amount: 100 },
	};
	const parameters: Record<string, unknown> = {
		budgetId: 'b',
		stateStore: 'inputItem',
		options: { asOf: '2029-12-01T12:00:00Z' },
	};
	const run = async (asTool: boolean) => {
		const outputs = await new CheckExhaustion().execute.call(
			context({
				getInputData: () => [{ json: { pacingState: createState(budget) } }],
				getNodeParameter: (name: string) => parameters[name] ?? null,
				continueOnFail: () => false,
				isToolExecution: () => asTool,
			}),
		);
		return outputs.map((output) => output.length);
	};
	expect(await run(false)).toEqual([0, 0, 1]);
	expect(await run(true)).toEqual([1, 0, 0]);
});
