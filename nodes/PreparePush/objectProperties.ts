import type { INodeProperties } from 'n8n-workflow';

import type { PushPlatform } from '../../src/index';
import { amountUnits, namesOf } from './platformProperty';

const hasTargetsOf =
	(level: string) =>
	({ biddingTargets }: PushPlatform): boolean =>
		biddingTargets?.level === level;

/** The objects that have the daily budget on the platform. */
export const objectProperties: INodeProperties[] = [
	{
		displayName: 'IDs',
		name: 'objectIds',
		type: 'string',
		default: '',
		placeholder: '222, 223',
		description: `IDs of the objects that have the daily budget; on ${namesOf(({ profile }) => profile.levels[0] === 'budget')} of campaign budgets. If Lever is Bidding Target: of campaigns on ${namesOf(hasTargetsOf('campaign'))}, of ad sets on ${namesOf(hasTargetsOf('adGroup'))}. Separated by commas. A shared budget that is listed twice is pushed once.`,
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
