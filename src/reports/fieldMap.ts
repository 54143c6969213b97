import * as z from 'zod/v4';

const Column = z.string().min(1, 'must name a column').max(200);

/** Column names of a table. Either `start` (and `end`), or `date` and `hour`; a metric without a column is not reported. */
export const FieldMap = z
	.strictObject({
		/** Local date, with or without a time: 2026-11-23, or 2026-11-23 09:00. */
		date: Column.optional(),
		/** Local hour: 9, 09 or 09:00. */
		hour: Column.optional(),
		/** Instant with an offset, or local time without: 2026-11-23T09:00:00+01:00. */
		start: Column.optional(),
		end: Column.optional(),
		spend: Column,
		/** Unit of spend and revenue. */
		spendUnit: z.enum(['major', 'micros', 'minor']).default('major'),
		impressions: Column.optional(),
		clicks: Column.optional(),
		conversions: Column.optional(),
		revenue: Column.optional(),
		campaignId: Column.optional(),
		currency: Column.optional(),
		timeZone: Column.optional(),
		multiplier: Column.optional(),
	})
	.refine(({ date, start }) => date !== undefined || start !== undefined, "needs a 'date' or a 'start' column");
export type FieldMap = Readonly<z.output<typeof FieldMap>>;
export type FieldMapInput = Readonly<z.input<typeof FieldMap>>;
