import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { reallocate } from '../../src/index';
import { builderHints } from '../shared/builderHints';
import { perBudget } from '../shared/perBudget';
import { storeCredentials } from '../shared/commonProperties';
import { searchBudgets } from '../shared/searchBudgets';
import { reallocateProperties } from './Reallocate.properties';
import { ReallocateSettings } from './Reallocate.settings';
import { reallocationItem } from './reallocationItem';

const REALLOCATED = 0;
const UNCHANGED = 1;

/** Moves budget between hours and campaigns on statistical evidence that their results have changed. */
export class Reallocate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Reallocate',
		name: 'reallocate',
		icon: { light: 'file:reallocate.svg', dark: 'file:reallocate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'move budget on statistical evidence',
		description:
			'Move budget from hours and campaigns that got worse to those that got better, on statistical evidence and without changing the total',
		defaults: { name: 'Reallocate' },
		builderHint: builderHints.reallocate,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Reallocated', 'Unchanged'],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: reallocateProperties,
	};

	methods = { listSearch: { searchBudgets } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await perBudget(this, {
			outputs: 2,
			settings: ReallocateSettings,
			properties: reallocateProperties,
			decide: ({ state, settings: { strategy, include }, nowMs }) => {
				const options = { nowMs, strategy: strategy === 'plan' ? undefined : strategy };
				const { state: next, reallocation } = reallocate(state, options);
				const json = reallocationItem(reallocation, next.definition, include);
				return { state: next, items: [{ output: reallocation.changed ? REALLOCATED : UNCHANGED, json }] };
			},
		});
	}
}
