import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkExhaustion, type ExhaustionForecast } from '../../src/index';
import { perBudget } from '../shared/perBudget';
import { checkExhaustionProperties } from './CheckExhaustion.properties';
import { exhaustionItem } from './exhaustionItem';

/** What cannot be judged leaves through At Risk, never through On Pace. */
const OUTPUT_OF: Record<ExhaustionForecast['status'], number> = {
	exhausted: 0,
	'at-risk': 0,
	'stale-data': 0,
	underspending: 1,
	'on-pace': 2,
};

/** Forecasts whether the money of the day runs out, and sorts budgets by it. */
export class CheckExhaustion implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Check Exhaustion',
		name: 'checkExhaustion',
		icon: { light: 'file:checkExhaustion.svg', dark: 'file:checkExhaustion.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'forecast whether the money lasts',
		description:
			'Forecast whether, when and how badly the money of the day runs out, with probability, recommended cap and value at risk',
		defaults: { name: 'Check Exhaustion' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['At Risk', 'Underspending', 'On Pace'],
		usableAsTool: true,
		properties: checkExhaustionProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await perBudget(this, {
			outputs: 3,
			operation: (_itemIndex, nowMs) => (state) => {
				const { state: next, exhaustion } = checkExhaustion(state, { nowMs });
				return { state: next, result: exhaustion };
			},
			answer: (exhaustion, state) => ({
				output: OUTPUT_OF[exhaustion.status],
				json: [exhaustionItem(exhaustion, state)],
			}),
		});
	}
}
