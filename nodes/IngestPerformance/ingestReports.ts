import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CommonSettings, IngestSettings } from '../../src/index';
import { STATE_FIELD } from '../shared/inputItemStore';
import { errorItem } from '../shared/nodeError';
import { missingBudget, stopUnlessContinuing } from '../shared/perBudget';
import { openStore, readInstant, readSettings } from '../shared/settings';
import { type BudgetOperation, withStates } from '../shared/withStates';
import { type Ingested, ingestItems } from './ingestItems';

/** Reads the items of each budget as one report; what was read leaves through the first output, rows left out through the second. */
export async function ingestReports(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[], []];
	const store = openStore(context);
	const failures = new Map<number, Error>();
	const reports = new Map<string, number[]>();
	items.forEach((_, itemIndex) => {
		try {
			const { budgetId } = readSettings(context, itemIndex, CommonSettings);
			const report = reports.get(budgetId);
			if (report === undefined) reports.set(budgetId, [itemIndex]);
			else report.push(itemIndex);
		} catch (error) {
			failures.set(itemIndex, error as Error);
		}
	});
	const batches: [string, number[]][] = [];
	const operations: BudgetOperation<Ingested>[] = [];
	for (const [budgetId, indexes] of reports) {
		try {
			const settings = readSettings(context, indexes[0]!, IngestSettings);
			const nowMs = readInstant(settings.options.asOf);
			const rows = indexes.map((index) => withoutState(items[index]!.json));
			operations.push({
				budgetId,
				nowMs,
				apply: (state) => {
					if (state === null) throw missingBudget(budgetId, store);
					return ingestItems(state, rows, settings, nowMs);
				},
			});
			batches.push([budgetId, indexes]);
		} catch (error) {
			failures.set(indexes[0]!, error as Error);
		}
	}
	stopUnlessContinuing(context, failures);
	const outcomes = await withStates(store, operations, { allOrNothing: !context.continueOnFail() });
	outcomes.forEach((outcome, batch) => {
		if ('error' in outcome) failures.set(batches[batch]![1][0]!, outcome.error);
	});
	stopUnlessContinuing(context, failures);

	const batchOf = new Map([...reports.values()].map((indexes) => [indexes[0]!, indexes]));
	const ingested: INodeExecutionData[] = [...failures].map(([itemIndex, error]) =>
		errorItem(error, batchOf.get(itemIndex) ?? itemIndex),
	);
	const rejected: INodeExecutionData[] = [];
	const carriesState = context.getNodeParameter('stateStore', 0) === 'inputItem';
	outcomes.forEach((outcome, batch) => {
		if ('error' in outcome) return;
		const [budgetId, indexes] = batches[batch]!;
		const pairedItem = indexes.map((item) => ({ item }));
		const state = carriesState ? { [STATE_FIELD]: outcome.state as unknown as IDataObject } : {};
		ingested.push({ json: { ...outcome.result.summary, ...state }, pairedItem });
		for (const { index, reason, row } of outcome.result.rejected) {
			const item = index < 0 ? pairedItem : { item: indexes[index]! };
			rejected.push({ json: { budgetId, reason, row } as unknown as IDataObject, pairedItem: item });
		}
	});
	return context.isToolExecution() ? [[...ingested, ...rejected], []] : [ingested, rejected];
}

/** The row of an item, without what the pacing nodes themselves put there. */
const withoutState = (json: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(json).filter(([field]) => field !== STATE_FIELD));
