import type { INodeProperties } from 'n8n-workflow';

import { ofDefinition } from './ofDefinition';

/** Days that are worth more or less than usual, or closed. */
export const eventsProperty: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'fixedCollection',
	placeholder: 'Add Event',
	typeOptions: { multipleValues: true },
	default: {},
	displayOptions: ofDefinition,
	description:
		'Sales, holidays and other days that are worth more or less than usual, and days on which nothing may be spent. Amounts of longer periods are spread accordingly.',
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
					description: 'Last day. Leave empty for an event of one day.',
				},
				{
					displayName: 'Factor',
					name: 'factor',
					type: 'string',
					default: '',
					placeholder: 'e.g. 2',
					description:
						'Weight of each day relative to a usual day: 2 gives it twice as much, 0.5 half. 0 closes the day: nothing is spent. Leave empty to learn it from earlier events of the same name.',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'Black Friday',
					description: 'Name of the event, shown in plans. Events of the same name are learned together.',
				},
				{
					displayName: 'Repeats',
					name: 'repeats',
					type: 'options',
					default: 'no',
					options: [
						{ name: 'Every Month', value: 'monthly' },
						{ name: 'Every Week', value: 'weekly' },
						{ name: 'Every Year', value: 'yearly' },
						{ name: 'No', value: 'no' },
					],
					description:
						'Whether it recurs on the same weekday or date, or on the last day of a shorter month. This includes dates before Start.',
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
	displayOptions: ofDefinition,
	description:
		'More events, as a list of objects with the fields name, start, end, factor and repeats (weekly, monthly or yearly), such as the rows of a sheet. Only name and start are required.',
};
