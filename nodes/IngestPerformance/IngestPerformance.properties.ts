import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, storeProperties } from '../shared/commonProperties';
import { conversionProperties } from './conversionProperties';
import { formatProperty, reportingLagProperty, reportTimeZoneProperty } from './formatProperty';

/** A column by its name; one that is dragged from the input becomes its name, not an expression. */
const column = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	requiresDataPath: 'single',
	description,
});

export const ingestPerformanceProperties: INodeProperties[] = [
	budgetIdProperty,
	formatProperty,
	...conversionProperties,
	{
		displayName: 'Report Currency',
		name: 'reportCurrency',
		type: 'string',
		default: '',
		placeholder: 'e.g. USD',
		description:
			"Currency of the account, if its rows do not name it: some platforms never do, others only on request. Leave empty for the budget's; any other needs an exchange rate in the budget.",
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1234567890',
		description:
			'ID or name of the account, if its rows do not name it. It keeps the reports of several accounts under one budget apart, so use the same one for every report of an account.',
	},
	reportTimeZoneProperty,
	reportingLagProperty,
	{
		displayName: 'Columns',
		name: 'fields',
		type: 'collection',
		placeholder: 'Add Column',
		default: { date: '', hour: '', spend: '' },
		displayOptions: { show: { format: ['mapped'] } },
		description:
			'Names of the columns, typed or dragged from the input. A column that is left out here is recognised by its name in English, German, French or Spanish; one that the table does not have counts as not reported, never as 0.',
		options: [
			column('Campaign', 'campaignId', 'Column with the ID or name of the campaign'),
			column('Clicks', 'clicks', 'Column with clicks'),
			column('Conversions', 'conversions', 'Column with conversions'),
			column('Currency', 'currency', 'Column with the currency, checked against that of the budget'),
			column('Date', 'date', 'Column with the local date, such as 2026-11-23, 23.11.2026 or 2026-11-23 09:00'),
			{
				displayName: 'Date Format',
				name: 'dateFormat',
				type: 'options',
				default: 'auto',
				options: [
					{ name: 'Auto', value: 'auto', description: 'Decided over all rows; an error if they leave it open' },
					{ name: 'Day First', value: 'dayFirst', description: '27.11.2026, 27/11/2026' },
					{ name: 'ISO', value: 'iso', description: '2026-11-27' },
					{ name: 'Month First', value: 'monthFirst', description: '11/27/2026' },
				],
				description: 'Order of day and month in Date, Start and End. Dates that begin with the year are always read.',
			},
			column('End', 'end', 'Column with the end of the row, for tables with Start'),
			column('Hour', 'hour', 'Column with the local hour, such as 9, 09:00 or 9 AM'),
			column('Impressions', 'impressions', 'Column with impressions'),
			column('Multiplier', 'multiplier', 'Column with the bid or dayparting modifier in effect; 1 is neutral'),
			{
				displayName: 'Number Format',
				name: 'numberFormat',
				type: 'options',
				default: 'auto',
				options: [
					{ name: '1,234.56', value: 'point', description: 'Decimal point' },
					{ name: '1.234,56', value: 'comma', description: 'Decimal comma' },
					{ name: 'Auto', value: 'auto', description: 'Decided over all rows; an error if they leave it open' },
				],
				description: 'How numbers are written. 2.400 is 2.4 with a decimal point and 2,400 with a decimal comma.',
			},
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
