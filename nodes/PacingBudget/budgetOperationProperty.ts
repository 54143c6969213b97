import type { INodeProperties } from 'n8n-workflow';

/** What is done with a budget. */
export const budgetOperationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'createOrUpdate',
	displayOptions: { show: { resource: ['budget'] } },
	options: [
		{
			name: 'Create or Update',
			value: 'createOrUpdate',
			action: 'Create or update a budget',
			description:
				'Create a new budget, or change an existing one and keep its delivery history. Needs an ID of your own, currency, time zone and an amount; returns the definition.',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a budget',
			description:
				'Delete a budget and everything learned about it, which cannot be undone. Needs its ID; returns that it is gone.',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a budget',
			description: 'Get the definition of a budget as it was entered. Needs its ID; says nothing about its delivery.',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many budgets',
			description:
				'List many budgets with their names, IDs, amounts, currency and time zone. Needs nothing; use it to find an ID.',
		},
		{
			name: 'Get Status',
			value: 'status',
			action: 'Get the status of a budget',
			description:
				'Get what a budget has spent today and this week or month so far, whether it is on track, what it needs per day, its conversions and CPA, and how fresh the data is. Needs its ID; changes nothing.',
		},
		{
			name: 'Simulate Scenarios',
			value: 'simulate',
			action: 'Simulate budget scenarios',
			description:
				'Get the results to expect of a day with another amount, such as 200 more tomorrow, and the amount beyond which more is not worth it. Needs its ID and full days of results; changes nothing.',
		},
	],
};
