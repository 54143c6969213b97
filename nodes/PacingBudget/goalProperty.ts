import type { INodeProperties } from 'n8n-workflow';

import { ofDefinition } from './ofDefinition';

/** Results that are wanted beside the spend. */
export const goalProperty: INodeProperties = {
	displayName: 'Goal',
	name: 'goal',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	displayOptions: ofDefinition,
	description:
		'Results that a month or other period is meant to bring beside its amount, such as 40,000 leads for 300,000. It is reported; amounts are spent without regard to it.',
	options: [
		{
			displayName: 'Goal Amount',
			name: 'amount',
			type: 'string',
			default: '',
			placeholder: '40000',
			description: 'The number of conversions, or the revenue in the currency of the budget',
		},
		{
			displayName: 'Goal Metric',
			name: 'of',
			type: 'options',
			default: 'conversions',
			options: [
				{ name: 'Conversions', value: 'conversions' },
				{ name: 'Revenue', value: 'revenue' },
			],
			description: 'What is counted',
		},
		{
			displayName: 'Goal Period',
			name: 'period',
			type: 'options',
			default: 'month',
			options: [
				{ name: 'Flight', value: 'flight' },
				{ name: 'Month', value: 'month' },
				{ name: 'Quarter', value: 'quarter' },
				{ name: 'Week', value: 'week' },
				{ name: 'Year', value: 'year' },
			],
			description: 'The period that it is for, which needs an amount',
		},
		{
			displayName: 'Reached Before First Report',
			name: 'reachedBeforeFirstReport',
			type: 'string',
			default: '',
			placeholder: '12500',
			description:
				'What the period had brought before its first report. Leave empty if reports reach back to its start.',
		},
	],
};
