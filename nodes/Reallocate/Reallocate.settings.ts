import { STRATEGIES, z } from '../../src/index';
import { ItemSettings } from '../shared/commonSettings';
import { includeCell } from '../shared/includeCell';
import { REALLOCATION_PARTS } from './reallocationItem';

/** What Reallocate lets its user set. */
export const ReallocateSettings = ItemSettings.extend({
	include: includeCell(REALLOCATION_PARTS).default([]),
	strategy: z.enum(['plan', ...STRATEGIES]).default('plan'),
});
