import assert from 'node:assert/strict';

import { storedBudget } from '../storedBudget.mjs';
import { assertNoSubExecutions, conflictsBetween, executionNumber } from './conflicts.mjs';
import { hourReports } from './hourReports.mjs';
import { callWebhook } from './pacingWebhooks.mjs';
import { assertNothingLost, assertPlan, planIdOf, sequentialState } from './sequentialState.mjs';

/**
 * Creates a budget in n8n, and reports of one hour each for it.
 *
 * @returns `ingests`, the bodies that take the reports in; `plan`, the one that plans; `expected`, the state that the reports would lead to one
 *          after the other
 */
export async function freshBudget(n8n, base, budgetId, hours) {
	const nowMs = Date.now();
	const common = { budgetId, asOf: new Date(nowMs).toISOString() };
	const { failure } = await callWebhook(base, 'create', common);
	assert.equal(failure, undefined, `the budget is created: ${failure}`);
	const { state, revision } = await storedBudget(n8n, budgetId);
	assert.equal(revision, 0, 'a new budget was written once');
	const reports = hourReports(hours, { nowMs, ...state.definition });
	assert.equal(reports.length, hours, 'there is a report for every hour');
	return {
		budgetId,
		nowMs,
		plan: common,
		ingests: reports.map((report) => ({ ...common, report })),
		expected: sequentialState(state, reports, nowMs),
	};
}

/**
 * Holds that the stored state is the sequential one, and that n8n plans it as the core does.
 *
 * @returns in words what was compared
 */
export async function assertAsSequential(n8n, base, { budgetId, nowMs, plan, expected }) {
	const { state } = await storedBudget(n8n, budgetId);
	const { hours, spend } = assertNothingLost(state, expected);
	const { item, failure } = await callWebhook(base, 'plan', plan);
	assert.equal(failure, undefined, `the budget is planned once more: ${failure}`);
	assert.equal(item.planId, planIdOf(state, nowMs), 'n8n plans what is stored as the core does');
	assertPlan((await storedBudget(n8n, budgetId)).state);
	return `${hours} hours, spend ${spend.toFixed(2)}, plan ${item.planId}: as one after the other`;
}

/** Items of a list, `others` spread evenly among them. */
const mixed = (items, others) => {
	const gap = items.length / Math.max(1, others.length);
	const place = (position) => Math.floor(position * gap);
	return items.flatMap((item, index) => [item, ...others.filter((_, position) => place(position) === index)]);
};

/**
 * Takes in every report in an execution of its own, all at once, while others plan the same budget.
 *
 * Holds that every execution succeeds and writes exactly once, and that none of it is lost.
 *
 * @param countsConflicts whether the store works by sub-executions, which tell its conflicts
 * @returns figures to print
 */
export async function concurrentRound(n8n, base, budget, plans, { countsConflicts = true } = {}) {
	const before = await executionNumber(base);
	const startedMs = Date.now();
	const bodies = mixed(
		budget.ingests.map((body) => ['ingest', body]),
		Array.from({ length: plans }, () => ['plan', budget.plan]),
	);
	const seconds = () => (Date.now() - startedMs) / 1000;
	const answers = await Promise.all(
		bodies.map(async ([name, body]) => ({ ...(await callWebhook(base, name, body)), seconds: seconds() })),
	);
	const took = seconds();
	const failures = answers.flatMap(({ failure }) => failure ?? []);
	assert.deepEqual(failures, [], `${failures.length} of ${answers.length} executions failed`);
	const after = await executionNumber(base);
	const conflicts = (countsConflicts ? conflictsBetween : assertNoSubExecutions)(before, after, answers.length);
	const { revision, state } = await storedBudget(n8n, budget.budgetId);
	assert.equal(revision, answers.length, 'every execution wrote once');
	if (plans > 0) assertPlan(state);
	const latencies = answers.map((answer) => answer.seconds).sort((a, b) => a - b);
	const seen = await assertAsSequential(n8n, base, budget);
	return {
		seen,
		figures: {
			ingests: budget.ingests.length,
			plans,
			seconds: Number(took.toFixed(1)),
			'per second': Number((answers.length / took).toFixed(1)),
			'median answer (s)': Number(latencies[latencies.length >> 1].toFixed(1)),
			conflicts,
			failed: failures.length,
			'lost updates': answers.length - revision,
		},
	};
}
