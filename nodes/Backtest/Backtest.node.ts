import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { backtestInSteps, backtestPage } from '../../src/index';
import { builderHints } from '../shared/builderHints';
import { storeCredentials } from '../shared/commonProperties';
import { inSteps } from '../shared/inSteps';
import { perBudget } from '../shared/perBudget';
import { searchBudgets } from '../shared/searchBudgets';
import { backtestProperties } from './Backtest.properties';
import { BacktestSettings } from './Backtest.settings';
import { policyItems } from './policyItems';

/** Replays the history of a budget with each strategy. */
export class Backtest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Backtest',
		name: 'backtest',
		icon: { light: 'file:backtest.svg', dark: 'file:backtest.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'compare strategies on past data',
		description:
			'Replay the history of a budget and compare what each strategy would have delivered with what actually happened, with intervals and a chart',
		defaults: { name: 'Backtest' },
		builderHint: builderHints.backtest,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: backtestProperties,
	};

	methods = { listSearch: { searchBudgets } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await perBudget(this, {
			outputs: 1,
			settings: BacktestSettings,
			properties: backtestProperties,
			decide: async ({ state, settings: { strategies, binaryPropertyName: field } }) => {
				const report = await inSteps(backtestInSteps(state, { strategies }));
				const file = { ...backtestPage(report, state.definition), field };
				const [best, ...others] = policyItems(report).map((json) => ({ output: 0, json }));
				return { state, items: [{ ...best!, file }, ...others] };
			},
		});
	}
}
