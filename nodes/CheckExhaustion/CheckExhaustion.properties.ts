import type { INodeProperties } from 'n8n-workflow';

import { alertsProperty } from '../shared/alertsProperty';
import { budgetIdProperty, itemProperties } from '../shared/commonProperties';
import { exchangeRatesProperty } from '../shared/exchangeRatesProperty';
import { messagePartsProperty } from '../shared/messagePartsProperty';

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
				description: 'One item and one message a run for all budgets, or one per account, the most urgent first',
			},
			{
				name: 'One per Budget',
				value: 'perBudget',
				description: 'One item and one message for each budget',
			},
		],
		description: 'Whether each budget gets its own message, or one message covers many',
	},
	{
		displayName: 'Account',
		name: 'account',
		type: 'string',
		default: '',
		placeholder: "e.g. {{ $('Read Clients').item.json.account }}",
		description:
			'The account or client that the budget belongs to. Messages name it, and a digest has one message per account. Leave empty to name none.',
	},
	{
		displayName: 'Rank in Currency',
		name: 'rankCurrency',
		type: 'string',
		default: '',
		placeholder: 'EUR',
		displayOptions: forDigests,
		description:
			'Currency in which budgets of several currencies are compared by revenue at risk. Leave empty to rank each currency separately.',
	},
	{
		...exchangeRatesProperty,
		displayOptions: forDigests,
		description:
			'What one unit of each other currency is worth in Rank in Currency. If one is missing, each currency is ranked separately.',
	},
	alertsProperty,
	messagePartsProperty,
	...itemProperties(),
];
