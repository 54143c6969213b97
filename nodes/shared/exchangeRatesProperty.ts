import type { INodeProperties } from 'n8n-workflow';

/** What one unit of other currencies is worth in one's own. Who shows it says in whose, and when. */
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
					description: 'Currency to convert from, three letters of ISO 4217',
				},
				{
					displayName: 'Rate',
					name: 'rate',
					type: 'string',
					default: '',
					placeholder: '0.92',
					description: 'What one unit of it is worth, with a point for decimals. Empty is no rate.',
				},
			],
		},
	],
};
