import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, storeProperties } from '../shared/commonProperties';

const column = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

export const ingestPerformanceProperties: INodeProperties[] = [
	budgetIdProperty,
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		default: 'auto',
		options: [
			{
				name: 'Amazon Ads',
				value: 'amazon_ads',
				description: 'Traffic records of Amazon Marketing Stream, as its queue delivers them',
			},
			{ name: 'Auto-Detect', value: 'auto', description: 'Tell the platform by the shape of the rows' },
			{
				name: 'Google Ads',
				value: 'google_ads',
				description: 'Rows of googleAds:searchStream or googleAds:search by hour',
			},
			{
				name: 'Google Analytics',
				value: 'google_analytics',
				description: 'GA4 rows by dateHour: conversions and revenue for hours whose spend is known',
			},
			{
				name: 'LinkedIn Ads',
				value: 'linkedin_ads',
				description: 'Daily ad analytics: running totals, read again every hour',
			},
			{ name: 'Mapped Columns', value: 'mapped', description: 'Any table: name its columns below' },
			{
				name: 'Meta Ads',
				value: 'meta_ads',
				description: 'Insights broken down by hour of the advertiser, or by day',
			},
			{
				name: 'Microsoft Ads',
				value: 'microsoft_ads',
				description: 'Rows of a report with hourly aggregation; state its time zone below',
			},
			{ name: 'TikTok Ads', value: 'tiktok_ads', description: 'Integrated report with stat_time_hour' },
		],
		description: 'What the rows are',
	},
	{
		displayName: 'Report Currency',
		name: 'reportCurrency',
		type: 'string',
		default: '',
		placeholder: 'e.g. USD',
		description:
			"Currency of the account where its rows do not name it: LinkedIn's never do, others only if they are asked for it. Empty takes the budget's; another one needs an exchange rate in the budget.",
	},
	{
		displayName: 'Report Time Zone',
		name: 'reportTimeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. UTC',
		displayOptions: { show: { format: ['auto', 'microsoft_ads'] } },
		description:
			"Time zone of the hours of a Microsoft Ads report, which does not say it: UTC by Microsoft's documentation. Other platforms report in the zone of the account.",
	},
	{
		displayName: 'Reporting Lag (Minutes)',
		name: 'reportingLag',
		type: 'string',
		default: '',
		placeholder: 'e.g. 60',
		description:
			'How long after an hour its figures may still grow: until then it is no evidence of a slow hour. Empty is what the platform says of itself: 180 for Google Ads, 120 for Microsoft Ads, 0 for the others.',
	},
	{
		displayName: 'Columns',
		name: 'fields',
		type: 'collection',
		placeholder: 'Add Column',
		default: {},
		displayOptions: { show: { format: ['mapped'] } },
		description: 'Names of the columns. A column that is not mapped counts as not reported, never as 0.',
		options: [
			column('Campaign', 'campaignId', 'Column with the ID or name of the campaign'),
			column('Clicks', 'clicks', 'Column with clicks'),
			column('Conversions', 'conversions', 'Column with conversions'),
			column('Currency', 'currency', 'Column with the currency, checked against that of the budget'),
			column('Date', 'date', 'Column with the local date, such as 2026-11-23 or 2026-11-23 09:00'),
			column('End', 'end', 'Column with the end of the row, for tables with Start'),
			column('Hour', 'hour', 'Column with the local hour, such as 9 or 09:00'),
			column('Impressions', 'impressions', 'Column with impressions'),
			column('Multiplier', 'multiplier', 'Column with the bid or dayparting modifier in effect; 1 is neutral'),
			column('Revenue', 'revenue', 'Column with revenue, in the unit of spend'),
			column('Spend', 'spend', 'Column with spend'),
			{
				displayName: 'Spend Unit',
				name: 'spendUnit',
				type: 'options',
				default: 'major',
				options: [
					{ name: 'Major Units', value: 'major', description: 'As written by people: 12.34' },
					{ name: 'Micros', value: 'micros', description: 'Millionths: 12340000' },
					{ name: 'Minor Units', value: 'minor', description: 'Cents: 1234' },
				],
				description: 'Unit of spend and revenue',
			},
			column('Start', 'start', 'Column with the instant at which the row starts, such as 2026-11-23T09:00:00+01:00'),
			column('Time Zone', 'timeZone', 'Column with the time zone, checked against that of the budget'),
		],
	},
	...storeProperties,
];
