import * as z from 'zod/v4';

import { Amount } from '../money/amount';
import { isCurrency } from '../money/currency';

const Column = z.string().min(1, 'must name a column');

const Bounds = z.strictObject({ min: Amount.optional(), max: Amount.optional() });

/** More channels than periods of a few years can tell apart. */
const MOST_CHANNELS = 30;

/** What the columns of a sheet are, and how its money may be moved. Amounts are major units per period. */
export const MixOptions = z.strictObject({
	/** The column with the first day of each period, YYYY-MM-DD. */
	date: Column,
	/** The column with the whole result: the shop's revenue, orders, sign-ups. */
	result: Column,
	/** Columns with the spend of a channel each. */
	spend: z.array(Column).min(1, 'must name a column').max(MOST_CHANNELS, `must be at most ${MOST_CHANNELS} columns`),
	/** Columns of what else moves the result and is not moved by the advertising: competitors, prices, promotions. */
	context: z.array(Column).default([]),
	currency: z.string().refine(isCurrency, 'must be a currency code of ISO 4217, such as EUR'),
	/** How many of the last periods make the present spend; absent, those of the last quarter of a year. */
	recentPeriods: z.int().min(1, 'must be at least 1').optional(),
	/** What is to be spent per period over all channels; absent, as much as at present. */
	budget: Amount.optional(),
	/** By channel, in the place of 70% and 150% of its present spend. */
	bounds: z.record(z.string(), Bounds).default({}),
});
export type MixOptions = Readonly<z.output<typeof MixOptions>>;
export type MixOptionsInput = z.input<typeof MixOptions>;
