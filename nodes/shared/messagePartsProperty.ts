import type { INodeProperties } from 'n8n-workflow';

import { includeProperty } from './includeProperty';

/** Which messages the item of a forecast has besides its sentence. */
export const messagePartsProperty: INodeProperties = {
	...includeProperty([
		{ name: 'Email', value: 'mail', description: 'The message as an email, in the field mail' },
		{
			name: 'Longer Periods',
			value: 'horizons',
			description: 'How the month and other longer periods stand, in the field horizons',
		},
		{
			name: 'PagerDuty Events',
			value: 'pagerduty',
			description: 'The message for PagerDuty, in the fields pagerduty and pagerdutyEvents',
		},
		{
			name: 'Slack Blocks',
			value: 'slack',
			description: "The message in Slack's Block Kit, in the field slack. As a sentence it is always in text.",
		},
	]),
	default: ['slack'],
};
