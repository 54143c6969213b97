import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, itemProperties, tellUntilMarked } from '../shared/commonProperties';

/** The answer of a platform names neither budget nor push: the item that left Prepare Push does. An item without an answer has both itself. */
const fromPreparePush = (field: string): string => `={{ $json.${field} ?? $('Prepare Push').item.json.${field} }}`;

export const confirmPushProperties: INodeProperties[] = [
	{
		...budgetIdProperty,
		default: { mode: 'id', value: fromPreparePush('budgetId') },
		description: 'The budget whose push was sent, from the item that left Prepare Push',
	},
	{
		displayName: 'Push ID',
		name: 'pushId',
		type: 'string',
		required: true,
		default: fromPreparePush('pushId'),
		description:
			'The push that was sent, from the item that left Prepare Push; correct the name of that node if yours differs',
	},
	...itemProperties(tellUntilMarked('refusals')),
];
