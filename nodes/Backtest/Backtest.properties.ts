import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, itemProperties } from '../shared/commonProperties';
import { fileProperty } from '../shared/fileProperty';
import { strategyOptions } from '../shared/strategyOptions';

export const backtestProperties: INodeProperties[] = [
	budgetIdProperty,
	{
		displayName: 'Strategies',
		name: 'strategies',
		type: 'multiOptions',
		default: [
			'adaptive_ml',
			'conversion_pattern_adaptive',
			'dayparting_optimized',
			'even_distribution',
			'front_loading',
			'performance_based',
		],
		options: strategyOptions,
		description: 'Strategies to compare with each other and with what actually happened. Fewer run faster.',
	},
	fileProperty,
	...itemProperties(),
];
