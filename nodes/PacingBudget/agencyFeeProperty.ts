import type { INodeProperties } from 'n8n-workflow';

import { ofDefinition } from './ofDefinition';

/** What an agency takes of the amounts of a budget. */
export const agencyFeeProperty: INodeProperties = {
	displayName: 'Agency Fee',
	name: 'agencyFee',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	displayOptions: ofDefinition,
	description: 'What an agency takes of the amounts. Limits, plans and pushes are media spend, without the fee.',
	options: [
		{
			displayName: 'Amounts Are',
			name: 'amounts',
			type: 'options',
			default: 'gross',
			options: [
				{ name: 'Gross', value: 'gross', description: 'They include the fee, so that less may be spent on media' },
				{ name: 'Media Only', value: 'media', description: 'The fee comes on top, and is stated beside them' },
			],
			description: 'Whether the amounts of days, longer periods and the flight include the fee',
		},
		{
			displayName: 'Fee (%)',
			name: 'fee',
			type: 'number',
			default: 15,
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 3 },
			description: 'The fee in percent; Fee Is Percentage Of says of what. 0 is no fee.',
		},
		{
			displayName: 'Fee Is Percentage Of',
			name: 'of',
			type: 'options',
			default: 'gross',
			options: [
				{
					name: 'Gross Amount',
					value: 'gross',
					description: 'A commission: 15% of 10,000 leaves 8,500 for media',
				},
				{
					name: 'Media Spend',
					value: 'media',
					description: 'A markup: 15% on media of 10,000 makes 11,500',
				},
			],
			description: 'What the percentage is taken of',
		},
	],
};
