import * as z from 'zod/v4';

import { formatExactPercent } from '../format/formatNumber';
import { Amount, money } from '../money/amount';
import { Fraction, MaxShare } from './limits';

/** One campaign of a budget and the limits of its part of a local day. Shares are fractions of the day's amount. */
export const Campaign = z
	.strictObject({
		/** As the platform's reports name it. */
		campaignId: z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters'),
		minDailyAmount: Amount.optional(),
		maxDailyAmount: Amount.optional(),
		minDailyShare: Fraction.optional(),
		maxDailyShare: MaxShare.optional(),
		/** Maximum change of a day's amount from the spend of the campaign's last full day, as a fraction of that spend. */
		maxDailyChange: Fraction.optional(),
		/** Maximum average cost per conversion. */
		targetCpa: Amount.refine((cpa) => money(cpa).gt(0), 'must be above 0').optional(),
		/** Minimum average revenue per unit of spend. */
		targetRoas: z.number().gt(0, 'must be above 0').optional(),
	})
	.superRefine(({ minDailyAmount, maxDailyAmount, minDailyShare, maxDailyShare }, context) => {
		if (minDailyAmount !== undefined && maxDailyAmount !== undefined && money(minDailyAmount).gt(maxDailyAmount)) {
			context.addIssue(`has a 'Minimum per Day' of ${minDailyAmount} above its 'Maximum per Day' of ${maxDailyAmount}`);
		}
		if (minDailyShare !== undefined && maxDailyShare !== undefined && minDailyShare > maxDailyShare) {
			const [least, most] = [minDailyShare, maxDailyShare].map(formatExactPercent);
			context.addIssue(`has a 'Minimum Share per Day' of ${least} above its 'Maximum Share per Day' of ${most}`);
		}
	});
export type Campaign = Readonly<z.output<typeof Campaign>>;

/** Why a list of campaigns is invalid as a whole. */
export function campaignIssues(campaigns: readonly Campaign[]): string[] {
	const ids = campaigns.map(({ campaignId }) => campaignId);
	const duplicates = [...new Set(ids.filter((id, position) => ids.indexOf(id) !== position))];
	const shares = campaigns.reduce((sum, { minDailyShare }) => sum + (minDailyShare ?? 0), 0);
	return [
		...duplicates.map((id) => `name the campaign '${id}' twice`),
		...(shares > 1 + EPSILON
			? [`have minimum shares that add up to ${formatExactPercent(shares)}, which is more than the whole day`]
			: []),
	];
}

/** Rounding error of a sum of decimal fractions. */
const EPSILON = 1e-9;
