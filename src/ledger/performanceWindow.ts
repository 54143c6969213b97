import * as z from 'zod/v4';

import { Amount, SignedAmount } from '../money/amount';
import { Source } from './source';

const Figure = z.number().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

/** Figures that may be negative only in a change. */
const FIGURES = ['spend', 'impressions', 'clicks', 'conversions', 'revenue'] as const;

/**
 * What one campaign delivered in one stretch of time, normally an hour. An absent field was not reported; it is never 0.
 *
 * The figures depend on `kind`. Absent: the delivery of the stretch, which replaces the known figures. `delta`: differences, each counted
 * once by its `id`. `running-total`: delivery since the stretch began, of which the increase is added. `results`: conversions and revenue
 * that a second source counted for a stretch whose spend is known. All but `results` have a spend.
 */
export const PerformanceWindow = z
	.object({
		campaignId: z.string().max(200, 'must be at most 200 characters').optional(),
		/** Platform and account, such as google_ads:1234567890. Windows of different sources add up, even of one campaign and time. */
		source: Source.optional(),
		startMs: z.number().int('must be whole milliseconds'),
		endMs: z.number().int('must be whole milliseconds'),
		kind: z.enum(['delta', 'results', 'running-total']).optional(),
		id: z.string().min(1, 'must not be empty').max(200, 'must be at most 200 characters').optional(),
		spend: SignedAmount.optional(),
		impressions: Figure.optional(),
		clicks: Figure.optional(),
		conversions: Figure.optional(),
		revenue: SignedAmount.optional(),
		/** Bid or dayparting modifier in force, 1 is neutral; absent is unknown. */
		multiplier: z.number().gt(0, 'must be above 0').max(100).optional(),
		/** Daily budget of the campaign in force. Of a window of today, when the report was read. */
		budget: Amount.optional(),
		/** If the amounts were converted: the price of one unit of their original currency. */
		exchangeRate: z.number().gt(0, 'must be above 0').max(1e9).optional(),
	})
	.superRefine((window, context) => {
		const { kind, startMs, endMs, id, spend } = window;
		const refuse = (field: string, message: string) =>
			context.addIssue({ code: 'custom', path: field === '' ? [] : [field], message });
		if (startMs >= endMs) refuse('', 'must end after it starts');
		if (kind !== 'results' && spend === undefined) refuse('spend', 'is missing: missing spend is not zero spend');
		if (kind === 'results' && spend !== undefined) refuse('spend', 'does not belong to results of a second source');
		if ((kind === 'delta') !== (id !== undefined)) refuse('id', 'is required for changes and not allowed otherwise');
		if (kind === 'delta') return;
		for (const figure of FIGURES) if (Number(window[figure]) < 0) refuse(figure, 'must not be negative');
	});
export type PerformanceWindow = Readonly<Omit<z.output<typeof PerformanceWindow>, 'spend'>> & {
	/** Absent only in windows of kind `results`, which only `ingest` reads. */
	readonly spend: Amount;
};
