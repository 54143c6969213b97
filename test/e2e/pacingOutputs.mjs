import assert from 'node:assert/strict';

import { pacingNode } from './pinnedWorkflow.mjs';

const OUTPUTS_OF_STATUS = { exhausted: 0, 'at-risk': 0, 'stale-data': 0, underspending: 1, 'on-pace': 2 };

/** The one item a node sent to one of its outputs. */
export function onlyItem(outputs, node, output) {
	const items = outputs[node]?.[output] ?? [];
	assert.equal(
		items.length,
		1,
		`'${node}' sends one item to output ${output}, all outputs: ${JSON.stringify(outputs[node])?.slice(0, 400)}`,
	);
	return items[0];
}

/** The one item of a node with several outputs, and through which of them it left. */
function oneOf(outputs, node) {
	const used = (outputs[node] ?? []).flatMap((items, output) => items.map((json) => ({ output, json })));
	assert.equal(used.length, 1, `'${node}' sends one item, seen: ${JSON.stringify(outputs[node])?.slice(0, 400)}`);
	return used[0];
}

/** Whole millionths, so that sums of amounts compare exactly. */
const micros = (amount) => Math.round(Number(amount) * 1e6);

/** Warnings of a day whose expected spend is above its amount. Its hours then add up to what is expected. */
const OVERSPENT = ['overspent', 'overspend-expected'];

/**
 * Holds that what was spent in past hours, what is reserved for those not reported and what the others may spend add up to the day's amount,
 * or to more on a day that is overspent and says so.
 */
export function assertExactPlan(plan) {
	assert.ok([23, 24, 25].includes(plan.hours.length), `a local day has 23 to 25 hours, not ${plan.hours.length}`);
	const amounts = plan.hours.map((hour) => micros(hour.state === 'past' ? (hour.spent ?? 0) : hour.amount));
	const reserved = micros(plan.unspendable) + micros(plan.unreported);
	const total = amounts.reduce((sum, amount) => sum + amount, reserved);
	if (!plan.warnings.some(({ code }) => OVERSPENT.includes(code))) {
		assert.equal(total, micros(plan.dayAmount), 'the hours add up to the day amount');
	} else assert.ok(total > micros(plan.dayAmount), 'the hours of an overspent day add up to more than its amount');
}

/**
 * Holds what each node of the hourly workflow promises about its output.
 *
 * @returns budgetId, the summary of Ingest Performance, and a line to print per node
 */
export function assertPacingOutputs(workflow, outputs) {
	const nameOf = (type) => pacingNode(workflow, type).name;
	const { budgetId } = onlyItem(outputs, nameOf('pacingBudget'), 0);
	assert.ok(typeof budgetId === 'string' && budgetId !== '', 'Pacing Budget names its budget');

	const ingested = onlyItem(outputs, nameOf('ingestPerformance'), 0);
	assert.deepEqual(outputs[nameOf('ingestPerformance')][1] ?? [], [], 'Ingest Performance rejects nothing');

	const plan = onlyItem(outputs, nameOf('optimizeAllocation'), 0);
	assertExactPlan(plan);

	const { output, json: exhaustion } = oneOf(outputs, nameOf('checkExhaustion'));
	assert.equal(
		output,
		OUTPUTS_OF_STATUS[exhaustion.status],
		`Check Exhaustion sends ${exhaustion.status} through its output`,
	);
	assert.equal(typeof exhaustion.notify, 'boolean', 'Check Exhaustion says whether to notify');
	assert.ok(exhaustion.text, 'Check Exhaustion has a text to read');

	const { output: moved, json: reallocation } = oneOf(outputs, nameOf('reallocate'));
	assert.equal(
		moved,
		reallocation.changed ? 0 : 1,
		'Reallocate sends a change through Reallocated, no change through Unchanged',
	);

	for (const item of [ingested, plan, exhaustion, reallocation])
		assert.equal(item.budgetId, budgetId, 'every item names the budget');
	const { accepted, replaced, unchanged } = ingested;
	return {
		budgetId,
		ingested,
		lines: [
			`Ingest Performance: ${accepted} accepted, ${replaced} replaced, ${unchanged} unchanged`,
			`Optimize Allocation: ${plan.strategy}, ${plan.dayAmount} ${plan.currency} over ${plan.hours.length} hours, exact`,
			`Check Exhaustion: ${exhaustion.status}, ${JSON.stringify(exhaustion.text)}`,
			`Reallocate: ${reallocation.changed ? 'reallocated' : 'unchanged'}`,
		],
	};
}
