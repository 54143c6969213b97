import * as z from 'zod/v4';

/** A detected change of an hour of the day. Evidence for the next change starts from zero. */
export const Regime = z
	.object({
		localHour: z.number().int().min(0).max(23),
		/** Start of the day of the change; the hour's baseline is learned from then on. */
		sinceMs: z.number(),
		/** When the change was acted upon. */
		actedMs: z.number(),
	})
	.readonly();
export type Regime = z.output<typeof Regime>;
