import type { IExecuteFunctions } from 'n8n-workflow';

import { CheckExhaustion } from '../../nodes/CheckExhaustion/CheckExhaustion.node';
import { createState, ingest, type PacingState } from '../../src/index';
import { DAY_MS, hourly } from '../support/deliveries';

/** A node's context that throws on anything the test did not provide. */
function context(members: Record<string, unknown>): IExecuteFunctions {
	return new Proxy(members, {
		get(target, key) {
			if (key in target) return target[key as string];
			throw new Error(`The test's context has no ${String(key)}`);
		},
	}) as unknown as IExecuteFunctions;
}

test.each`
	type                                             | isToolExecution | filled       | because
	${'n8n-nodes-budget-pacing.checkExhaustion'}     | ${false}        | ${[0, 0, 1]} | ${'not used as a tool'}
	${'n8n-nodes-budget-pacing.checkExhaustion'}     | ${true}         | ${[1, 0, 0]} | ${'an older agent marks the execution as a tool'}
	${'n8n-nodes-budget-pacing.checkExhaustionTool'} | ${false}        | ${[1, 0, 0]} | ${'a newer agent marks it only by the node type'}
`(
	'a tool answers through the first output, the only one that models read, and keeps no alert from being told: $because',
	async ({ type, isToolExecution, filled }) => {
		const budget = {
			budgetId: 'b',
			currency: 'EUR',
			timeZone: 'UTC',
			flight: { start: '2030-01-01', end: '2030-01-31', amount: 100 },
		};
		const nowMs = Date.parse('2026-11-01T12:00:00Z');
		const idle = hourly(nowMs - DAY_MS, 24, () => ({ spend: 0 }));
		const pacingState = ingest(createState(budget), idle, nowMs).state;
		const parameters: Record<string, unknown> = {
			budgetId: 'b',
			stateStore: 'inputItem',
			options: { asOf: '2026-11-01T12:00:00Z' },
		};
		const outputs = await new CheckExhaustion().execute.call(
			context({
				getInputData: () => [{ json: { pacingState } }],
				getNodeParameter: (name: string) => parameters[name] ?? null,
				continueOnFail: () => false,
				isToolExecution: () => isToolExecution as boolean,
				getNode: () => ({ type: type as string, parameters }),
			}),
		);
		expect(outputs.map((output) => output.length)).toEqual(filled);
		const stored = outputs.flat()[0]!.json['pacingState'] as unknown as PacingState;
		expect(stored === pacingState).toBe(filled[0] === 1);
	},
);
