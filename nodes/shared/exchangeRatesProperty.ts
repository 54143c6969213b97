import type { INodeProperties } from 'n8n-workflow';

/** What one unit of other currencies is worth. The node that shows it says in which currency. */
export const exchangeRatesProperty: INodeProperties = {
	displayName: 'Exchange Rates',
	name: 'exchangeRates',
	type: 'fixedCollection',
	placeholder: 'Add Exchange Rate',
	typeOptions: { multipleValues: true },
	default: {},
	options: [
		{
			displayName: 'Exchange Rate',
			name: 'exchangeRate',
			values: [
				{
					displayName: 'Currency',
					name: 'currency',
					type: 'string',
					default: '',
					placeholder: 'USD',
					description: 'Currency to convert from, as a three-letter ISO 4217 code',
				},
				{
					displayName: 'Rate',
					name: 'rate',
					type: 'string',
					default: '',
					placeholder: '0.92',
					description: 'What one unit of it is worth, with a decimal point. Leave empty if there is no rate.',
				},
			],
		},
	],
};
