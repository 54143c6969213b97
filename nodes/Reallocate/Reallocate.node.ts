import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { reallocate, ReallocateSettings } from '../../src/index';
import { formatMoney, formatTime } from '../shared/display';
import { perBudget } from '../shared/perBudget';
import { planItem } from '../shared/planItem';
import { storeCredentials } from '../shared/commonProperties';
import { readSettings } from '../shared/settings';
import { reallocateProperties } from './Reallocate.properties';

/** Moves money between hours and campaigns when the evidence says that they changed. */
export class Reallocate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Reallocate',
		name: 'reallocate',
		icon: { light: 'file:reallocate.svg', dark: 'file:reallocate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'move money if the evidence says so',
		description:
			'Move money from hours and campaigns that got worse to those that got better, on statistical evidence, without changing the total',
		defaults: { name: 'Reallocate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Reallocated', 'Unchanged'],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: reallocateProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await perBudget(this, {
			outputs: 2,
			operation: (itemIndex, nowMs) => {
				const { strategy } = readSettings(this, itemIndex, ReallocateSettings);
				return (state) => {
					const options = { nowMs, strategy: strategy === 'plan' ? undefined : strategy };
					const { state: next, reallocation } = reallocate(state, options);
					return { state: next, result: reallocation };
				};
			},
			answer: ({ from, to, moves, ...rest }, { definition }) => {
				const { budgetId, currency, timeZone } = definition;
				const json = {
					budgetId,
					...rest,
					from: from === null ? null : planItem(from),
					to: planItem(to),
					moves: moves.map(({ amount, ...move }) => ({ ...move, amount: Number(amount) })),
					display: {
						moves: moves.map(
							({ hourIndex, campaignId, amount }) =>
								`${formatTime(to.hours[hourIndex]!.startMs, timeZone)} ${campaignId === undefined ? '' : `${campaignId} `}${formatMoney(amount, currency)}`,
						),
					},
				} as unknown as IDataObject;
				return { output: rest.changed ? 0 : 1, json: [json] };
			},
		});
	}
}
