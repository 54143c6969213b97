import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { optimizeAllocation } from '../../src/index';
import { builderHints } from '../shared/builderHints';
import { perBudget } from '../shared/perBudget';
import { planHourItems, planItem } from '../shared/planItem';
import { storeCredentials } from '../shared/commonProperties';
import { nameOfChosen } from '../shared/nameOfChosen';
import { searchBudgets } from '../shared/searchBudgets';
import { optimizeAllocationProperties } from './OptimizeAllocation.properties';
import { OptimizeSettings } from './OptimizeAllocation.settings';

/** Plans the day of a budget: exact amounts for its hours. */
export class OptimizeAllocation implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Optimize Allocation',
		name: 'optimizeAllocation',
		icon: { light: 'file:optimizeAllocation.svg', dark: 'file:optimizeAllocation.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ "plan the day: " + ${nameOfChosen(optimizeAllocationProperties, 'strategy')} }}`,
		description:
			"Plan today's budget hour by hour: what each hour should spend, exact to the cent and within its limits, and the results to expect",
		defaults: { name: 'Optimize Allocation' },
		builderHint: builderHints.optimizeAllocation,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: optimizeAllocationProperties,
	};

	methods = { listSearch: { searchBudgets } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await perBudget(this, {
			outputs: 1,
			settings: OptimizeSettings,
			properties: optimizeAllocationProperties,
			decide: ({ state, settings: { strategy, date, output, include }, nowMs }) => {
				const options = { strategy, nowMs, date: date === '' ? undefined : date };
				const { state: next, plan } = optimizeAllocation(state, options);
				const items = output === 'plan' ? [planItem(plan, include)] : planHourItems(plan);
				return { state: next, items: items.map((json) => ({ output: 0, json })) };
			},
		});
	}
}
