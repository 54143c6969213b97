import * as z from 'zod/v4';

const Column = z.string().min(1, 'must name a column').max(200);

/** Column names of a table. Either `start` (and `end`), or `date` and `hour`; a metric without a column is not reported. */
export const FieldMap = z
	.strictObject({
		/** Local date, with or without a time: 2026-11-23, 2026-11-23 09:00, or 23.11.2026. */
		date: Column.optional(),
		/** Local hour: 9, 09, 09:00 or 9 AM. */
		hour: Column.optional(),
		/** Instant with an offset, or local time without: 2026-11-23T09:00:00+01:00. */
		start: Column.optional(),
		end: Column.optional(),
		spend: Column,
		/** Unit of spend and revenue. */
		spendUnit: z.enum(['major', 'micros', 'minor']).default('major'),
		/** 1,234.56 or 1.234,56; by default decided over all cells. */
		numberFormat: z.enum(['auto', 'point', 'comma']).default('auto'),
		/** 2026-11-27, 27.11.2026 or 11/27/2026; by default decided over all cells. Dates that begin with the year are always read. */
		dateFormat: z.enum(['auto', 'iso', 'dayFirst', 'monthFirst']).default('auto'),
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
