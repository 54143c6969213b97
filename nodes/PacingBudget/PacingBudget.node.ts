import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { storeCredentials } from '../shared/commonProperties';
import { nameOfChosen } from '../shared/nameOfChosen';
import { readSettings } from '../shared/readSettings';
import { budgetOperations } from './budgetOperations';
import { pacingBudgetProperties } from './PacingBudget.properties';
import { PacingBudgetSettings } from './PacingBudget.settings';

/** Creates, changes, shows and deletes budgets. */
export class PacingBudget implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pacing Budget',
		name: 'pacingBudget',
		icon: { light: 'file:pacingBudget.svg', dark: 'file:pacingBudget.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ ${nameOfChosen(pacingBudgetProperties, 'operation')} }}`,
		description: 'Create, change, show and delete the budgets that are paced',
		defaults: { name: 'Pacing Budget' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: pacingBudgetProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		if (this.getInputData().length === 0) return [[]];
		const { operation } = readSettings(this, 0, PacingBudgetSettings.pick({ operation: true }), pacingBudgetProperties);
		return await budgetOperations[operation](this);
	}
}
