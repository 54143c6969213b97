import type { INodeProperties } from 'n8n-workflow';

/** Campaigns that the day's amount is split over, and what each must keep to. */
export const campaignsProperty: INodeProperties = {
	displayName: 'Campaigns',
	name: 'campaigns',
	type: 'fixedCollection',
	placeholder: 'Add Campaign',
	typeOptions: { multipleValues: true },
	default: {},
	displayOptions: { show: { operation: ['createOrUpdate'] } },
	description:
		'Campaigns that share the budget: plans split every hour over them, more to those whose next money brings more. Without any, the budget is planned as one.',
	options: [
		{
			displayName: 'Campaign',
			name: 'campaign',
			values: [
				{
					displayName: 'Campaign ID',
					name: 'campaignId',
					type: 'string',
					default: '',
					placeholder: '20123456789',
					description: 'ID of the campaign as reports name it',
				},
				{
					displayName: 'Limits',
					name: 'limits',
					type: 'collection',
					placeholder: 'Add Limit',
					default: {},
					options: [
						{
							displayName: 'Maximum Change per Day',
							name: 'maxDailyChange',
							type: 'number',
							default: 0.2,
							typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 3 },
							description:
								'Most that a day may differ from what it spent on its last full day, as a fraction of that. Less is kinder to bidding that learns.',
						},
						{
							displayName: 'Maximum per Day',
							name: 'maxDailyAmount',
							type: 'string',
							default: '',
							placeholder: '300.00',
							description:
								'Most that a day may give it, in the currency of the budget. Without one it gets at most four times its largest day so far.',
						},
						{
							displayName: 'Maximum Share per Day',
							name: 'maxDailyShare',
							type: 'number',
							default: 0.5,
							typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 4 },
							description: 'Most that a day may give it, as a fraction of the day',
						},
						{
							displayName: 'Minimum per Day',
							name: 'minDailyAmount',
							type: 'string',
							default: '',
							placeholder: '20.00',
							description: 'Least that a day gives it, in the currency of the budget',
						},
						{
							displayName: 'Minimum Share per Day',
							name: 'minDailyShare',
							type: 'number',
							default: 0.05,
							typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 4 },
							description: 'Least that a day gives it, as a fraction of the day',
						},
						{
							displayName: 'Target CPA',
							name: 'targetCpa',
							type: 'string',
							default: '',
							placeholder: '25.00',
							description:
								'Most that a conversion may cost on average, in the currency of the budget. Less money goes where it costs more.',
						},
						{
							displayName: 'Target ROAS',
							name: 'targetRoas',
							type: 'number',
							default: 4,
							typeOptions: { minValue: 0, numberPrecision: 3 },
							description: 'Least revenue per money on average: 4 is 400%',
						},
					],
				},
			],
		},
	],
};
