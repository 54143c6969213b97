import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, storeProperties } from '../shared/commonProperties';
import { strategyOptions } from '../shared/strategyOptions';

export const optimizeAllocationProperties: INodeProperties[] = [
	budgetIdProperty,
	{
		displayName: 'Strategy',
		name: 'strategy',
		type: 'options',
		default: 'adaptive_ml',
		options: strategyOptions,
		description: 'How money is given to the hours of the day',
	},
	{
		displayName: 'Date',
		name: 'date',
		type: 'string',
		default: '',
		placeholder: '2026-11-24',
		description: 'Day to plan, in the time zone of the budget. Empty is today.',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'plan',
		options: [
			{
				name: 'One Item per Hour',
				value: 'hours',
				description: 'An item for each hour that is still to come, to loop over',
			},
			{ name: 'One Item per Plan', value: 'plan', description: 'An item for the day, with its hours in a list' },
		],
		description: 'How the plan leaves the node',
	},
	...storeProperties,
];
