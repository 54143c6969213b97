import type { INodeProperties } from 'n8n-workflow';

import { ofDefinition } from './ofDefinition';

/** What was paid in advance, and is spent until it is gone. */
export const prepaidProperty: INodeProperties = {
	displayName: 'Prepaid Balance',
	name: 'prepaid',
	type: 'fixedCollection',
	placeholder: 'Add Payment',
	typeOptions: { multipleValues: true },
	default: {},
	displayOptions: ofDefinition,
	description:
		'Media that was paid in advance: nothing is planned once it is gone. The first payment is the balance at the start of its day, later ones are added on theirs. Amounts say how fast it is spent.',
	options: [
		{
			displayName: 'Payment',
			name: 'payment',
			values: [
				{
					displayName: 'Amount',
					name: 'amount',
					type: 'string',
					default: '',
					placeholder: '5000.00',
					description: 'What was paid, or the balance for the first one, in the currency of the budget',
				},
				{
					displayName: 'Date',
					name: 'date',
					type: 'dateTime',
					default: '',
					description: 'From which day on it can be spent, in the time zone of the budget',
				},
			],
		},
	],
};
