import type { INodeProperties } from 'n8n-workflow';

import { adScheduleProperties } from './adScheduleProperties';
import { namesOf, onPlatforms } from './platformProperty';

/** Hides what only the split of a day's amount needs. */
const UNLESS_TARGETS = { hide: { lever: ['biddingTarget'] } };

/** Fields of the collection. */
const fields: INodeProperties[] = [
	{
		displayName: 'Account Currency',
		name: 'accountCurrency',
		type: 'string',
		default: '',
		placeholder: 'USD',
		description:
			"Currency of the ad account, if it differs from the budget's. Amounts are converted with the Exchange Rates of the budget and rounded down. Leave empty for the currency of the budget.",
	},
	...adScheduleProperties,
	{
		displayName: 'IDs Are Of',
		name: 'level',
		type: 'options',
		default: 'usual',
		displayOptions: { ...onPlatforms(({ profile }) => profile.levels.length > 1), ...UNLESS_TARGETS },
		options: [
			{ name: 'Ad Sets or Ad Groups', value: 'adGroup' },
			{ name: 'Budgets', value: 'budget' },
			{ name: 'Campaigns', value: 'campaign' },
			{ name: 'Platform Default', value: 'usual', description: 'Campaigns' },
		],
		description: 'The objects that have the daily budget on the platform',
	},
	{
		displayName: 'Learning Phase',
		name: 'learning',
		type: 'options',
		default: 'unknown',
		displayOptions: onPlatforms(({ profile }) => profile.learningPhase.value),
		options: [
			{ name: 'Learning', value: 'learning', description: 'Nothing is pushed, because an edit would restart it' },
			{ name: 'Stable', value: 'stable', description: 'The learning phase is over' },
			{ name: 'Unknown', value: 'unknown', description: 'Changes are pushed with a warning' },
		],
		description: 'Whether the campaigns are still in the learning phase of the platform',
	},
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
		displayName: 'Plan ID',
		name: 'planId',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.planId }}',
		description:
			'The approved plan. It is refused once another plan has replaced it or its day is over. Leave empty for the latest plan.',
	},
	{
		displayName: 'Shares',
		name: 'shares',
		type: 'string',
		default: '',
		placeholder: '2, 1',
		displayOptions: UNLESS_TARGETS,
		description:
			"How the day's amount is split between the IDs, in the same order: 2, 1 gives the first two thirds. Not needed for one ID.",
	},
	{
		displayName: "Today's Amount",
		name: 'dayAmount',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.campaigns[0].amount }}',
		displayOptions: UNLESS_TARGETS,
		description:
			"The part of the day's amount for these IDs together, in the currency of the budget, if other accounts get the rest. Leave empty for all of it.",
	},
	{
		displayName: "Tomorrow's Amount",
		name: 'nextDayAmount',
		type: 'string',
		default: '',
		placeholder: '1200.00',
		displayOptions: {
			show: { ...onPlatforms(({ profile }) => profile.nextDay.includes('adGroup')).show, level: ['adGroup'] },
		},
		description:
			"Amount of the ad groups from midnight on, in the currency of the budget. The platform applies it then, so today's limit is not raised. Leave empty to set nothing for tomorrow.",
	},
];

/** What most pushes do without: other levers and accounts, parts of a plan, and the plan that was approved. */
export const additionalFieldsProperty: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: fields,
};
