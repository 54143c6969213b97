import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, itemProperties } from '../shared/commonProperties';
import { exchangeRatesProperty } from '../shared/exchangeRatesProperty';
import { fileProperty } from '../shared/fileProperty';
import { includeProperty } from '../shared/includeProperty';
import { accountProperties } from './accountProperties';
import { agencyFeeProperty } from './agencyFeeProperty';
import { amountsFromProperty, amountsProperty } from './amountsProperty';
import { campaignsProperty } from './campaignsProperty';
import { eventRowsProperty, eventsProperty } from './eventsProperty';
import { goalProperty } from './goalProperty';
import { limitsProperty } from './limitsProperty';
import { openHoursProperty } from './openHoursProperty';
import { operationProperty } from './operationProperty';
import { periodProperty } from './periodProperty';
import { prepaidProperty } from './prepaidProperty';

const forDefinition = { show: { operation: ['createOrUpdate'] } };

/** A new budget has no item to take its ID from. */
const newBudgetIdProperty: INodeProperties = {
	...budgetIdProperty,
	default: '',
	placeholder: 'e.g. brand-de',
	displayOptions: forDefinition,
	description:
		'An ID of your own, by which the other nodes find the budget. Map it to a column for one budget per row.',
};

const statusPartsProperty = includeProperty(
	[
		{
			name: 'Learned Pattern',
			value: 'pattern',
			description: 'How hours of the day, weekdays, weeks and months differ, in the field pattern',
		},
		{ name: 'Last Plan', value: 'plan', description: 'Which plan was made last, in the field plan' },
		{
			name: 'Trends',
			value: 'trends',
			description: 'The last seven full days against the seven before, in the field trends',
		},
	],
	{ show: { operation: ['status'] } },
);

export const pacingBudgetProperties: INodeProperties[] = [
	operationProperty,
	newBudgetIdProperty,
	{
		...budgetIdProperty,
		displayOptions: { hide: { operation: ['createOrUpdate', 'getAll', 'markTold', 'overview'] } },
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'Brand campaigns Germany',
		displayOptions: forDefinition,
		description: 'Display name of the budget, used in messages',
	},
	...accountProperties,
	amountsProperty,
	amountsFromProperty,
	agencyFeeProperty,
	prepaidProperty,
	goalProperty,
	{
		displayName: 'Objective',
		name: 'objective',
		type: 'options',
		default: 'conversions',
		displayOptions: forDefinition,
		options: [
			{ name: 'Balanced', value: 'balanced', description: 'Conversions and revenue equally' },
			{ name: 'Clicks', value: 'clicks', description: 'As many clicks as the budget can buy' },
			{ name: 'Conversions', value: 'conversions', description: 'As many conversions as the budget can buy' },
			{ name: 'CPA', value: 'cpa', description: 'Conversions at the lowest cost each' },
			{ name: 'Revenue', value: 'revenue', description: 'As much revenue as the budget can generate' },
			{ name: 'ROAS', value: 'roas', description: 'Revenue at the lowest cost' },
		],
		description: 'The result by which hours and campaigns are compared',
	},
	{
		displayName: 'Delivery Control',
		name: 'control',
		type: 'options',
		default: 'daily-budget',
		displayOptions: forDefinition,
		options: [
			{
				name: 'Advice Only',
				value: 'advice',
				description: 'People set the budgets: planned like Daily Budget, and nothing is pushed',
			},
			{
				name: 'Bid Multiplier',
				value: 'bid-multiplier',
				description: 'Bids are changed by the hour, with a manual or API bid: hours get multipliers and caps',
			},
			{
				name: 'Daily Budget',
				value: 'daily-budget',
				description: 'The daily budgets of campaigns are set, which every platform allows: days are what is decided',
			},
			{
				name: 'Hourly Cap',
				value: 'hourly-cap',
				description: 'Campaigns are paused when an hour has spent its amount, at unchanged bids',
			},
		],
		description: 'How delivery is controlled. Plans are made for this lever.',
	},
	limitsProperty,
	campaignsProperty,
	eventsProperty,
	eventRowsProperty,
	openHoursProperty,
	{
		...exchangeRatesProperty,
		displayOptions: forDefinition,
		description:
			"Currencies of ad accounts other than the budget's, and what one unit of each is worth in it. Rows in a currency that is not listed are rejected.",
	},
	periodProperty,
	{
		displayName: 'Amounts to Try',
		name: 'scenarioAmounts',
		type: 'string',
		default: '',
		placeholder: '800, 1000, 1200',
		displayOptions: { show: { operation: ['simulate'] } },
		description:
			"Daily amounts, in the currency of the budget, separated by commas. Leave empty for half to twice today's amount.",
	},
	{
		displayName: 'Minimum Marginal Return',
		name: 'minimumMarginalReturn',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0, numberPrecision: 6 },
		displayOptions: { show: { operation: ['simulate'] } },
		description:
			'Adds the daily amount beyond which one more unit of spend generates fewer results of the objective than this: 0.04 is one conversion per 25. 0 adds none.',
	},
	{
		displayName: 'Told Alerts',
		name: 'told',
		type: 'string',
		default: "={{ $('Check Exhaustion').item.json.told }}",
		displayOptions: { show: { operation: ['markTold'] } },
		description:
			'The field told of the item of Check Exhaustion, Pacing Trigger, Prepare Push or Confirm Push whose message was sent',
	},
	{
		displayName: 'Budgets',
		name: 'budgetIds',
		type: 'string',
		default: '',
		placeholder: 'acme-uk, acme-de',
		displayOptions: { show: { operation: ['overview'] } },
		description:
			'IDs of the budgets on the page, separated by commas or as a list from an expression, such as those of one account manager. Leave empty for all.',
	},
	{
		displayName: 'Report Link',
		name: 'reportLink',
		type: 'string',
		default: '',
		placeholder: '?budget=',
		displayOptions: { show: { operation: ['overview'] } },
		description:
			'Address at which the report on a budget is served, to which its ID is added. Leave empty for a file, which has no links.',
	},
	statusPartsProperty,
	{ ...fileProperty, displayOptions: { show: { operation: ['overview', 'report'] } } },
	...itemProperties(),
];
