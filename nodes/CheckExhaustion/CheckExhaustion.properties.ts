import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, storeProperties } from '../shared/commonProperties';
import { exchangeRatesProperty } from '../shared/exchangeRatesProperty';

const forDigests = { show: { messages: ['digest'] } };

export const checkExhaustionProperties: INodeProperties[] = [
	budgetIdProperty,
	{
		displayName: 'Messages',
		name: 'messages',
		type: 'options',
		noDataExpression: true,
		default: 'perBudget',
		options: [
			{
				name: 'Digest',
				value: 'digest',
				description:
					'One item and one message for all budgets of an output, or for those of each account, ranked by value at risk',
			},
			{
				name: 'One per Budget',
				value: 'perBudget',
				description: 'One item and one message for each budget',
			},
		],
		description: 'Whether each budget has a message of its own, or one message tells of many',
	},
	{
		displayName: 'Account',
		name: 'account',
		type: 'string',
		default: '',
		placeholder: '={{ $json.account }}',
		description:
			'The account or client that the budget belongs to. Messages name it, and a digest has one message for each. Empty names none.',
	},
	{
		displayName: 'Rank in Currency',
		name: 'rankCurrency',
		type: 'string',
		default: '',
		placeholder: 'EUR',
		displayOptions: forDigests,
		description:
			'Currency to compare the revenue at risk of budgets in several currencies in. Empty ranks currency by currency.',
	},
	{
		...exchangeRatesProperty,
		displayOptions: forDigests,
		description:
			'What one unit of each other currency is worth in Rank in Currency. If one is missing, budgets are ranked currency by currency.',
	},
	...storeProperties,
];
