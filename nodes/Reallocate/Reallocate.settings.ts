import { STRATEGIES, z } from '../../src/index';
import { ItemSettings } from '../shared/commonSettings';

/** What Reallocate lets its user set. */
export const ReallocateSettings = ItemSettings.extend({
	strategy: z.enum(['plan', ...STRATEGIES]).default('plan'),
});
