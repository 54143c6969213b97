import type { INodeProperties } from 'n8n-workflow';

/** What every plan of a budget must keep to. */
export const limitsProperty: INodeProperties = {
	displayName: 'Limits',
	name: 'limits',
	type: 'collection',
	placeholder: 'Add Limit',
	default: {},
	displayOptions: { show: { operation: ['createOrUpdate'] } },
	options: [
		{
			displayName: 'Learning Reserve',
			name: 'learningReserve',
			type: 'number',
			default: 0.05,
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 3 },
			description:
				'Fraction of the day spread evenly, so that weak hours go on being learned. More learns faster and earns less.',
		},
		{
			displayName: 'Maximum Change per Hour',
			name: 'maxHourlyChange',
			type: 'number',
			default: 0.5,
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 3 },
			description: 'Most that an hour may differ from the hour before, as a fraction of it. Less is smoother.',
		},
		{
			displayName: 'Maximum Change per Plan',
			name: 'maxChangePerPlan',
			type: 'number',
			default: 0.3,
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 3 },
			description: 'Most that an hour may differ from the plan before, as a fraction of it. Less reacts more slowly.',
		},
		{
			displayName: 'Maximum per Hour',
			name: 'maxHourlyAmount',
			type: 'string',
			default: '',
			placeholder: '120.00',
			description: 'Most that a full hour may be planned, in the currency of the budget',
		},
		{
			displayName: 'Maximum Share per Hour',
			name: 'maxHourlyShare',
			type: 'number',
			default: 0.15,
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 4 },
			description: 'Most that a full hour may be planned, as a fraction of the day',
		},
		{
			displayName: 'Minimum per Hour',
			name: 'minHourlyAmount',
			type: 'string',
			default: '',
			placeholder: '5.00',
			description: 'Least that a full hour is planned, in the currency of the budget',
		},
		{
			displayName: 'Minimum Share per Hour',
			name: 'minHourlyShare',
			type: 'number',
			default: 0.01,
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 4 },
			description: 'Least that a full hour is planned, as a fraction of the day',
		},
	],
};
