import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { formatMoney } from '../format/formatMoney';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { dayCeilingOf, oneStep, withinDayLimit } from './amountSteps';
import { editNotAllowed, lastPush, lastPushAgainst, pushesToday } from './editGuards';
import { formatUnits } from './formatUnits';
import type { GuardContext } from './guardContext';
import type { PushLimits } from './guardFigures';
import type { Edited, PushRecord } from './pushRecord';

/** A daily budget that a plan wants, amounts in minor units. */
export interface AmountChange extends Edited {
	/** The day's amount of the object, or less. */
	readonly wanted: number;
	/** As read just now; null if it was not read. */
	readonly current: number | null;
	/** The object's part of the day's amount: what a day may cost is counted from it. */
	readonly dayAmount: number;
	/** Whether the day's amount of the whole budget is spent. */
	readonly daySpent: boolean;
	/** Whether the amount is all there is to push. */
	readonly amountOnly: boolean;
}

/** What may be pushed, null for nothing, and what was held back of it and why. */
export interface GuardedAmount {
	readonly allowed: number | null;
	/** What is in force before, as far as it is known. */
	readonly from: number | null;
	/** The most that the platform may then bill for the day, null where it is not known. */
	readonly dayCeiling: number | null;
	readonly held: readonly Note[];
}

/**
 * Lets an amount through to a platform, as far as the guards allow.
 *
 * On a platform with a ratchet the limit of a day is overdelivery x the highest budget set that day, whatever it is lowered to. So no amount
 * is pushed with which that limit is above dayFactor x the day's amount, and a budget that was higher today is not raised again.
 */
export function guardAmount(change: AmountChange, context: GuardContext): GuardedAmount {
	const { limits, records } = context;
	const { current } = change;
	const { currency } = limits;
	const last = lastPush(change, records);
	const from = current ?? (last === undefined ? null : toMinorUnits(last.to, currency, 'nearest'));
	const today = pushesToday(change, context).flatMap((push) => unitsOf(push, currency));
	const highest = Math.max(from ?? 0, ...today);
	const guarded = (allowed: number | null, held: readonly Note[]): GuardedAmount => ({
		allowed,
		from,
		dayCeiling: dayCeilingOf(limits.overdelivery, Math.max(allowed ?? 0, highest)),
		held,
	});
	const read = current === null ? null : fromMinorUnits(current, currency);
	const against = lastPushAgainst(last, read, context, (amount) => formatMoney(amount, currency));
	if (against !== null) return guarded(null, [against]);
	if (from === null) return guarded(null, [guardNotes.currentUnknown()]);
	const { units: target, held } = withinDayLimit(change.wanted, change.dayAmount, limits);
	const notAllowed =
		target === from && change.amountOnly
			? guardNotes.alreadyInForce(formatUnits(from, currency))
			: (editNotAllowed(change, context) ??
				(target > from ? raiseNotAllowed(change.daySpent, from, highest, limits) : null));
	if (notAllowed !== null) return guarded(null, [...held, notAllowed]);
	const step = oneStep(from, target, limits);
	return guarded(step.allowed, [...held, ...step.held]);
}

/** Why an amount must not be raised any more today, or null. */
function raiseNotAllowed(
	daySpent: boolean,
	from: number,
	highest: number,
	{ ratchet, overdelivery, currency }: PushLimits,
): Note | null {
	if (daySpent) return guardNotes.dayAmountSpent();
	if (!ratchet || highest <= from) return null;
	const billable = dayCeilingOf(overdelivery, highest);
	return guardNotes.sameDayRatchet(
		formatUnits(highest, currency),
		billable === null ? null : formatUnits(billable, currency),
	);
}

/** Amounts that a push had in force on its day. */
const unitsOf = ({ from, to }: PushRecord, currency: string): number[] =>
	[from, to].flatMap((amount) => (amount === null ? [] : [toMinorUnits(amount, currency, 'nearest')]));
