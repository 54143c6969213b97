import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { CommonSettings, IngestSettings } from '../../src/index';
import { STATE_FIELD } from '../shared/inputItemStore';
import { errorItem } from '../shared/nodeError';
import { missingBudget, stopUnlessContinuing } from '../shared/perBudget';
import { openStore, readInstant, readSettings } from '../shared/settings';
import { type BudgetOperation, withStates } from '../shared/withStates';
import { type Ingested, ingestItems } from './ingestItems';
import { ingestPerformanceProperties } from './IngestPerformance.properties';

/** Reads report rows of ad platforms into budgets. */
export class IngestPerformance implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingest Performance',
		name: 'ingestPerformance',
		icon: { light: 'file:ingestPerformance.svg', dark: 'file:ingestPerformance.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ "format: " + $parameter["format"] }}',
		description: 'Read hourly report rows of ad platforms into a budget, exactly as their API or node emits them',
		defaults: { name: 'Ingest Performance' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Ingested', 'Rejected'],
		usableAsTool: true,
		properties: ingestPerformanceProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		if (items.length === 0) return [[], []];
		const store = openStore(this);
		const failures = new Map<number, Error>();
		const reports = new Map<string, number[]>();
		items.forEach((_, itemIndex) => {
			try {
				const { budgetId } = readSettings(this, itemIndex, CommonSettings);
				reports.set(budgetId, [...(reports.get(budgetId) ?? []), itemIndex]);
			} catch (error) {
				failures.set(itemIndex, error as Error);
			}
		});
		const batches: [string, number[]][] = [];
		const operations: BudgetOperation<Ingested>[] = [];
		for (const [budgetId, indexes] of reports) {
			try {
				const settings = readSettings(this, indexes[0]!, IngestSettings);
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
		stopUnlessContinuing(this, failures);
		const outcomes = await withStates(store, operations, { allOrNothing: !this.continueOnFail() });
		outcomes.forEach((outcome, batch) => {
			if ('error' in outcome) failures.set(batches[batch]![1][0]!, outcome.error);
		});
		stopUnlessContinuing(this, failures);

		const batchOf = new Map([...reports.values()].map((indexes) => [indexes[0]!, indexes]));
		const ingested: INodeExecutionData[] = [...failures].map(([itemIndex, error]) =>
			errorItem(error, batchOf.get(itemIndex) ?? itemIndex),
		);
		const rejected: INodeExecutionData[] = [];
		const carriesState = this.getNodeParameter('stateStore', 0) === 'inputItem';
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
		return this.isToolExecution() ? [[...ingested, ...rejected], []] : [ingested, rejected];
	}
}

/** The row of an item, without what the pacing nodes themselves put there. */
const withoutState = (json: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(json).filter(([field]) => field !== STATE_FIELD));
