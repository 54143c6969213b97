import type { INodeProperties } from 'n8n-workflow';

/** What is done with alerts. */
export const alertOperationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'markTold',
	displayOptions: { show: { resource: ['alert'] } },
	options: [
		{
			name: 'Mark as Told',
			value: 'markTold',
			action: 'Mark alerts as told',
			description:
				'Record that messages about alerts have arrived, so that they are not told again. Use it behind the node that sent them; needs the field told of their item, and returns how many were marked.',
		},
	],
};
