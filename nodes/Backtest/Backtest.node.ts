import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { backtest, backtestPage, BacktestSettings } from '../../src/index';
import { storeCredentials } from '../shared/commonProperties';
import { perBudget } from '../shared/perBudget';
import { readSettings } from '../shared/settings';
import { type Page, withFiles } from '../shared/withFiles';
import { backtestProperties } from './Backtest.properties';
import { policyItems } from './policyItems';

/** Replays the history of a budget with each strategy. */
export class Backtest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Backtest',
		name: 'backtest',
		icon: { light: 'file:backtest.svg', dark: 'file:backtest.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'compare strategies on the history',
		description:
			'Replay the history of a budget with each strategy and with what really happened: what each would have brought, with intervals and a picture',
		defaults: { name: 'Backtest' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: backtestProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const pages = new Map<number, Page>();
		const [items = []] = await perBudget(this, {
			outputs: 1,
			operation: (itemIndex) => {
				const { strategies } = readSettings(this, itemIndex, BacktestSettings);
				return (state) => ({ state, result: backtest(state, { strategies }) });
			},
			answer: (report, { definition }, itemIndex) => {
				pages.set(itemIndex, backtestPage(report, definition));
				return { output: 0, json: policyItems(report) };
			},
		});
		return [await withFiles(this, items, pages)];
	}
}
