import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { MONTHS } from '../../src/index';
import { ofDefinition } from './ofDefinition';

const months: INodePropertyOptions[] = MONTHS.map((month) => ({
	name: month.charAt(0).toUpperCase() + month.slice(1),
	value: month,
}));

/** Weeks, years, corrections, and how much of each amount is spent. */
export const periodProperty: INodeProperties = {
	displayName: 'Period',
	name: 'period',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	displayOptions: ofDefinition,
	options: [
		{
			displayName: 'Restatement Days',
			name: 'restatementDays',
			type: 'number',
			default: 30,
			typeOptions: { minValue: 1, maxValue: 90 },
			description:
				'Days for which the platform may still restate an hour. More accepts later conversions and keeps more data.',
		},
		{
			displayName: 'Utilization Target (%)',
			name: 'utilizationTarget',
			type: 'number',
			default: 100,
			typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 1 },
			description: 'Percentage of every amount that should be spent. Less leaves a safety margin.',
		},
		{
			displayName: 'Week Start',
			name: 'weekStart',
			type: 'options',
			default: 'monday',
			options: [
				{ name: 'Monday', value: 'monday' },
				{ name: 'Sunday', value: 'sunday' },
			],
			description: 'First day of the week, for the weekly amount',
		},
		{
			displayName: 'Year Start',
			name: 'yearStart',
			type: 'options',
			default: 'january',
			options: months,
			description: 'First month of the year, for the yearly and the quarterly amount, such as that of a fiscal year',
		},
	],
};
