import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { resource: ['budget'], operation: ['simulate'] } };

/** Which days are simulated. */
export const scenarioProperties: INodeProperties[] = [
	{
		displayName: 'Amounts to Try',
		name: 'scenarioAmounts',
		type: 'string',
		default: '',
		placeholder: '800, 1000, 1200',
		displayOptions,
		description:
			"Daily amounts, in the currency of the budget, separated by commas and spaces. Leave empty for half to twice today's amount.",
	},
	{
		displayName: 'Minimum Marginal Return',
		name: 'minimumMarginalReturn',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0, numberPrecision: 6 },
		displayOptions,
		description:
			'Adds the daily amount beyond which one more unit of spend generates fewer results of the objective than this: 0.04 is one conversion per 25. 0 adds none.',
	},
];
