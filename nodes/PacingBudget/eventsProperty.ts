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
					default: 1.5,
					typeOptions: { minValue: 0, maxValue: 20, numberPrecision: 2 },
					description: 'How much more than usual each day counts: 2 gives it twice as much, 0.5 half',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'Black Friday',
					description: 'What people call it, for the plan',
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
