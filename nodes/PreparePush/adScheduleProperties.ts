import type { INodeProperties } from 'n8n-workflow';

import { onPlatforms } from './platformProperty';

const adSchedulePlatforms = onPlatforms(({ adSchedule }) => adSchedule !== undefined);

/** What bid modifiers by hour need. */
export const adScheduleProperties: INodeProperties[] = [
	{
		displayName: 'Bidding',
		name: 'bidding',
		type: 'options',
		default: 'unknown',
		displayOptions: adSchedulePlatforms,
		options: [
			{ name: 'Manual', value: 'manual', description: 'Manual CPC and similar: bid modifiers of the ad schedule work' },
			{
				name: 'Smart Bidding',
				value: 'smart',
				description: 'Bid modifiers of the ad schedule are ignored, so none are pushed',
			},
			{ name: 'Unknown', value: 'unknown', description: 'No bid modifiers are pushed' },
		],
		description: 'Bidding strategy of the campaigns',
	},
	{
		displayName: 'Campaign IDs',
		name: 'campaignIds',
		type: 'string',
		default: '',
		displayOptions: adSchedulePlatforms,
		description: 'Campaigns whose ad schedule follows the plan. Leave empty to leave ad schedules unchanged.',
	},
	{
		displayName: 'Current Ad Schedule',
		name: 'adSchedule',
		type: 'json',
		default: '',
		displayOptions: adSchedulePlatforms,
		description:
			'Rows of a campaign_criterion report with ad_schedule and bid_modifier, as read just now. An empty list means that the campaign has none; empty means that it was not read, and nothing is changed.',
	},
];
