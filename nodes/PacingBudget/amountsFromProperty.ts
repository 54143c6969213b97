import type { INodeProperties } from 'n8n-workflow';

import { ofDefinition } from './ofDefinition';

/** How its amounts change by the calendar. */
export const amountsFromProperty: INodeProperties = {
	displayName: 'Amounts From a Date',
	name: 'amountsFrom',
	type: 'fixedCollection',
	placeholder: 'Add Date',
	typeOptions: { multipleValues: true },
	default: {},
	displayOptions: ofDefinition,
	description:
		'Amounts for months ahead, and raises that begin on a date. Each replaces the amount of its kind from that date on, until the next one.',
	options: [
		{
			displayName: 'Date',
			name: 'change',
			values: [
				{
					displayName: 'Daily Amount',
					name: 'dailyAmount',
					type: 'string',
					default: '',
					placeholder: '2000.00',
					description: 'Maximum spend of one day from that date on. Leave empty to keep the one before.',
				},
				{
					displayName: 'From',
					name: 'from',
					type: 'dateTime',
					default: '',
					description:
						'First day, in the time zone of the budget. A weekly amount begins with a week, a monthly one with a month, and so on.',
				},
				{
					displayName: 'Monthly Amount',
					name: 'monthlyAmount',
					type: 'string',
					default: '',
					placeholder: '60000.00',
					description: 'Amount for a calendar month from that month on. Leave empty to keep the one before.',
				},
				{
					displayName: 'Quarterly Amount',
					name: 'quarterlyAmount',
					type: 'string',
					default: '',
					placeholder: '180000.00',
					description: 'Amount for a quarter from that quarter on. Leave empty to keep the one before.',
				},
				{
					displayName: 'Weekly Amount',
					name: 'weeklyAmount',
					type: 'string',
					default: '',
					placeholder: '14000.00',
					description: 'Amount for a calendar week from that week on. Leave empty to keep the one before.',
				},
				{
					displayName: 'Yearly Amount',
					name: 'yearlyAmount',
					type: 'string',
					default: '',
					placeholder: '720000.00',
					description: 'Amount for a year from that year on. Leave empty to keep the one before.',
				},
			],
		},
	],
};
