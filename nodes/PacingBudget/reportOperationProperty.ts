import type { INodeProperties } from 'n8n-workflow';

/** Which page is made. */
export const reportOperationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'create',
	displayOptions: { show: { resource: ['report'] } },
	options: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create a report on a budget',
			description:
				'Create an HTML report on a budget, with charts, as a file for Slack or email. Needs its ID; returns an item with the file.',
		},
		{
			name: 'Create Overview',
			value: 'overview',
			action: 'Create an overview of many budgets',
			description:
				'Create one HTML page about all budgets, with what needs your attention first, and a message for the morning. Needs nothing, or the IDs of some; returns one item with both.',
		},
	],
};
