import type { INodeProperties } from 'n8n-workflow';

/** Meta reports many kinds of actions, and which of them are conversions is the user's choice. */
const displayOptions = { show: { format: ['auto', 'meta_ads'] } };

export const conversionProperties: INodeProperties[] = [
	{
		displayName: 'Conversion Action',
		name: 'conversionActions',
		type: 'multiOptions',
		default: [],
		displayOptions,
		options: [
			{ name: 'App Installs', value: 'app_installs' },
			{ name: 'Leads', value: 'leads' },
			{ name: 'Purchases', value: 'purchases' },
		],
		description:
			'Actions of Meta Ads that count as conversions, added up, with their value. Leave empty for purchases. A chosen action that a row leaves out counts as 0; in hourly reports, only if other rows have it, because Meta does not report off-Meta actions by hour.',
	},
	{
		displayName: 'Other Action Types',
		name: 'otherActionTypes',
		type: 'string',
		default: '',
		placeholder: 'e.g. complete_registration, offsite_conversion.custom.123',
		displayOptions,
		description:
			'Further actions of Meta Ads to add up, by the names that its reports give them (action_type), separated by commas',
	},
];
