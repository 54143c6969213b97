import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, itemProperties } from '../shared/commonProperties';
import { exchangeRatesProperty } from '../shared/exchangeRatesProperty';
import { fileProperty } from '../shared/fileProperty';
import { includeProperty } from '../shared/includeProperty';
import { accountProperties } from './accountProperties';
import { agencyFeeProperty } from './agencyFeeProperty';
import { alertOperationProperty } from './alertOperationProperty';
import { amountsFromProperty } from './amountsFromProperty';
import { amountsProperty } from './amountsProperty';
import { budgetOperationProperty } from './budgetOperationProperty';
import { campaignsProperty } from './campaignsProperty';
import { eventRowsProperty, eventsProperty } from './eventsProperty';
import { goalProperty } from './goalProperty';
import { limitsProperty } from './limitsProperty';
import { ofDefinition } from './ofDefinition';
import { openHoursProperty } from './openHoursProperty';
import { overviewProperties } from './overviewProperties';
import { periodProperty } from './periodProperty';
import { prepaidProperty } from './prepaidProperty';
import { reportOperationProperty } from './reportOperationProperty';
import { resourceProperty } from './resourceProperty';
import { scenarioProperties } from './scenarioProperties';

/** A new budget has no item to take its ID from. */
const newBudgetIdProperty: INodeProperties = {
	...budgetIdProperty,
	default: { mode: 'id', value: '' },
	displayOptions: ofDefinition,
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
			name: 'Ratios by Hour and Weekday',
			value: 'ratios',
			description: 'CTR, CPM, CVR, CPA and ROAS by hour of the day and by weekday, in the field ratios',
		},
		{
			name: 'Trends',
			value: 'trends',
			description: 'The last seven full days against the seven before, in the field trends',
		},
	],
	{ show: { resource: ['budget'], operation: ['status'] } },
);

export const pacingBudgetProperties: INodeProperties[] = [
	resourceProperty,
	alertOperationProperty,
	budgetOperationProperty,
	reportOperationProperty,
	newBudgetIdProperty,
	{
		...budgetIdProperty,
		displayOptions: {
			show: { resource: ['budget', 'report'], operation: ['create', 'delete', 'get', 'simulate', 'status'] },
		},
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'Brand campaigns Germany',
		displayOptions: ofDefinition,
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
		displayOptions: ofDefinition,
		options: [
			{ name: 'Balanced', value: 'balanced', description: 'Conversions and revenue equally' },
			{ name: 'Clicks', value: 'clicks', description: 'As many clicks as the budget can buy' },
			{ name: 'Conversions', value: 'conversions', description: 'As many conversions as the budget can buy' },
			{ name: 'CPA', value: 'cpa', description: 'Conversions at the lowest cost each' },
			{
				name: 'Reach',
				value: 'reach',
				description: 'As many impressions as the budget can buy, at the lowest CPM; not how many people see them',
			},
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
		displayOptions: ofDefinition,
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
		displayOptions: ofDefinition,
		description:
			"Currencies of ad accounts other than the budget's, and what one unit of each is worth in it. Rows in a currency that is not listed are rejected.",
	},
	periodProperty,
	...scenarioProperties,
	{
		displayName: 'Told Alerts',
		name: 'told',
		type: 'string',
		default: "={{ $('Check Exhaustion').item.json.told }}",
		displayOptions: { show: { resource: ['alert'], operation: ['markTold'] } },
		description:
			'The field told of the item of Check Exhaustion, Pacing Trigger, Prepare Push or Confirm Push whose message was sent',
	},
	...overviewProperties,
	statusPartsProperty,
	{ ...fileProperty, displayOptions: { show: { resource: ['report'] } } },
	...itemProperties(),
];
