import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, itemProperties } from '../shared/commonProperties';
import { strategyOptions } from '../shared/strategyOptions';

export const reallocateProperties: INodeProperties[] = [
	budgetIdProperty,
	{
		displayName: 'Strategy',
		name: 'strategy',
		type: 'options',
		default: 'plan',
		options: [
			{ name: "Same as Today's Plan", value: 'plan', description: "Keep the strategy of today's plan" },
			...strategyOptions,
		],
		description: 'How the budget is distributed over the hours of the day',
	},
	...itemProperties(),
];
