import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { overviewOf, overviewPage } from '../../src/index';
import { attempt } from '../shared/attempt';
import { fileOf } from '../shared/fileOf';
import { openStore } from '../shared/openStore';
import { readInstant } from '../shared/readInstant';
import { readSettings } from '../shared/readSettings';
import { toItem } from '../shared/toItem';
import { pacingBudgetProperties } from './PacingBudget.properties';
import { OverviewSettings } from './PacingBudget.settings';

/** The fields of the item, beside the page. */
type OverviewItem = Omit<ReturnType<typeof overviewPage>, 'html'>;

/** One page about all budgets, or about those that are named. A budget that cannot be read is a row that says so. */
export async function overviewItem(context: IExecuteFunctions): Promise<INodeExecutionData> {
	const settings = readSettings(context, 0, OverviewSettings, pacingBudgetProperties);
	const { budgetIds, reportLink, binaryPropertyName: field, options } = settings;
	const nowMs = readInstant(options.asOf, { looksAhead: true });
	const store = openStore(context);
	const stored = budgetIds.length === 0 ? await store.list() : await store.load(budgetIds);
	const missing = budgetIds.flatMap((budgetId) =>
		stored.has(budgetId) ? [] : [{ budgetId, problem: `There is no budget '${budgetId}' in ${store.place}` }],
	);
	const made = [...stored].map(([budgetId, { read }]) => ({
		budgetId,
		made: attempt(() => overviewOf(read(), { nowMs })),
	}));
	const damaged = made.flatMap(({ budgetId, made: one }) =>
		'error' in one ? [{ budgetId, problem: one.error.message }] : [],
	);
	const budgets = made.flatMap(({ made: one }) => ('error' in one ? [] : [one]));
	const { html, fileName, ...page } = overviewPage(budgets, {
		nowMs,
		unreadable: [...missing, ...damaged],
		reportLink,
	});
	const fields: OverviewItem = { fileName, ...page };
	const item = toItem(
		fields,
		context.getInputData().map((_, itemIndex) => itemIndex),
	);
	return { ...item, ...(await fileOf(context, { html, fileName, field })) };
}
