import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { optimizeAllocation, OptimizeSettings } from '../../src/index';
import { perBudget } from '../shared/perBudget';
import { planHourItem, planItem } from '../shared/planItem';
import { storeCredentials } from '../shared/commonProperties';
import { readSettings } from '../shared/settings';
import { optimizeAllocationProperties } from './OptimizeAllocation.properties';

/** Plans the day of a budget: exact amounts for its hours. */
export class OptimizeAllocation implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Optimize Allocation',
		name: 'optimizeAllocation',
		icon: { light: 'file:optimizeAllocation.svg', dark: 'file:optimizeAllocation.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ "plan the day: " + $parameter["strategy"] }}',
		description: 'Plan what each hour of the day may spend, exact to the cent and within the limits of the budget',
		defaults: { name: 'Optimize Allocation' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: optimizeAllocationProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await perBudget(this, {
			outputs: 1,
			operation: (itemIndex, nowMs) => {
				const { strategy, date } = readSettings(this, itemIndex, OptimizeSettings);
				return (state) => {
					const { state: next, plan } = optimizeAllocation(state, {
						strategy,
						nowMs,
						date: date === '' ? undefined : date,
					});
					return { state: next, result: plan };
				};
			},
			answer: (plan, _state, itemIndex) => {
				const { output } = readSettings(this, itemIndex, OptimizeSettings);
				if (output === 'plan') return { output: 0, json: [planItem(plan)] };
				const { budgetId, planId, date, timeZone, currency } = plan;
				const ahead = plan.hours.filter(({ state }) => state !== 'past');
				return {
					output: 0,
					json: ahead.map((hour) => ({ budgetId, planId, date, timeZone, currency, ...planHourItem(hour) })),
				};
			},
		});
	}
}
