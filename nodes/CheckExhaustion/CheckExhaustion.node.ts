import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkExhaustion, describeAlert, type ExhaustionForecast } from '../../src/index';
import { perBudget } from '../shared/perBudget';
import { storeCredentials } from '../shared/commonProperties';
import { checkExhaustionProperties } from './CheckExhaustion.properties';
import { ExhaustionSettings } from './CheckExhaustion.settings';
import { rankingOf } from './rankingOf';
import { type Described, withDigests } from './withDigests';
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
		credentials: storeCredentials,
		properties: checkExhaustionProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const described = new Map<number, Described>();
		const outputs = await perBudget(this, {
			outputs: 3,
			settings: ExhaustionSettings,
			decide: ({ state, settings, nowMs, itemIndexes: [itemIndex] }) => {
				const { messages, account } = settings;
				const ranking = rankingOf(settings);
				const { state: next, exhaustion } = checkExhaustion(state, { nowMs });
				const message = describeAlert(next, { exhaustion, nowMs, account });
				if (messages === 'digest') described.set(itemIndex!, { account, message, ranking });
				const json = exhaustionItem(exhaustion, message, next);
				return { state: next, answers: [{ output: OUTPUT_OF[exhaustion.status], json }] };
			},
		});
		return outputs.map((items) => withDigests(items, described));
	}
}
