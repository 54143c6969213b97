import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, itemProperties, tellUntilMarked } from '../shared/commonProperties';
import { adScheduleProperties } from './adScheduleProperties';
import { guardsProperty } from './guardsProperty';
import { objectProperties } from './objectProperties';
import { forPlatforms, namesOf, platformProperty } from './platformProperty';

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
					'The day total, and hourly amounts where the platform has a safe lever for them; the item explains the choice',
			},
			{
				name: 'Bidding Target',
				value: 'biddingTarget',
				description: `A bounded change of the target CPA or ROAS, cost cap or bid cap on ${namesOf(({ biddingTargets }) => biddingTargets !== undefined)}, where daily budgets cannot spend the amount or hold it; never chosen automatically`,
			},
			{ name: 'Day Total', value: 'dayTotal', description: 'The daily budget only' },
			{
				name: 'Hourly',
				value: 'hourly',
				description: `Ad schedule on ${namesOf(({ adSchedule }) => adSchedule !== undefined)}, amounts per hour with ${namesOf(({ hours }) => hours === true)}`,
			},
		],
		description: 'What is set on the platform so that it follows the plan',
	},
	{
		displayName: 'Account ID',
		name: 'accountId',
		type: 'string',
		default: '',
		placeholder: '123-456-7890',
		displayOptions: forPlatforms(({ names }) => names.includes('accountId')),
		description: 'Customer, ad account, advertiser or profile that the IDs belong to',
	},
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		default: 'northAmerica',
		displayOptions: forPlatforms(({ names }) => names.includes('region')),
		options: [
			{ name: 'Europe', value: 'europe', description: 'Europe, the Middle East, India and Africa' },
			{ name: 'Far East', value: 'farEast', description: 'Australia, Japan and Singapore' },
			{ name: 'North America', value: 'northAmerica', description: 'Brazil, Canada, Mexico and the United States' },
		],
		description: 'Region of the profile. Each has a host of its own, and refuses the profiles of the others.',
	},
	{
		displayName: 'Account Currency',
		name: 'accountCurrency',
		type: 'string',
		default: '',
		placeholder: 'USD',
		description:
			"Currency of the ad account, if it differs from the budget's. Amounts are converted with the Exchange Rates of the budget and rounded down. Leave empty for the currency of the budget.",
	},
	{
		displayName: 'Manager Account ID',
		name: 'managerAccountId',
		type: 'string',
		default: '',
		displayOptions: forPlatforms(({ names }) => names.includes('managerAccountId')),
		description:
			'Manager account through which the account is accessed. On Google Ads, only if there is one; on Microsoft Advertising always, as its customer ID.',
	},
	...objectProperties,
	...adScheduleProperties,
	{
		displayName: 'Learning Phase',
		name: 'learning',
		type: 'options',
		default: 'unknown',
		displayOptions: forPlatforms(({ profile }) => profile.learningPhase.value),
		options: [
			{ name: 'Learning', value: 'learning', description: 'Nothing is pushed, because an edit would restart it' },
			{ name: 'Stable', value: 'stable', description: 'The learning phase is over' },
			{ name: 'Unknown', value: 'unknown', description: 'Changes are pushed with a warning' },
		],
		description: 'Whether the campaigns are still in the learning phase of the platform',
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
			"Amount of the ad groups from midnight on, in the currency of the budget. The platform applies it then, so today's limit is not raised. Leave empty to set nothing for tomorrow.",
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
		placeholder: 'e.g. {{ $json.planId }}',
		description:
			'The approved plan. It is refused once another plan has replaced it or its day is over. Leave empty for the latest plan.',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: true,
		description: `Whether to change nothing. On ${namesOf(({ profile }) => profile.dryRun.value)} the request is validated without being carried out; for other platforms it leaves through Held Back, for inspection.`,
	},
	guardsProperty,
	...itemProperties(tellUntilMarked('what needs a person, and the end of it,'), {
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: '',
		placeholder: 'http://127.0.0.1:8080',
		description:
			"Origin that replaces the platform's in every request, for a proxy or a sandbox. Leave empty for the platform itself.",
	}),
];
