import type { INodeProperties } from 'n8n-workflow';

import { ofDefinition } from './ofDefinition';

/** Limits that every plan of a budget keeps. */
export const limitsProperty: INodeProperties = {
	displayName: 'Limits',
	name: 'limits',
	type: 'collection',
	placeholder: 'Add Limit',
	default: {},
	displayOptions: ofDefinition,
	options: [
		{
			displayName: 'Learning Reserve (%)',
			name: 'learningReserve',
			type: 'number',
			default: 5,
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			description:
				'Percentage of the day spread evenly, so that weak hours continue to be learned. More learns faster and costs results.',
		},
		{
			displayName: 'Maximum Change per Hour (%)',
			name: 'maxHourlyChange',
			type: 'number',
			default: 50,
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			description: 'Maximum change from one hour to the next, in percent. Less is smoother.',
		},
		{
			displayName: 'Maximum Change per Plan (%)',
			name: 'maxChangePerPlan',
			type: 'number',
			default: 30,
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			description: 'Maximum change of an hour from one plan to the next, in percent. Less reacts more slowly.',
		},
		{
			displayName: 'Maximum per Day',
			name: 'maxDailyAmount',
			type: 'string',
			default: '',
			placeholder: '1500.00',
			description: 'Maximum for a day, whatever a longer amount would allow it, in the currency of the budget',
		},
		{
			displayName: 'Maximum per Hour',
			name: 'maxHourlyAmount',
			type: 'string',
			default: '',
			placeholder: '120.00',
			description: 'Maximum for a full hour, in the currency of the budget',
		},
		{
			displayName: 'Maximum Share per Hour (%)',
			name: 'maxHourlyShare',
			type: 'number',
			default: 15,
			typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 2 },
			description: "Maximum for a full hour, in percent of the day's amount",
		},
		{
			displayName: 'Minimum per Hour',
			name: 'minHourlyAmount',
			type: 'string',
			default: '',
			placeholder: '5.00',
			description: 'Minimum for a full hour, in the currency of the budget',
		},
		{
			displayName: 'Minimum Share per Hour (%)',
			name: 'minHourlyShare',
			type: 'number',
			default: 1,
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
			description: "Minimum for a full hour, in percent of the day's amount",
		},
	],
};
