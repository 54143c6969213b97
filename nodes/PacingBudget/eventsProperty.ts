import type { INodeProperties } from 'n8n-workflow';

/** Days that are worth more or less than usual. */
export const eventsProperty: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'fixedCollection',
	placeholder: 'Add Event',
	typeOptions: { multipleValues: true },
	default: {},
	displayOptions: { show: { operation: ['createOrUpdate'] } },
	description:
		'Sales, holidays and other days worth more or less than usual: a weekly, monthly or flight amount is spread accordingly',
	options: [
		{
			displayName: 'Event',
			name: 'event',
			values: [
				{
					displayName: 'End',
					name: 'end',
					type: 'dateTime',
					default: '',
					description: 'Last day. Empty is the first one.',
				},
				{
					displayName: 'Factor',
					name: 'factor',
					type: 'number',
					default: 0,
					typeOptions: { minValue: 0, maxValue: 20, numberPrecision: 2 },
					description:
						'How much more than usual each day counts: 2 gives it twice as much, 0.5 half. 0 learns it from earlier days of events of the same name.',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'Black Friday',
					description: 'What people call it, for the plan. Events of the same name learn from each other.',
				},
				{
					displayName: 'Repeats',
					name: 'repeats',
					type: 'options',
					default: 'no',
					options: [
						{ name: 'Every Month', value: 'monthly' },
						{ name: 'Every Year', value: 'yearly' },
						{ name: 'No', value: 'no' },
					],
					description:
						'Whether it comes again on the same day, or on the last one of a shorter month; before Start, too',
				},
				{
					displayName: 'Start',
					name: 'start',
					type: 'dateTime',
					default: '',
					description: 'First day, in the time zone of the budget',
				},
			],
		},
	],
};

/** The same from a list, such as the rows of a sheet. */
export const eventRowsProperty: INodeProperties = {
	displayName: 'Event Rows',
	name: 'eventRows',
	type: 'string',
	default: '',
	placeholder: "{{ $('Read Calendar').all().map((row) => row.json) }}",
	displayOptions: { show: { operation: ['createOrUpdate'] } },
	description:
		'More events, as a list of objects with the fields name, start, end, factor and repeats (monthly or yearly), such as the rows of a sheet. Only name and start are needed.',
};
