import type { INodeProperties } from 'n8n-workflow';

import { flightProperties } from './flightProperties';
import { ofDefinition } from './ofDefinition';

/** How much a budget may spend, and in which period. */
export const amountsProperty: INodeProperties = {
	displayName: 'Amounts',
	name: 'amounts',
	type: 'collection',
	placeholder: 'Add Amount',
	default: {},
	displayOptions: ofDefinition,
	description: 'At least one. With several, the tightest budget applies.',
	options: [
		{
			displayName: 'Daily Amount',
			name: 'dailyAmount',
			type: 'string',
			default: '',
			placeholder: '1000.00',
			description: 'Maximum spend of one day. Leave empty for none.',
		},
		...flightProperties,
		{
			displayName: 'Maximum Rollover (%)',
			name: 'maxRollover',
			type: 'number',
			default: 25,
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			description:
				'Maximum of a week, month or quarter that is carried over to the next one if unspent, in percent of its amount. 0 carries nothing over.',
		},
		{
			displayName: 'Monthly Amount',
			name: 'monthlyAmount',
			type: 'string',
			default: '',
			placeholder: '30000.00',
			description: 'Amount for a calendar month. Unspent budget is carried over to its later days.',
		},
		{
			displayName: 'Quarterly Amount',
			name: 'quarterlyAmount',
			type: 'string',
			default: '',
			placeholder: '90000.00',
			description: 'Amount for a quarter of the year. Unspent budget is carried over to its later days.',
		},
		{
			displayName: 'Spent Before First Report',
			name: 'spentBeforeFirstReport',
			type: 'string',
			default: '',
			placeholder: '12500.00',
			description:
				'What the flight, or else the longest period with an amount, had spent before its first report. Leave empty to assume an even share of its amount.',
			hint: 'Only matters for a budget that is set up in the middle of its period',
		},
		{
			displayName: 'Weekly Amount',
			name: 'weeklyAmount',
			type: 'string',
			default: '',
			placeholder: '7000.00',
			description: 'Amount for a calendar week. Unspent budget is carried over to its later days.',
		},
		{
			displayName: 'Yearly Amount',
			name: 'yearlyAmount',
			type: 'string',
			default: '',
			placeholder: '360000.00',
			description: 'Amount for a year. Unspent budget is carried over to its later days.',
		},
	],
};
