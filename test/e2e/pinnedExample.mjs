import { googleAdsItems } from './googleAdsRows.mjs';
import { onClock, pacingNode, pinnedWorkflow, settingsOf, storedWorkflow } from './pinnedWorkflow.mjs';

/** A Wednesday amid a month. By the clock of the machine, a plan at a month's end or at night could need no push. */
const NOW_MS = Date.parse('2026-10-14T11:20:00+02:00');

/**
 * An example workflow on a fixed day with a report of Google Ads up to the last full hour pinned to it, in the currency and time zone of its settings.
 *
 * @returns the workflow, its trigger, its time, the ID of its budget, and the rows
 */
export function pinnedExample(file) {
	const workflow = storedWorkflow(file);
	const { timeZone, currency } = settingsOf(workflow);
	const rows = googleAdsItems({ nowMs: NOW_MS, timeZone, currency });
	const { value: budgetId } = pacingNode(workflow, 'pacingBudget').parameters.budgetId;
	const { workflow: pinned, trigger } = pinnedWorkflow(file, rows);
	return { workflow: onClock(pinned, NOW_MS), trigger, nowMs: NOW_MS, budgetId, rows };
}
