import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { withErrorItems } from '../shared/withErrorItems';
import { storeCredentials } from '../shared/commonProperties';
import { ingestPerformanceProperties } from './IngestPerformance.properties';
import { ingestReports } from './ingestReports';

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
		credentials: storeCredentials,
		properties: ingestPerformanceProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await withErrorItems(this, 2, async () => await ingestReports(this));
	}
}
