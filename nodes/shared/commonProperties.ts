import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** Which budget the item is about: by its ID, which comes first so that an ID without a mode is shown as one, or from a list. */
export const budgetIdProperty: INodeProperties = {
	displayName: 'Budget ID',
	name: 'budgetId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'id', value: '={{ $json.budgetId }}' },
	modes: [
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. brand-de' },
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchBudgets', searchable: true, skipCredentialsCheckInRLC: true },
		},
	],
	description: 'The budget to work on. Every pacing node passes it on in the field budgetId.',
};

/** The credential for states in a data table that is reached through the API. */
export const storeCredentials: INodeCredentialDescription[] = [
	{
		name: 'budgetPacingDataTableApi',
		required: true,
		displayOptions: { show: { stateStore: ['dataTableApi'] } },
	},
];

/** Where states are kept, and the options of every node. */
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
				description: 'A data table of this n8n project, created on first use. All pacing nodes must use the same one.',
			},
			{
				name: 'Data Table API',
				value: 'dataTableApi',
				description:
					'A data table reached through the public API of n8n, such as one shared by several projects or instances',
			},
			{
				name: 'Input Item',
				value: 'inputItem',
				description:
					'The field pacingState of the items, read from the input and passed on in the output. You store it yourself.',
			},
			{
				name: 'Postgres',
				value: 'postgres',
				description: 'A table of a PostgreSQL database, created on first use: for hundreds of budgets in one workflow',
			},
		],
		description: 'Where the state of budgets is kept between nodes and executions',
	},
	{
		displayName: 'Postgres Credential ID',
		name: 'postgresCredentialId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 4jHJfB0aLTPBMd1x',
		displayOptions: { show: { stateStore: ['postgres'] } },
		description:
			'The ID of a credential of type Postgres: the last part of its address when it is open in n8n. The project of this workflow must have access to it.',
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
				description: 'Decide as of this instant, to replay or to test. Leave empty to use the current time.',
			},
			{
				displayName: 'Table Name',
				name: 'tableName',
				type: 'string',
				default: 'budget_pacing',
				description:
					'The data table, or the table of the database, that keeps the state. Use a separate table for tests.',
			},
		],
	},
];

/** These properties of a node whose items are made from one input item each, with further options. */
export const itemProperties = (...options: readonly INodeProperties[]): INodeProperties[] =>
	storeProperties.map((property) =>
		property.name === 'options'
			? {
					...property,
					options: sortedByName([...(property.options as INodeProperties[]), keepInputFields, ...options]),
				}
			: property,
	);

/** The switch of a node that tells alerts. */
export const tellUntilMarked = (alerts: string): INodeProperties => ({
	displayName: 'Tell Until Marked',
	name: 'tellUntilMarked',
	type: 'boolean',
	default: false,
	description: `Whether ${alerts} are told in every run until Pacing Budget (Alert, Mark as Told) marks them, so that a message that failed is sent again. Place that node after Slack.`,
});

const keepInputFields: INodeProperties = {
	displayName: 'Keep Input Fields',
	name: 'keepInputFields',
	type: 'boolean',
	default: false,
	description:
		'Whether an item also carries the fields of the input item that it was made from, behind its own. Warnings of earlier nodes are not carried. An item made from several input items carries none.',
};

const sortedByName = (options: readonly INodeProperties[]): INodeProperties[] =>
	[...options].sort((a, b) => a.displayName.localeCompare(b.displayName));
