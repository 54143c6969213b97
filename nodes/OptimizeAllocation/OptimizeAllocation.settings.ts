import { STRATEGIES, z } from '../../src/index';
import { ItemSettings } from '../shared/commonSettings';

/** What Optimize Allocation lets its user set. */
export const OptimizeSettings = ItemSettings.extend({
	strategy: z.enum(STRATEGIES).default('adaptive_ml'),
	date: z.string().default(''),
	output: z.enum(['hours', 'plan']).default('plan'),
});
