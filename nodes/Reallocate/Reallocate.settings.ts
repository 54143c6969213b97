import { STRATEGIES, z } from '../../src/index';
import { CommonSettings } from '../shared/commonSettings';

/** What Reallocate lets its user set. */
export const ReallocateSettings = CommonSettings.extend({
	strategy: z.enum(['plan', ...STRATEGIES]).default('plan'),
});
