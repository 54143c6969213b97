import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, storeProperties } from '../shared/commonProperties';
import { adScheduleProperties } from './adScheduleProperties';
import { guardsProperty } from './guardsProperty';
import { amountUnits, forPlatforms, namesOf, platformProperty } from './platformProperty';

export const preparePushProperties: INodeProperties[] = [
	budgetIdProperty,
	platformProperty,
	{
		displayName: 'Lever',
		name: 'lever',
		type: 'options',
		default: 'automatic',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'The total of the day, and hours where the platform has a lever that is safe; the item explains it',
			},
			{ name: 'Day Total', value: 'dayTotal', description: 'The daily budget only' },
			{
				name: 'Hourly',
				value: 'hourly',
				description: `Ad schedule on ${namesOf(({ adSchedule }) => adSchedule !== undefined)}, budget schedule on ${namesOf(({ budgetSchedule }) => budgetSchedule !== undefined)}, amounts per hour with ${namesOf(({ hours }) => hours === true)}`,
			},
		],
		description: 'What is set on the platform to follow the plan',
	},
	{
		displayName: 'Account ID',
		name: 'accountId',
		type: 'string',
		default: '',
		placeholder: '123-456-7890',
		displayOptions: forPlatforms(({ names }) => names.includes('accountId')),
		description: 'Customer, ad account or advertiser that the IDs belong to',
	},
	{
		displayName: 'Account Currency',
		name: 'accountCurrency',
		type: 'string',
		default: '',
		placeholder: 'USD',
		description:
			'Currency of the ad account, if it is not that of the budget. Amounts are converted with the Exchange Rates of the budget and rounded down. Empty is the currency of the budget.',
	},
	{
		displayName: 'Manager Account ID',
		name: 'managerAccountId',
		type: 'string',
		default: '',
		displayOptions: forPlatforms(({ names }) => names.includes('managerAccountId')),
		description: 'Manager account through which the customer is reached, if it is',
	},
	{
		displayName: 'IDs Are Of',
		name: 'level',
		type: 'options',
		default: 'usual',
		displayOptions: forPlatforms(({ profile }) => profile.levels.length > 1),
		options: [
			{ name: 'Ad Sets or Ad Groups', value: 'adGroup' },
			{ name: 'Budgets', value: 'budget' },
			{ name: 'Campaigns', value: 'campaign' },
			{ name: "The Platform's Usual", value: 'usual', description: 'Campaigns' },
		],
		description: 'What has the daily budget on the platform',
	},
	{
		displayName: 'IDs',
		name: 'objectIds',
		type: 'string',
		default: '',
		placeholder: '222, 223',
		description: `IDs of what has the daily budget; on ${namesOf(({ profile }) => profile.levels[0] === 'budget')} of campaign budgets. Several with commas between them. A shared budget that is listed twice is pushed once.`,
	},
	{
		displayName: 'Shares',
		name: 'shares',
		type: 'string',
		default: '',
		placeholder: '2, 1',
		description:
			"How the day's amount is split over the IDs, in their order: 2, 1 gives the first two thirds. Not needed for one.",
	},
	{
		displayName: "Today's Amount",
		name: 'dayAmount',
		type: 'string',
		default: '',
		placeholder: '={{ $json.campaigns[0].amount }}',
		description:
			"What the IDs get of the day's amount together, in the currency of the budget, where other accounts get the rest. Empty gives them all of it.",
	},
	{
		displayName: 'Current Values',
		name: 'currentValues',
		type: 'string',
		default: '',
		placeholder: '={{ $json.campaignBudget.amountMicros }}',
		description: `Daily budgets as read just now, in the order of the IDs and the unit of the platform's API: ${amountUnits}. Without them a first push is held back, and edits by people are not noticed.`,
	},
	...adScheduleProperties,
	{
		displayName: 'Learning Phase',
		name: 'learning',
		type: 'options',
		default: 'unknown',
		displayOptions: forPlatforms(({ profile }) => profile.learningPhase.value),
		options: [
			{ name: 'Learning', value: 'learning', description: 'Nothing is pushed: an edit would set it back' },
			{ name: 'Stable', value: 'stable', description: 'The platform has learned enough' },
			{ name: 'Unknown', value: 'unknown', description: 'It is pushed, with a warning' },
		],
		description: 'Whether the platform is still learning how to deliver',
	},
	{
		displayName: "Tomorrow's Amount",
		name: 'nextDayAmount',
		type: 'string',
		default: '',
		placeholder: '1200.00',
		displayOptions: {
			show: { ...forPlatforms(({ profile }) => profile.nextDay.includes('adGroup')).show, level: ['adGroup'] },
		},
		description:
			'What the ad groups get from midnight on, in the currency of the budget. The platform waits until then, so that the limit of today is not raised. Empty sets nothing for tomorrow.',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'https://example.com/budgets',
		displayOptions: forPlatforms(({ names }) => names.includes('url')),
		description: 'Where the amounts are sent',
	},
	{
		displayName: 'Plan ID',
		name: 'planId',
		type: 'string',
		default: '',
		placeholder: '={{ $json.planId }}',
		description:
			'The plan that was approved. It is refused once another has taken its place or its day is over. Empty is the last plan.',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: true,
		description: `Whether nothing is changed. On ${namesOf(({ profile }) => profile.dryRun.value)} the request is checked without being carried out; for other platforms it leaves through Held Back, to look at.`,
	},
	guardsProperty,
	...storeProperties,
];
