import type { INodeProperties } from 'n8n-workflow';

import type { PushPlatform } from '../../src/index';
import { amountUnits, forPlatforms, namesOf } from './platformProperty';

/** Hides what only the split of a day's amount needs. */
const UNLESS_TARGETS = { hide: { lever: ['biddingTarget'] } };

const hasTargetsOf =
	(level: string) =>
	({ biddingTargets }: PushPlatform): boolean =>
		biddingTargets?.level === level;

/** The objects that have the daily budget on the platform, and how the plan is split between them. */
export const objectProperties: INodeProperties[] = [
	{
		displayName: 'IDs Are Of',
		name: 'level',
		type: 'options',
		default: 'usual',
		displayOptions: { ...forPlatforms(({ profile }) => profile.levels.length > 1), ...UNLESS_TARGETS },
		options: [
			{ name: 'Ad Sets or Ad Groups', value: 'adGroup' },
			{ name: 'Budgets', value: 'budget' },
			{ name: 'Campaigns', value: 'campaign' },
			{ name: 'Platform Default', value: 'usual', description: 'Campaigns' },
		],
		description: 'The objects that have the daily budget on the platform',
	},
	{
		displayName: 'IDs',
		name: 'objectIds',
		type: 'string',
		default: '',
		placeholder: '222, 223',
		description: `IDs of the objects that have the daily budget; on ${namesOf(({ profile }) => profile.levels[0] === 'budget')} of campaign budgets. If Lever is Bidding Target: of campaigns on ${namesOf(hasTargetsOf('campaign'))}, of ad sets on ${namesOf(hasTargetsOf('adGroup'))}. Separated by commas. A shared budget that is listed twice is pushed once.`,
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
		displayName: 'Current Values',
		name: 'currentValues',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.results[0].campaignBudget }}',
		description: `Budgets as read just now, in the order of the IDs: the objects that the platform's API returned, which also say whether a budget is daily, or only daily amounts in its unit: ${amountUnits}. Without them the first push is held back, and manual edits go unnoticed. For Bidding Target always the objects.`,
	},
];
