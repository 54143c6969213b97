import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** Which budget the item is about. */
export const budgetIdProperty: INodeProperties = {
	displayName: 'Budget ID',
	name: 'budgetId',
	type: 'string',
	required: true,
	default: '={{ $json.budgetId }}',
	description: 'The budget to work on. Every pacing node passes it on in the field budgetId.',
};

/** The key that is needed where states live in a data table reached through an API. */
export const storeCredentials: INodeCredentialDescription[] = [
	{
		name: 'budgetPacingDataTableApi',
		required: true,
		displayOptions: { show: { stateStore: ['dataTableApi'] } },
	},
];

/** Where states live, and the options that every node has. */
export const storeProperties: INodeProperties[] = [
	{
		displayName: 'Keep State In',
		name: 'stateStore',
		type: 'options',
		noDataExpression: true,
		default: 'dataTable',
		options: [
			{
				name: 'Data Table',
				value: 'dataTable',
				description:
					'A data table of this n8n project, created when it is first needed. All pacing nodes must use the same one.',
			},
			{
				name: 'Data Table API',
				value: 'dataTableApi',
				description:
					'A data table reached through the public API of an n8n, such as one that several projects or instances share',
			},
			{
				name: 'Input Item',
				value: 'inputItem',
				description: 'The field pacingState of the items: read from the input, passed on in the output, kept by you',
			},
		],
		description: 'Where what is known of budgets is kept between nodes and executions',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'As Of',
				name: 'asOf',
				type: 'string',
				default: '',
				placeholder: '2026-11-23T09:00:00+01:00',
				description: 'Decide as if it were this instant, to replay or to test. Empty is now.',
			},
			{
				displayName: 'Data Table Name',
				name: 'tableName',
				type: 'string',
				default: 'budget_pacing',
				description: 'The data table that keeps the state. Give tests a table of their own.',
			},
		],
	},
];
