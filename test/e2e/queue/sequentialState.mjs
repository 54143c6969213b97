import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';

import { projectRoot } from '../n8nPackage.mjs';
import { assertExactPlan } from '../pacingOutputs.mjs';

/** The core as it is shipped. */
const core = createRequire(import.meta.url)(path.join(projectRoot, 'dist/src/index.js'));

/** What a state would be had one execution after the other taken in the reports: made by the core in this process. */
export function sequentialState(initial, reports, nowMs) {
	return reports.reduce((state, report) => {
		const { windows, rejected, format } = core.normaliseRows([report], { budget: state.definition });
		assert.deepEqual(rejected, [], 'every row can be read');
		const { state: next, report: taken } = core.ingest(state, windows, nowMs, {
			lagMinutes: core.reportingLag(format),
		});
		assert.equal(taken.accepted, 1, 'every hour is new');
		return next;
	}, core.readState(initial));
}

/** Figures of a window; which plan was in force depends on the order of executions. */
const figuresOf = ({
	campaignId,
	startMs,
	endMs,
	spend,
	clicks,
	conversions,
	revenue,
	impressions,
	multiplier,
	asOfMs,
}) => [campaignId, startMs, endMs, spend, clicks, conversions, revenue, impressions, multiplier, asOfMs];

const hoursOf = (state) => core.recentHours(state).map(figuresOf);

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Spend of all hours in micros. */
const spendOf = (state) => sum(hoursOf(state).map(([, , , spend]) => spend));

/** What was ever counted as it came in, whatever the order: conversions, which are twelfths here and stored rounded, and spend in micros. */
const arrived = ({ ledger: { arrivals, spendArrivals } }) =>
	[arrivals, spendArrivals].map(({ entered, added }) => Number((sum(entered) + sum(added)).toFixed(3)));

/**
 * Holds that a stored state has every hour of the sequential one once, with the same figures, and nothing else.
 *
 * @returns how many hours there are, and their spend in major units
 */
export function assertNothingLost(stored, sequential) {
	const seen = hoursOf(stored).map(String);
	const wanted = hoursOf(sequential).map(String);
	const lost = wanted.filter((hour) => !seen.includes(hour));
	assert.deepEqual(lost, [], `${lost.length} of ${wanted.length} hours were lost`);
	assert.deepEqual(seen, wanted, 'hours are those of the sequential run, each once and in order');
	assert.equal(spendOf(stored), spendOf(sequential), 'total spend is that of the sequential run');
	assert.deepEqual(arrived(stored), arrived(sequential), 'nothing was counted twice on its way in');
	assert.equal(
		stored.ledger.dataUntilMs,
		sequential.ledger.dataUntilMs,
		'data reaches as far as in the sequential run',
	);
	return { hours: seen.length, spend: spendOf(stored) / 1e6 };
}

/** Holds that the plan in a state is a plan: it can be read back, and its hours add up to the day. */
export function assertPlan({ definition, plan }) {
	assert.notEqual(plan, null, 'the state holds a plan');
	assert.equal(core.SpendPlan.parse(plan).budgetId, definition.budgetId, 'the plan is of this budget');
	assertExactPlan(plan);
}

/** The name of the plan that the core makes of a state. */
export const planIdOf = (state, nowMs) =>
	core.optimizeAllocation(core.readState(state), { strategy: 'adaptive_ml', nowMs }).plan.planId;
