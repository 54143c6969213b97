import type { INodeProperties } from 'n8n-workflow';

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
		{
			displayName: 'Flight Amount',
			name: 'flightAmount',
			type: 'string',
			default: '',
			placeholder: '25000.00',
			description: 'Amount for the whole flight, spread over its remaining days',
		},
		{
			displayName: 'Flight End',
			name: 'flightEnd',
			type: 'string',
			default: '',
			placeholder: '2026-12-24',
			description: 'Last day of the flight, in the time zone of the budget',
		},
		{
			displayName: 'Flight End Time',
			name: 'flightEndTime',
			type: 'string',
			default: '',
			placeholder: '18:00',
			description: 'When it ends on its last day, on a 24-hour clock. Leave empty for midnight.',
		},
		{
			displayName: 'Flight Milestones',
			name: 'flightMilestones',
			type: 'fixedCollection',
			placeholder: 'Add Milestone',
			typeOptions: { multipleValues: true },
			default: {},
			description:
				'A curve of your own, in place of Flight Pacing: how much of the amount is to be spent by which days. Days between two milestones count alike, and the rest is spent by the end of the flight.',
			options: [
				{
					displayName: 'Milestone',
					name: 'milestone',
					values: [
						{
							displayName: 'By',
							name: 'by',
							type: 'dateTime',
							default: '',
							description: 'The day by whose end it is spent, in the time zone of the budget',
						},
						{
							displayName: 'Spent (%)',
							name: 'spent',
							type: 'number',
							default: 50,
							typeOptions: { minValue: 1, maxValue: 99, numberPrecision: 1 },
							description:
								'The part of the flight amount that is spent by then, in percent, with all that was spent before',
						},
					],
				},
			],
		},
		{
			displayName: 'Flight Pacing',
			name: 'flightPacing',
			type: 'options',
			default: 'even',
			options: [
				{
					name: 'Back-Loaded',
					value: 'back-loaded',
					description: 'From half an even day at the start to one and a half at the end',
				},
				{ name: 'Even', value: 'even', description: 'Days of the flight count alike' },
				{
					name: 'Front-Loaded',
					value: 'front-loaded',
					description: 'From one and a half even days at the start to half of one at the end',
				},
			],
			description:
				'How the days of the flight are weighed, beside events and what weekdays are worth. If it is not added, the strategy Front Loading is front-loaded and all others are even.',
		},
		{
			displayName: 'Flight Start',
			name: 'flightStart',
			type: 'string',
			default: '',
			placeholder: '2026-11-27',
			description: 'First day of the flight, in the time zone of the budget',
		},
		{
			displayName: 'Flight Start Time',
			name: 'flightStartTime',
			type: 'string',
			default: '',
			placeholder: '09:00',
			description: 'When it starts on its first day, on a 24-hour clock. Leave empty for midnight.',
		},
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
