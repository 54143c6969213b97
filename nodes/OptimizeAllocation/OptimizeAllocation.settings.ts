import { STRATEGIES, z } from '../../src/index';
import { ItemSettings } from '../shared/commonSettings';
import { PLAN_PARTS } from '../shared/planItem';
import { includeCell } from '../shared/includeCell';

/** What Optimize Allocation lets its user set. */
export const OptimizeSettings = ItemSettings.extend({
	strategy: z.enum(STRATEGIES).default('adaptive_ml'),
	date: z.string().default(''),
	include: includeCell(PLAN_PARTS).default([]),
	output: z.enum(['hours', 'plan']).default('plan'),
});
