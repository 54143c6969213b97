import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { alertsProperty } from '../shared/alertsProperty';
import { storeProperties } from '../shared/commonProperties';
import { messagePartsProperty } from '../shared/messagePartsProperty';

/** A trigger has no input that states could travel with. */
const tableProperties = storeProperties.map((property) =>
	property.name === 'stateStore'
		? {
				...property,
				options: (property.options as INodePropertyOptions[]).filter(({ value }) => value !== 'inputItem'),
			}
		: property,
);

export const pacingTriggerProperties: INodeProperties[] = [
	{
		displayName: 'Watch For',
		name: 'news',
		type: 'multiOptions',
		required: true,
		default: ['delivery', 'exhaustion', 'period', 'staleData', 'target'],
		options: [
			{
				name: 'Budget Runs Out Today',
				value: 'exhaustion',
				description: "Today's budget will run out early, with the time and the value at risk",
			},
			{
				name: 'Delivery Is Unusual',
				value: 'delivery',
				description: 'Nothing is spent, the day will end short, or far more is spent than usual',
			},
			{
				name: 'Month or Other Period Off Track',
				value: 'period',
				description: 'It is projected to end over or under its budget, is spent already, or has too little demand',
			},
			{
				name: 'Plan Changes',
				value: 'plan',
				description: "Today's amount is planned anew and differs by more than Plan Change",
			},
			{
				name: 'Reports Are Missing',
				value: 'staleData',
				description: 'Data are too old to judge, such as when the workflow that ingests them has stopped',
			},
			{
				name: 'Target Is Missed',
				value: 'target',
				description: "A campaign's CPA or ROAS misses its target",
			},
		],
		description:
			'What starts the workflow, once when it happens and once when it is resolved. Other alerts are left to Check Exhaustion.',
	},
	{
		displayName: 'Plan Change (%)',
		name: 'planChange',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 1 },
		default: 20,
		displayOptions: { show: { news: ['plan'] } },
		description:
			"How far today's amount must be from the one last reported, or first seen today, in percent. Higher values trigger less often.",
	},
	{
		displayName: 'Budgets',
		name: 'budgetIds',
		type: 'string',
		default: '',
		placeholder: 'acme-uk, acme-de',
		description:
			'IDs of the budgets to watch, separated by commas or as a list from an expression. Leave empty for all.',
	},
	{
		displayName: 'Check Every',
		name: 'interval',
		type: 'options',
		default: '15',
		options: [
			{ name: '5 Minutes', value: '5' },
			{ name: '10 Minutes', value: '10' },
			{ name: '15 Minutes', value: '15' },
			{ name: '30 Minutes', value: '30' },
		],
		description:
			'How often budgets are checked. Each check is an execution of the workflow, which ends at once if nothing is new.',
	},
	alertsProperty,
	{ ...messagePartsProperty, default: ['mail', 'slack'] },
	...tableProperties,
];
