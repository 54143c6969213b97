import { spendBetween } from '../ledger/dayTotals';
import { Decimal } from '../money/decimal';
import { fromMicros } from '../money/micros';
import { toMinorUnits } from '../money/minorUnits';
import type { Period } from '../time/period';
import type { TargetContext } from './targetContext';

/** The part of the previous week's or month's unspent budget that is added to this one. */
export interface Rollover {
	readonly from: Period;
	/** Minor units of the target that were not spent; null if that is not certain. */
	readonly unspent: number | null;
	/** Minor units of it that are added, up to the share that the budget allows. */
	readonly added: number;
	/** Why it is not certain: reports begin after the period does, or do not reach its end yet. */
	readonly unknown?: 'not-observed' | 'not-over';
}

/**
 * Unspent budget of the previous period, up to a share of the amount, to the minor unit:
 *
 * added = min(max(0, target - spent), floor(maxShare * target))
 *
 * Amounts that the previous period itself took over are not passed on, and its overspend is not deducted. Days before the first
 * report may have had spend, so they do not count as unspent; a day without reports after it has zero spend, as within a period.
 *
 * @param target target of such a period, minor units
 * @returns undefined if the budget rolls nothing over
 */
export function rolloverFrom(
	from: Period,
	target: number,
	{ definition: { currency, rollover }, days, today, reportedUntil = today }: TargetContext,
): Rollover | undefined {
	if (rollover === undefined) return undefined;
	const isObserved = [...days.keys()].some((date) => date <= from.start);
	if (!isObserved) return { from, unspent: null, added: 0, unknown: 'not-observed' };
	if (from.end >= reportedUntil) return { from, unspent: null, added: 0, unknown: 'not-over' };
	const spent = toMinorUnits(fromMicros(spendBetween(days, from.start, from.end)), currency, 'up');
	const unspent = Math.max(0, target - spent);
	return { from, unspent, added: Math.min(unspent, new Decimal(target).times(rollover.maxShare).floor().toNumber()) };
}
