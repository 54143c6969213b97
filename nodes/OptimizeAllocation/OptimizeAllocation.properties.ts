import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, itemProperties } from '../shared/commonProperties';
import { includeProperty } from '../shared/includeProperty';
import { planPartOptions } from '../shared/planPartOptions';
import { strategyOptions } from '../shared/strategyOptions';

export const optimizeAllocationProperties: INodeProperties[] = [
	budgetIdProperty,
	{
		displayName: 'Strategy',
		name: 'strategy',
		type: 'options',
		default: 'adaptive_ml',
		options: strategyOptions,
		description: 'How the budget is distributed over the hours of the day',
	},
	{
		displayName: 'Date',
		name: 'date',
		type: 'string',
		default: '',
		placeholder: '2026-11-24',
		description: 'Day to plan, in the time zone of the budget. Leave empty for today.',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		default: 'plan',
		options: [
			{
				name: 'One Item per Hour',
				value: 'hours',
				description: 'An item for each hour still to come, to loop over',
			},
			{ name: 'One Item per Plan', value: 'plan', description: 'One item for the day' },
		],
		description: 'Whether the plan is one item or several',
	},
	includeProperty([planPartOptions.days, planPartOptions.hours], { show: { output: ['plan'] } }),
	...itemProperties(),
];
