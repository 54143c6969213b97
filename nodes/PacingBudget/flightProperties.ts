import type { INodeProperties } from 'n8n-workflow';

/** A flight: its dates and times, its amount, and how that is spread over its days. */
export const flightProperties: INodeProperties[] = [
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
];
