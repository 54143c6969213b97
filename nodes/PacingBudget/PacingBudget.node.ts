import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { builderHints } from '../shared/builderHints';
import { storeCredentials } from '../shared/commonProperties';
import { nameOfChosen } from '../shared/nameOfChosen';
import { searchBudgets } from '../shared/searchBudgets';
import { withErrorItems } from '../shared/withErrorItems';
import { chosenOperation } from './chosenOperation';
import { pacingBudgetProperties } from './PacingBudget.properties';

/** Creates, changes, shows and deletes budgets, reports on them, and marks their alerts as told. */
export class PacingBudget implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pacing Budget',
		name: 'pacingBudget',
		icon: { light: 'file:pacingBudget.svg', dark: 'file:pacingBudget.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ ${nameOfChosen(pacingBudgetProperties, 'operation')} + ": " + ${nameOfChosen(pacingBudgetProperties, 'resource')} }}`,
		description: 'Create, change, show and delete the budgets that are paced, and report on them',
		defaults: { name: 'Pacing Budget' },
		builderHint: builderHints.pacingBudget,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: pacingBudgetProperties,
	};

	methods = { listSearch: { searchBudgets } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		if (this.getInputData().length === 0) return [[]];
		return await withErrorItems(this, { outputs: 1 }, async () => await chosenOperation(this)(this));
	}
}
