import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, itemProperties } from '../shared/commonProperties';
import { includeProperty } from '../shared/includeProperty';
import { planPartOptions } from '../shared/planPartOptions';
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
	includeProperty([
		planPartOptions.days,
		{
			name: 'Evidence',
			value: 'evidence',
			description: 'How strong the evidence of a change is, and which hours and campaigns changed by which factor',
		},
		planPartOptions.hours,
		{ name: 'Plan Before', value: 'from', description: 'The plan without the evidence' },
	]),
	...itemProperties(),
];
