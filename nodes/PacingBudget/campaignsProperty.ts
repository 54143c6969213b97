import type { INodeProperties } from 'n8n-workflow';

import { ofDefinition } from './ofDefinition';

/** Campaigns that share the budget, and the limits of each. */
export const campaignsProperty: INodeProperties = {
	displayName: 'Campaigns',
	name: 'campaigns',
	type: 'fixedCollection',
	placeholder: 'Add Campaign',
	typeOptions: { multipleValues: true },
	default: {},
	displayOptions: ofDefinition,
	description:
		'Campaigns that share the budget. Plans split every hour between them by marginal return. Without any, the budget is planned as a whole.',
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
					description: 'ID of the campaign as it appears in reports',
				},
				{
					displayName: 'Limits',
					name: 'limits',
					type: 'collection',
					placeholder: 'Add Limit',
					default: {},
					options: [
						{
							displayName: 'Maximum Change per Day (%)',
							name: 'maxDailyChange',
							type: 'number',
							default: 20,
							typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
							description:
								'Maximum change from the spend of its last full day, in percent of it. Less is gentler on automated bidding.',
						},
						{
							displayName: 'Maximum per Day',
							name: 'maxDailyAmount',
							type: 'string',
							default: '',
							placeholder: '300.00',
							description:
								'Maximum for a day, in the currency of the budget. Without one, the campaign gets at most four times its largest day so far.',
						},
						{
							displayName: 'Maximum Share per Day (%)',
							name: 'maxDailyShare',
							type: 'number',
							default: 50,
							typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 2 },
							description: "Maximum for a day, in percent of the day's amount",
						},
						{
							displayName: 'Minimum per Day',
							name: 'minDailyAmount',
							type: 'string',
							default: '',
							placeholder: '20.00',
							description: 'Minimum for a day, in the currency of the budget',
						},
						{
							displayName: 'Minimum Share per Day (%)',
							name: 'minDailyShare',
							type: 'number',
							default: 5,
							typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
							description: "Minimum for a day, in percent of the day's amount",
						},
						{
							displayName: 'Target CPA',
							name: 'targetCpa',
							type: 'string',
							default: '',
							placeholder: '25.00',
							description:
								'Maximum average cost of a conversion, in the currency of the budget. The campaign gets less budget if conversions cost more.',
						},
						{
							displayName: 'Target ROAS',
							name: 'targetRoas',
							type: 'number',
							default: 4,
							typeOptions: { minValue: 0, numberPrecision: 3 },
							description: 'Minimum average revenue per unit of spend: 4 is 400%',
						},
					],
				},
			],
		},
	],
};
