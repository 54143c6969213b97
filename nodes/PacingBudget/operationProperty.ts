import type { INodeProperties } from 'n8n-workflow';

/** What is done with budgets. */
export const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'createOrUpdate',
	options: [
		{
			name: 'Create or Update',
			value: 'createOrUpdate',
			action: 'Create or update a budget',
			description: 'Create a new budget, or change an existing one and keep its delivery history',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a budget',
			description: 'Delete a budget and everything learned about it',
		},
		{ name: 'Get', value: 'get', action: 'Get a budget', description: 'Get the definition of a budget' },
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many budgets',
			description: 'List many budgets with their names, IDs, amounts, currency and time zone',
		},
		{
			name: 'Get Status',
			value: 'status',
			action: 'Get the status of a budget',
			description:
				'Get what a budget has spent today and this week or month so far, whether it is on track, what it needs per day, its conversions and CPA, and how fresh the data is',
		},
		{
			name: 'Mark Alerts as Told',
			value: 'markTold',
			action: 'Mark alerts as told',
			description: 'Record that messages about alerts have arrived, so that they are not told again',
		},
		{
			name: 'Overview',
			value: 'overview',
			action: 'Create an overview of many budgets',
			description: 'Create one HTML page about all budgets, with what needs you first, and a message for the morning',
		},
		{
			name: 'Report',
			value: 'report',
			action: 'Report on a budget',
			description: 'Create an HTML report on a budget, with charts, as a file for Slack or email',
		},
		{
			name: 'Simulate Budget Scenarios',
			value: 'simulate',
			action: 'Simulate budget scenarios',
			description:
				'Get the results to expect of a day with another amount, such as 200 more tomorrow, and the amount beyond which more is not worth it',
		},
	],
};
