import type { INodePropertyOptions } from 'n8n-workflow';

/** The strategies as a user sees them. */
export const strategyOptions: INodePropertyOptions[] = [
	{
		name: 'Adaptive',
		value: 'adaptive_ml',
		description:
			'Budget goes where its marginal return is highest, by the traffic and learned results of each hour, and is replanned as the day unfolds',
	},
	{
		name: 'Conversion Pattern',
		value: 'conversion_pattern_adaptive',
		description: 'Budget follows the learned pattern of conversions by hour, weekday, week and month',
	},
	{
		name: 'Dayparting',
		value: 'dayparting_optimized',
		description: 'Six dayparts of four hours, each weighted by its traffic and results',
	},
	{ name: 'Even', value: 'even_distribution', description: 'The same amount for every hour' },
	{
		name: 'Front Loading',
		value: 'front_loading',
		description:
			'More in the morning, declining to a third by night; a flight likewise, from its first day to its last',
	},
	{
		name: 'Performance',
		value: 'performance_based',
		description: 'Each hour in proportion to its traffic and results',
	},
];
