import assert from 'node:assert/strict';

import { callWebhook } from './pacingWebhooks.mjs';

/** The number of an execution that does nothing: n8n numbers executions and sub-executions in one row, whether it keeps them or not. */
export async function executionNumber(base) {
	const { item, failure } = await callWebhook(base, 'execution', {});
	assert.ok(Number.isInteger(item?.id), `an execution has a number: ${failure ?? JSON.stringify(item)}`);
	return item.id;
}

/** Sub-executions of a node that nobody disturbs: it reads the budget and writes it. A lost race costs as many again. */
export const ATTEMPT = 2;

/**
 * Conflicts of executions with one pacing node each, told by the sub-executions between two execution numbers.
 *
 * @param executions how many ran in between, each of which wrote
 */
export function conflictsBetween(before, after, executions) {
	const subExecutions = after - before - 1 - executions;
	const conflicts = subExecutions / ATTEMPT - executions;
	assert.ok(Number.isInteger(conflicts) && conflicts >= 0, `sub-executions are whole attempts: ${subExecutions}`);
	return conflicts;
}

/** Holds that executions ran no sub-execution between two execution numbers: their store is not n8n's own Data Table node. */
export function assertNoSubExecutions(before, after, executions) {
	assert.equal(after - before - 1, executions, 'the store runs no sub-executions');
	return 'not counted';
}
