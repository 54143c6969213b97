import * as z from 'zod/v4';

import { Amount, money } from '../money/amount';

const Fraction = z.number().min(0, 'must be at least 0').max(1, 'must be at most 1');

/** One campaign under a budget, and what its part of a local day must keep to. Shares are of the day's amount. */
export const Campaign = z
	.strictObject({
		/** As the platform's reports name it. */
		campaignId: z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters'),
		minDailyAmount: Amount.optional(),
		maxDailyAmount: Amount.optional(),
		minDailyShare: Fraction.optional(),
		maxDailyShare: Fraction.optional(),
		/** Most that a day's amount may differ from what the campaign spent on its last full day, as a fraction of that. */
		maxDailyChange: Fraction.optional(),
		/** Most that a conversion may cost on average. */
		targetCpa: Amount.optional(),
		/** Least revenue per money spent on average. */
		targetRoas: z.number().gt(0, 'must be above 0').optional(),
	})
	.superRefine(({ minDailyAmount, maxDailyAmount, minDailyShare, maxDailyShare }, context) => {
		if (minDailyAmount !== undefined && maxDailyAmount !== undefined && money(minDailyAmount).gt(maxDailyAmount)) {
			context.addIssue(`has a 'minDailyAmount' of ${minDailyAmount} above its 'maxDailyAmount' of ${maxDailyAmount}`);
		}
		if (minDailyShare !== undefined && maxDailyShare !== undefined && minDailyShare > maxDailyShare) {
			context.addIssue(`has a 'minDailyShare' of ${minDailyShare} above its 'maxDailyShare' of ${maxDailyShare}`);
		}
	});
export type Campaign = Readonly<z.output<typeof Campaign>>;

/** Faults of a list of campaigns that no campaign has alone. */
export function campaignFaults(campaigns: readonly Campaign[]): string[] {
	const ids = campaigns.map(({ campaignId }) => campaignId);
	const twice = [...new Set(ids.filter((id, position) => ids.indexOf(id) !== position))];
	const shares = campaigns.reduce((sum, { minDailyShare }) => sum + (minDailyShare ?? 0), 0);
	return [
		...twice.map((id) => `name the campaign '${id}' twice`),
		...(shares > 1 + SHARE_NOISE
			? [`have minimum shares that add up to ${Number(shares.toFixed(4))}, which is more than the whole day`]
			: []),
	];
}

/** Decimal fractions add up to 1 but for this. */
const SHARE_NOISE = 1e-9;
