import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { ofDefinition } from './ofDefinition';

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });

const currencies: INodePropertyOptions[] = Intl.supportedValuesOf('currency').map((code) => ({
	name: `${code} (${currencyNames.of(code)})`,
	value: code,
}));

/** Names that people look for and that Intl, depending on its version, lists under an older or newer one only. */
const ALSO_KNOWN = [
	...['Africa/Asmara', 'America/Argentina/Buenos_Aires', 'America/Indiana/Indianapolis', 'America/Nuuk'],
	...['Asia/Calcutta', 'Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Asia/Katmandu', 'Asia/Kolkata', 'Asia/Rangoon'],
	...['Asia/Saigon', 'Asia/Yangon', 'Atlantic/Faroe', 'Europe/Kiev', 'Europe/Kyiv', 'UTC'],
];

const timeZones: INodePropertyOptions[] = [...new Set([...Intl.supportedValuesOf('timeZone'), ...ALSO_KNOWN])]
	.sort()
	.map((zone) => ({ name: zone, value: zone }));

/** Currency and time zone of the ad account: lists to search in, where an expression may give any other valid one. */
export const accountProperties: INodeProperties[] = [
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'options',
		required: true,
		default: '',
		options: currencies,
		displayOptions: ofDefinition,
		description:
			'Currency of the budget: that of the ad account, or see Exchange Rates. An expression gives three letters of ISO 4217. It cannot change once spend is ingested.',
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'options',
		required: true,
		default: '',
		options: timeZones,
		displayOptions: ofDefinition,
		description:
			'Time zone of the ad account, which defines the days to pace. An expression gives region and city, such as Europe/Berlin. It cannot change once spend is ingested.',
	},
];
