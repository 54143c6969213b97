import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { ofDefinition } from './ofDefinition';

/** In the order of the week. */
const WEEKDAYS: INodePropertyOptions[] = [
	{ name: 'Monday', value: 'monday' },
	{ name: 'Tuesday', value: 'tuesday' },
	{ name: 'Wednesday', value: 'wednesday' },
	{ name: 'Thursday', value: 'thursday' },
	{ name: 'Friday', value: 'friday' },
	{ name: 'Saturday', value: 'saturday' },
	{ name: 'Sunday', value: 'sunday' },
];

/** The hours in which money may be spent. */
export const openHoursProperty: INodeProperties = {
	displayName: 'Open Hours',
	name: 'openHours',
	type: 'fixedCollection',
	placeholder: 'Add Hours',
	typeOptions: { multipleValues: true },
	default: {},
	displayOptions: ofDefinition,
	description:
		'When money may be spent, in the time zone of the budget; always if empty. Several entries add up. Closed hours get nothing, and their silence is no alert.',
	options: [
		{
			displayName: 'Hours',
			name: 'hours',
			values: [
				{
					displayName: 'From',
					name: 'from',
					type: 'string',
					default: '08:00',
					description: 'When it opens, on a 24-hour clock',
				},
				{
					displayName: 'To',
					name: 'to',
					type: 'string',
					default: '18:00',
					description: 'When it closes. 24:00 is midnight; hours past midnight need an entry of their own.',
				},
				{
					displayName: 'Weekdays',
					name: 'weekdays',
					type: 'multiOptions',
					default: [],
					options: WEEKDAYS,
					description: 'Days with these hours. Leave empty for every day.',
				},
			],
		},
	],
};
