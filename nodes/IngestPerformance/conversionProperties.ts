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
			'Actions of Meta Ads that count as conversions, added up, with their value. Leave empty for purchases. An action that is chosen and missing in a row counts as 0; by the hour only if the report has it at all, since Meta reports no actions outside of Meta by the hour.',
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
