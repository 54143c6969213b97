import * as z from 'zod/v4';

import { formatExactPercent } from '../format/formatNumber';
import { Amount, money } from '../money/amount';

/** A share or change, 0..1. */
export const Fraction = z.number().min(0, 'must be at least 0').max(1, 'must be at most 1');

/** A maximum share; one of 0 would leave nothing. */
export const MaxShare = Fraction.gt(0, 'must be above 0');

/** Constraints on every plan. Hourly amounts are per full hour; shares are fractions of the day's amount. */
export const Limits = z.strictObject({
	/** Maximum of a local day, whatever a longer amount would allow it. */
	maxDailyAmount: Amount.optional(),
	minHourlyAmount: Amount.optional(),
	maxHourlyAmount: Amount.optional(),
	minHourlyShare: Fraction.optional(),
	maxHourlyShare: MaxShare.optional(),
	/** Maximum change from one hour to the next, as a fraction of the earlier hour's amount. */
	maxHourlyChange: Fraction.optional(),
	/** Maximum change of an hour's amount from the previous plan, as a fraction of the previous amount. */
	maxChangePerPlan: Fraction.optional(),
	/** Fraction of the day's amount that is spread evenly, so that every hour continues to produce evidence. */
	learningReserve: Fraction.optional(),
});
export type Limits = Readonly<z.output<typeof Limits>>;

/** What is wrong with limits, in words. */
export function limitIssues(limits: Limits): string[] {
	const { maxDailyAmount, minHourlyAmount, maxHourlyAmount, minHourlyShare, maxHourlyShare } = limits;
	const issues: string[] = [];
	if (maxDailyAmount !== undefined && money(maxDailyAmount).eq(0)) issues.push("have a 'Maximum per Day' of 0");
	if (minHourlyAmount !== undefined && maxHourlyAmount !== undefined && money(minHourlyAmount).gt(maxHourlyAmount)) {
		issues.push(`have a 'Minimum per Hour' of ${minHourlyAmount} above the 'Maximum per Hour' of ${maxHourlyAmount}`);
	}
	if (minHourlyShare !== undefined && maxHourlyShare !== undefined && minHourlyShare > maxHourlyShare) {
		const [least, most] = [minHourlyShare, maxHourlyShare].map(formatExactPercent);
		issues.push(`have a 'Minimum Share per Hour' of ${least} above the 'Maximum Share per Hour' of ${most}`);
	}
	return issues;
}
