import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	NodeConnectionTypes,
	toCronExpression,
} from 'n8n-workflow';

import { parse } from '../../src/index';
import { builderHints } from '../shared/builderHints';
import { storeCredentials } from '../shared/commonProperties';
import { withErrorItems } from '../shared/withErrorItems';
import { newsItems } from './newsItems';
import { pacingTriggerProperties } from './PacingTrigger.properties';
import { TriggerSettings } from './PacingTrigger.settings';

const Interval = TriggerSettings.pick({ interval: true });

/**
 * Starts a workflow when something about a budget is news.
 *
 * A trigger cannot reach the data table: it only ticks, and n8n runs `execute` on every tick, which can.
 */
export class PacingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pacing Trigger',
		name: 'pacingTrigger',
		icon: { light: 'file:pacingTrigger.svg', dark: 'file:pacingTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '=every {{ $parameter["interval"] }} minutes',
		description:
			"Start a workflow when an alert about a budget fires or is resolved, when a month will miss its budget, or when today's plan changes",
		defaults: { name: 'Pacing Trigger' },
		builderHint: builderHints.pacingTrigger,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: storeCredentials,
		properties: pacingTriggerProperties,
	};

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const tick = () => this.emit([[{ json: {} }]]);
		const { interval } = parse(Interval, { interval: this.getNodeParameter('interval') }, 'node parameters');
		const expression = toCronExpression({ mode: 'everyX', unit: 'minutes', value: Number(interval) });
		if (this.getMode() !== 'manual') this.helpers.registerCron({ expression }, tick);
		return { manualTriggerFunction: async () => tick() };
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await withErrorItems(this, { outputs: 1 }, async () => [await newsItems(this)]);
	}
}
