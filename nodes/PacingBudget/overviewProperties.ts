import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { resource: ['report'], operation: ['overview'] } };

/** Which budgets are on the page, and where their reports are. */
export const overviewProperties: INodeProperties[] = [
	{
		displayName: 'Budgets',
		name: 'budgetIds',
		type: 'string',
		default: '',
		placeholder: 'acme-uk, acme-de',
		displayOptions,
		description:
			'IDs of the budgets on the page, separated by commas or as a list from an expression, such as those of one account manager. Leave empty for all.',
	},
	{
		displayName: 'Report Link',
		name: 'reportLink',
		type: 'string',
		default: '',
		placeholder: '?budget=',
		displayOptions,
		description:
			'Address at which the report on a budget is served, to which its ID is added. Leave empty for a file, which has no links.',
	},
];
