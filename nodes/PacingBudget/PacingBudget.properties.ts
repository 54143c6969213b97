import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, storeProperties } from '../shared/commonProperties';
import { exchangeRatesProperty } from '../shared/exchangeRatesProperty';
import { fileProperty } from '../shared/fileProperty';
import { amountsProperty } from './amountsProperty';
import { campaignsProperty } from './campaignsProperty';
import { eventRowsProperty, eventsProperty } from './eventsProperty';
import { limitsProperty } from './limitsProperty';

const forDefinition = { show: { operation: ['createOrUpdate'] } };

export const pacingBudgetProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'createOrUpdate',
		options: [
			{
				name: 'Create or Update',
				value: 'createOrUpdate',
				action: 'Create or update a budget',
				description: 'Create a new budget, or change one and keep what was delivered',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete a budget',
				description: 'Delete a budget and all that was learned of it',
			},
			{ name: 'Get', value: 'get', action: 'Get a budget', description: 'Get the definition of a budget' },
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many budgets',
				description: 'Get the definitions of many budgets',
			},
			{
				name: 'Get Status',
				value: 'status',
				action: 'Get the status of a budget',
				description: 'Get spend, pace, projections, results, trends and learned patterns of a budget',
			},
			{
				name: 'Report',
				value: 'report',
				action: 'Report on a budget',
				description: 'Make a page with pictures of how a budget stands, as a file for Slack or mail',
			},
			{
				name: 'What If',
				value: 'whatIf',
				action: 'Ask what other amounts would bring',
				description: 'Get what a day would bring with other amounts, and what the next money would bring there',
			},
		],
	},
	{ ...budgetIdProperty, displayOptions: { hide: { operation: ['getAll'] } } },
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'Brand campaigns Germany',
		displayOptions: forDefinition,
		description: 'What people call the budget, for messages',
	},
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: '',
		placeholder: 'EUR',
		displayOptions: forDefinition,
		description:
			'Currency of the budget, three letters of ISO 4217: that of the ad account, or see Exchange Rates. It cannot change once spend is ingested.',
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'Europe/Berlin',
		displayOptions: forDefinition,
		description:
			'Time zone of the ad account: its days are the ones that are paced. It cannot change once spend is ingested.',
	},
	amountsProperty,
	{
		displayName: 'Objective',
		name: 'objective',
		type: 'options',
		default: 'conversions',
		displayOptions: forDefinition,
		options: [
			{ name: 'Balanced', value: 'balanced', description: 'Conversions and revenue alike' },
			{ name: 'Clicks', value: 'clicks', description: 'As many clicks as the money buys' },
			{ name: 'Conversions', value: 'conversions', description: 'As many conversions as the money buys' },
			{ name: 'CPA', value: 'cpa', description: 'Conversions at the least money each' },
			{ name: 'Revenue', value: 'revenue', description: 'As much revenue as the money brings' },
			{ name: 'ROAS', value: 'roas', description: 'Revenue for the least money' },
		],
		description: 'What hours are compared by',
	},
	limitsProperty,
	campaignsProperty,
	eventsProperty,
	eventRowsProperty,
	{
		...exchangeRatesProperty,
		displayOptions: forDefinition,
		description:
			'Currencies of ad accounts other than that of the budget, and what one unit of each is worth in it. Rows in a currency that is not listed are rejected.',
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		displayOptions: forDefinition,
		options: [
			{
				displayName: 'Restatement Days',
				name: 'restatementDays',
				type: 'number',
				default: 30,
				typeOptions: { minValue: 1, maxValue: 90 },
				description:
					'Days for which an hour may still be corrected. More accepts later conversions and keeps more data.',
			},
			{
				displayName: 'Utilization Target',
				name: 'utilizationTarget',
				type: 'number',
				default: 1,
				typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 3 },
				description: 'Fraction of every amount that is meant to be spent. Less leaves a safety margin.',
			},
			{
				displayName: 'Week Start',
				name: 'weekStart',
				type: 'options',
				default: 'monday',
				options: [
					{ name: 'Monday', value: 'monday' },
					{ name: 'Sunday', value: 'sunday' },
				],
				description: 'First day of a week, for the weekly amount',
			},
		],
	},
	{
		displayName: 'Amounts to Try',
		name: 'whatIfAmounts',
		type: 'string',
		default: '',
		placeholder: '800, 1000, 1200',
		displayOptions: { show: { operation: ['whatIf'] } },
		description:
			'Amounts of a day, in the currency of the budget, with commas between them. Empty is half to twice the amount of today.',
	},
	{
		displayName: 'Least Return of the Next Money',
		name: 'leastReturn',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0, numberPrecision: 6 },
		displayOptions: { show: { operation: ['whatIf'] } },
		description:
			'Adds the amount of a day beyond which one more unit of money brings fewer results of the objective than this: 0.04 is one conversion for 25. 0 adds none.',
	},
	{ ...fileProperty, displayOptions: { show: { operation: ['report'] } } },
	...storeProperties,
];
