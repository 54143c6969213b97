import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, itemProperties, tellUntilMarked } from '../shared/commonProperties';
import { exchangeRatesProperty } from '../shared/exchangeRatesProperty';
import { includeProperty } from '../shared/includeProperty';

const forDigests = { show: { messages: ['digest'] } };

export const checkExhaustionProperties: INodeProperties[] = [
	budgetIdProperty,
	{
		displayName: 'Messages',
		name: 'messages',
		type: 'options',
		noDataExpression: true,
		default: 'perBudget',
		options: [
			{
				name: 'Digest',
				value: 'digest',
				description: 'One item and one message a run for all budgets, or one per account, the most urgent first',
			},
			{
				name: 'One per Budget',
				value: 'perBudget',
				description: 'One item and one message for each budget',
			},
		],
		description: 'Whether each budget gets its own message, or one message covers many',
	},
	{
		displayName: 'Account',
		name: 'account',
		type: 'string',
		default: '',
		placeholder: "e.g. {{ $('Read Clients').item.json.account }}",
		description:
			'The account or client that the budget belongs to. Messages name it, and a digest has one message per account. Leave empty to name none.',
	},
	{
		displayName: 'Rank in Currency',
		name: 'rankCurrency',
		type: 'string',
		default: '',
		placeholder: 'EUR',
		displayOptions: forDigests,
		description:
			'Currency in which budgets of several currencies are compared by revenue at risk. Leave empty to rank each currency separately.',
	},
	{
		...exchangeRatesProperty,
		displayOptions: forDigests,
		description:
			'What one unit of each other currency is worth in Rank in Currency. If one is missing, each currency is ranked separately.',
	},
	{
		displayName: 'Alerts',
		name: 'alerts',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		description: 'When somebody is told about a day, week, month or flight',
		options: [
			{
				displayName: 'Band at End (%)',
				name: 'bandAtEnd',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
				default: 3,
				description:
					'How far a week, month or flight may be projected off its budget when it ends, in percent. More is quieter, less tells earlier.',
			},
			{
				displayName: 'Band at Start (%)',
				name: 'bandAtStart',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
				default: 15,
				description:
					'How far a week, month or flight may be projected off its budget when it begins, in percent. The band tightens evenly from it to the one at the end.',
			},
			{
				displayName: 'Day Shortfall (%)',
				name: 'dayShortfall',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
				default: 30,
				description:
					'How far a day may end below the amount of its morning, and below what such a day usually spends, in percent. More is quieter, less tells of smaller shortfalls.',
			},
			{
				displayName: 'KPI Band (%)',
				name: 'kpiBand',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
				default: 20,
				description:
					"How far a campaign's CPA may be above its Target CPA, or its ROAS below its Target ROAS, in percent. More is quieter.",
			},
			{
				displayName: 'Repeat After (Hours)',
				name: 'repeatAfterHours',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 720, numberPrecision: 1 },
				default: 0,
				description:
					'Hours after which an alert that still fires is told again, as a reminder. 0 tells it once. More is quieter.',
			},
			tellUntilMarked('alerts and their resolutions'),
			{
				displayName: 'Usual Spend Band (%)',
				name: 'usualSpendBand',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 0 },
				default: 100,
				description:
					'How far the spend of a day so far, or of its last three hours, may be above its usual amount, in percent: 100 is twice as much. More is quieter.',
			},
		],
	},
	{
		...includeProperty([
			{ name: 'Email', value: 'mail', description: 'The message as an email, in the field mail' },
			{
				name: 'Longer Periods',
				value: 'horizons',
				description: 'How the week, month and flight stand, in the field horizons',
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
	},
	...itemProperties(),
];
