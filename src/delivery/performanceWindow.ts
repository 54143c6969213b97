import * as z from 'zod/v4';

import { Amount } from '../money/amount';

const Count = z.number().min(0, 'must not be negative').max(Number.MAX_SAFE_INTEGER);

/**
 * What one campaign delivered in one stretch of time, normally an hour. A field that is absent was not reported: it is never 0.
 */
export const PerformanceWindow = z
	.object({
		campaignId: z.string().max(200, 'must be at most 200 characters').optional(),
		startMs: z.number().int('must be whole milliseconds'),
		endMs: z.number().int('must be whole milliseconds'),
		spend: Amount,
		impressions: Count.optional(),
		clicks: Count.optional(),
		conversions: Count.optional(),
		revenue: Amount.optional(),
		/** Bid or dayparting modifier in force, 1 is neutral; absent is unknown. */
		multiplier: z.number().gt(0, 'must be above 0').max(100).optional(),
	})
	.refine(({ startMs, endMs }) => startMs < endMs, 'must end after it starts');
export type PerformanceWindow = Readonly<z.output<typeof PerformanceWindow>>;
