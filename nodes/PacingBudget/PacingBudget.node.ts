import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { createState, pacingStatus, PacingBudgetSettings, updateDefinition } from '../../src/index';
import { perBudget } from '../shared/perBudget';
import { storeCredentials } from '../shared/commonProperties';
import { readSettings } from '../shared/settings';
import { withErrorItems } from '../shared/withErrorItems';
import { definitionItem, statusItem } from './budgetItem';
import { deleteBudgets } from './deleteBudgets';
import { definitionOf } from './definitionOf';
import { listBudgets } from './listBudgets';
import { pacingBudgetProperties } from './PacingBudget.properties';
import { reportBudgets } from './reportBudgets';
import { answersTo, whatIfItems, WhatIfSettings } from './whatIfItems';

/** Keeps budgets: creates, changes, shows and deletes them. */
export class PacingBudget implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pacing Budget',
		name: 'pacingBudget',
		icon: { light: 'file:pacingBudget.svg', dark: 'file:pacingBudget.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Create, change, show and delete the budgets that are paced',
		defaults: { name: 'Pacing Budget' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: pacingBudgetProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		if (items.length === 0) return [[]];
		const { operation } = readSettings(this, 0, PacingBudgetSettings.pick({ operation: true }));
		switch (operation) {
			case 'createOrUpdate':
				return await perBudget(this, {
					outputs: 1,
					create: (itemIndex) => createState(definitionOf(readSettings(this, itemIndex, PacingBudgetSettings))),
					operation: (itemIndex) => {
						const definition = definitionOf(readSettings(this, itemIndex, PacingBudgetSettings));
						return (state) => ({ state: updateDefinition(state, definition), result: null });
					},
					answer: (_, state) => ({ output: 0, json: [definitionItem(state)] }),
				});
			case 'get':
				return await perBudget(this, {
					outputs: 1,
					operation: () => (state) => ({ state, result: null }),
					answer: (_, state) => ({ output: 0, json: [definitionItem(state)] }),
				});
			case 'status':
				return await perBudget(this, {
					outputs: 1,
					operation: (_, nowMs) => (state) => ({ state, result: pacingStatus(state, { nowMs }) }),
					answer: (status) => ({ output: 0, json: [statusItem(status)] }),
				});
			case 'whatIf':
				return await perBudget(this, {
					outputs: 1,
					operation: (itemIndex, nowMs) => {
						const asked = readSettings(this, itemIndex, WhatIfSettings);
						return (state) => ({ state, result: answersTo(asked, state, nowMs) });
					},
					answer: (answers, { definition }) => ({ output: 0, json: whatIfItems(answers, definition) }),
				});
			case 'report':
				return await reportBudgets(this);
			case 'delete':
				return await withErrorItems(this, 1, async () => [await deleteBudgets(this)]);
			case 'getAll':
				return await withErrorItems(this, 1, async () => [await listBudgets(this)]);
		}
	}
}
