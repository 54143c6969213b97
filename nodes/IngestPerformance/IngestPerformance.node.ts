import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { builderHints } from '../shared/builderHints';
import { assertSame } from '../shared/expressions';
import { perBudget } from '../shared/perBudget';
import { storeCredentials } from '../shared/commonProperties';
import { nameOfChosen } from '../shared/nameOfChosen';
import { searchBudgets } from '../shared/searchBudgets';
import { ingestPerformanceProperties } from './IngestPerformance.properties';
import { IngestSettings } from './IngestPerformance.settings';
import { ingestRows } from './ingestRows';
import { rowsOf } from './rowsOf';

const INGESTED = 0;
const REJECTED = 1;

/** Reads report rows of ad platforms into budgets. */
export class IngestPerformance implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingest Performance',
		name: 'ingestPerformance',
		icon: { light: 'file:ingestPerformance.svg', dark: 'file:ingestPerformance.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ "format: " + ${nameOfChosen(ingestPerformanceProperties, 'format')} }}`,
		description: 'Read hourly report rows of ad platforms into a budget, exactly as their API or node returns them',
		defaults: { name: 'Ingest Performance' },
		builderHint: builderHints.ingestPerformance,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Ingested', 'Rejected'],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: ingestPerformanceProperties,
	};

	methods = { listSearch: { searchBudgets } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		return await perBudget(this, {
			outputs: 2,
			settings: IngestSettings,
			properties: ingestPerformanceProperties,
			neverBlank: [['format'], ['reportCurrency'], ['reportTimeZone'], ['source']],
			groupsItems: true,
			decide: ({ state, settings, nowMs, itemIndexes }) => {
				assertSame(this, itemIndexes, ingestPerformanceProperties);
				const rows = rowsOf(itemIndexes.map((itemIndex) => items[itemIndex]!));
				const { state: next, summary, rejected, warnings, facts } = ingestRows(state, rows, settings, nowMs);
				const rejections = rejected.map(({ row, json }) => ({ output: REJECTED, json, row }));
				return { state: next, items: [{ output: INGESTED, json: summary, hints: warnings, facts }, ...rejections] };
			},
		});
	}
}
