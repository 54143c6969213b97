import type { INodePropertyOptions } from 'n8n-workflow';

/** The strategies as a user sees them. */
export const strategyOptions: INodePropertyOptions[] = [
	{
		name: 'Adaptive',
		value: 'adaptive_ml',
		description:
			'Money where one more unit brings most: traffic and learned results of each hour, planned anew with what the day shows',
	},
	{
		name: 'Conversion Pattern',
		value: 'conversion_pattern_adaptive',
		description: 'Money follows the learned pattern of conversions over hours, weekdays, weeks and months',
	},
	{
		name: 'Dayparting',
		value: 'dayparting_optimized',
		description: 'Six dayparts of four hours, each weighed by its traffic and results',
	},
	{ name: 'Even', value: 'even_distribution', description: 'Every hour the same' },
	{ name: 'Front Loading', value: 'front_loading', description: 'More in the morning, falling to a third by night' },
	{
		name: 'Performance',
		value: 'performance_based',
		description: 'Each hour in proportion to its traffic and results',
	},
];
