import * as z from 'zod/v4';

/** An hour of the day that was found to have changed: evidence for another change is collected anew. */
export const Regime = z
	.object({
		localHour: z.number().int().min(0).max(23),
		/** The day of the change: from then on the hour is judged by what it brought since. */
		sinceMs: z.number(),
		/** When the change was acted upon. */
		actedMs: z.number(),
	})
	.readonly();
export type Regime = z.output<typeof Regime>;
