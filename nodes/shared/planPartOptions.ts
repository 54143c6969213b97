import type { INodePropertyOptions } from 'n8n-workflow';

import type { PlanPart } from './planItem';

/** Parts of a plan to choose from. */
export const planPartOptions: Readonly<Record<PlanPart, INodePropertyOptions>> = {
	days: {
		name: 'Days Ahead',
		value: 'days',
		description: 'The days to come in the month or other longer period, each with its amount and the reason for it',
	},
	hours: {
		name: 'Hours',
		value: 'hours',
		description: 'The hours of the day, each with its amount, cap, multiplier and expected results',
	},
};
