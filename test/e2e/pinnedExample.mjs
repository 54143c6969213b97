import { googleAdsItems } from './googleAdsRows.mjs';
import { pacingNode, pinnedWorkflow, settingsOf, storedWorkflow } from './pinnedWorkflow.mjs';

/**
 * An example workflow with a report of Google Ads up to the last full hour pinned to it, in the currency and time zone of its settings.
 *
 * @returns the workflow, its trigger, the ID of its budget, and the rows
 */
export function pinnedExample(file) {
	const workflow = storedWorkflow(file);
	const { timeZone, currency } = settingsOf(workflow);
	const rows = googleAdsItems({ nowMs: Date.now(), timeZone, currency });
	const { value: budgetId } = pacingNode(workflow, 'pacingBudget').parameters.budgetId;
	return { ...pinnedWorkflow(file, rows), budgetId, rows };
}
