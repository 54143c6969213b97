import { spendBetween } from '../ledger/dayTotals';
import { Decimal } from '../money/decimal';
import { fromMicros } from '../money/micros';
import { toMinorUnits } from '../money/minorUnits';
import type { Period } from '../time/period';
import type { TargetContext } from './targetContext';

/** What a week or month takes over from the one before. */
export interface Rollover {
	readonly from: Period;
	/** Minor units that were meant to be spent and were not; null if that is not known for certain. */
	readonly unspent: number | null;
	/** Minor units of it that are added, at most the share that the budget allows. */
	readonly added: number;
	/** Why it is not known: reports began later than the period, or do not reach its end yet. */
	readonly unknown?: 'not-observed' | 'not-over';
}

/**
 * Money that the period before left unspent, up to a share of the amount; to the minor unit, and only from the period right before:
 *
 * added = min(max(0, target - spent), floor(maxShare * target))
 *
 * What the period before had taken over itself is not counted again, and what it overspent is not taken off. A day without reports
 * before the first one is not known to be unspent; one after it spent nothing, as within a period.
 *
 * @param target minor units that such a period is meant to spend
 * @returns undefined where the budget rolls nothing over
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
