import type { INodeProperties } from 'n8n-workflow';

import { forPlatforms } from './platformProperty';

const adSchedulePlatforms = forPlatforms(({ adSchedule }) => adSchedule !== undefined);

/** What bid modifiers by hour need. */
export const adScheduleProperties: INodeProperties[] = [
	{
		displayName: 'Campaign IDs',
		name: 'campaignIds',
		type: 'string',
		default: '',
		displayOptions: adSchedulePlatforms,
		description: 'Campaigns whose ad schedule follows the plan. Empty leaves ad schedules alone.',
	},
	{
		displayName: 'Bidding',
		name: 'bidding',
		type: 'options',
		default: 'unknown',
		displayOptions: adSchedulePlatforms,
		options: [
			{ name: 'Manual', value: 'manual', description: 'Manual CPC and the like: modifiers of the ad schedule work' },
			{
				name: 'Smart Bidding',
				value: 'smart',
				description: 'Modifiers of the ad schedule are ignored, so none are pushed',
			},
			{ name: 'Unknown', value: 'unknown', description: 'No modifiers are pushed' },
		],
		description: 'How the campaigns bid',
	},
	{
		displayName: 'Current Ad Schedule',
		name: 'adSchedule',
		type: 'json',
		default: '',
		displayOptions: adSchedulePlatforms,
		description:
			'Rows of a report on campaign_criterion with ad_schedule and bid_modifier, as read just now. An empty list is a campaign that has none; empty is not read, and nothing is changed then.',
	},
];
