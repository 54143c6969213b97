import type { INodeProperties } from 'n8n-workflow';

/** What the node works on, which decides what can be done. */
export const resourceProperty: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	default: 'budget',
	options: [
		{ name: 'Alert', value: 'alert', description: 'What somebody is told about a budget' },
		{ name: 'Budget', value: 'budget', description: 'An amount of money for a day, week, month or flight' },
		{ name: 'Report', value: 'report', description: 'A page about one budget or about many, as a file' },
	],
};
