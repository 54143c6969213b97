import type { INodeProperties } from 'n8n-workflow';

import { tellUntilMarked } from './commonProperties';

/** When somebody is told. */
export const alertsProperty: INodeProperties = {
	displayName: 'Alerts',
	name: 'alerts',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	description: 'When alerts about a day or a longer period, such as a month or flight, are sent',
	options: [
		{
			displayName: 'Balance Warning (Days)',
			name: 'balanceDays',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 90, numberPrecision: 0 },
			default: 7,
			description:
				'How many days before a prepaid balance is expected to run out an alert is sent. Higher values warn earlier.',
		},
		{
			displayName: 'Band at End (%)',
			name: 'bandAtEnd',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			default: 3,
			description:
				'How far a month or other longer period may be projected off its budget when it ends, in percent. Higher values send fewer alerts, lower values warn earlier.',
		},
		{
			displayName: 'Band at Start (%)',
			name: 'bandAtStart',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			default: 15,
			description:
				'How far a month or other longer period may be projected off its budget when it begins, in percent. The band tightens evenly from it to the one at the end.',
		},
		{
			displayName: 'Day Shortfall (%)',
			name: 'dayShortfall',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			default: 30,
			description:
				'How far a day may end below the amount of its morning, and below what such a day usually spends, in percent. Higher values send fewer alerts, lower values also report smaller shortfalls.',
		},
		{
			displayName: 'KPI Band (%)',
			name: 'kpiBand',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			default: 20,
			description:
				"How far a campaign's CPA may be above its Target CPA, or its ROAS below its Target ROAS, in percent. Higher values send fewer alerts.",
		},
		{
			displayName: 'Repeat After (Hours)',
			name: 'repeatAfterHours',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 720, numberPrecision: 1 },
			default: 0,
			description:
				'Hours after which an alert that is still firing is sent again as a reminder. With 0 it is sent once.',
		},
		tellUntilMarked('alerts and their resolutions'),
		{
			displayName: 'Usual Spend Band (%)',
			name: 'usualSpendBand',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 0 },
			default: 100,
			description:
				'How far the spend of a day so far, or of its last three hours, may be above its usual amount, in percent: 100 is twice as much. Higher values send fewer alerts.',
		},
	],
};
