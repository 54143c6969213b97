import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkExhaustion, describeAlert, type ExhaustionForecast } from '../../src/index';
import { builderHints } from '../shared/builderHints';
import { isTool } from '../shared/isTool';
import { perBudget } from '../shared/perBudget';
import { storeCredentials } from '../shared/commonProperties';
import { exhaustionItem } from '../shared/exhaustionItem';
import { searchBudgets } from '../shared/searchBudgets';
import { checkExhaustionProperties } from './CheckExhaustion.properties';
import { ExhaustionSettings } from './CheckExhaustion.settings';
import { rankingOf } from './rankingOf';
import { type Described, withDigests } from './withDigests';

/** A budget that cannot be judged leaves through At Risk, never through On Pace. */
const OUTPUT_OF: Record<ExhaustionForecast['status'], number> = {
	exhausted: 0,
	'at-risk': 0,
	'stale-data': 0,
	underspending: 1,
	'on-pace': 2,
};

/** Forecasts whether today's budget will run out early, and routes budgets by it. */
export class CheckExhaustion implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Check Exhaustion',
		name: 'checkExhaustion',
		icon: { light: 'file:checkExhaustion.svg', dark: 'file:checkExhaustion.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'forecast whether the budget lasts',
		description:
			"Forecast whether and when today's budget will run out, how likely that is, the value at risk, and what to spend per hour so that the budget lasts",
		defaults: { name: 'Check Exhaustion' },
		builderHint: builderHints.checkExhaustion,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['At Risk', 'Underspending', 'On Pace'],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: checkExhaustionProperties,
	};

	methods = { listSearch: { searchBudgets } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const described = new Map<number, Described>();
		const outputs = await perBudget(this, {
			outputs: 3,
			settings: ExhaustionSettings,
			properties: checkExhaustionProperties,
			decide: ({ state, settings, nowMs, itemIndexes: [itemIndex] }) => {
				const { messages, account, include } = settings;
				const ranking = rankingOf(settings);
				const { state: next, exhaustion } = checkExhaustion(state, { nowMs, alerts: settings.alerts });
				const message = describeAlert(next, { exhaustion, nowMs, account });
				if (messages === 'digest') described.set(itemIndex!, { account, message, ranking, include });
				const json = exhaustionItem(exhaustion, message, next, { nowMs, include });
				/** What only a model has read does not count as told. */
				const kept = isTool(this) ? state : next;
				return { state: kept, items: [{ output: OUTPUT_OF[exhaustion.status], json }] };
			},
		});
		return withDigests(outputs, described);
	}
}
