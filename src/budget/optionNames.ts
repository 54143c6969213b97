import type { Objective, Strategy } from './budgetDefinition';

/** Strategies by their names on the screen. */
export const STRATEGY_NAMES: Record<Strategy, string> = {
	adaptive_ml: 'Adaptive',
	conversion_pattern_adaptive: 'Conversion Pattern',
	dayparting_optimized: 'Dayparting',
	even_distribution: 'Even',
	front_loading: 'Front Loading',
	performance_based: 'Performance',
};

/** Objectives by their names on the screen. */
export const OBJECTIVE_NAMES: Record<Objective, string> = {
	balanced: 'Balanced',
	clicks: 'Clicks',
	conversions: 'Conversions',
	cpa: 'CPA',
	reach: 'Reach',
	revenue: 'Revenue',
	roas: 'ROAS',
};
