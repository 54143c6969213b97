import { STRATEGIES, z } from '../../src/index';
import { ItemSettings } from '../shared/commonSettings';
import { REALLOCATION_PARTS } from './reallocationItem';

/** What Reallocate lets its user set. */
export const ReallocateSettings = ItemSettings.extend({
	include: z.array(z.enum(REALLOCATION_PARTS)).default([]),
	strategy: z.enum(['plan', ...STRATEGIES]).default('plan'),
});
