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

/** A daily budget that a plan requests, amounts in minor units. */
export interface AmountChange extends Edited {
	/** The day's amount of the object, or less. */
	readonly wanted: number;
	/** The budget in force, as just read; null if it was not read. */
	readonly current: number | null;
	/** The object's part of the day's amount, the basis of the daily ceiling. */
	readonly dayAmount: number;
	/** Whether the day's amount of the whole budget is spent. */
	readonly daySpent: boolean;
	/** Whether nothing but the amount is pushed. */
	readonly amountOnly: boolean;
}

/** The amount that may be pushed, and the reasons for reductions. */
export interface GuardedAmount {
	readonly allowed: number | null;
	/** The budget in force before, if known. */
	readonly from: number | null;
	/** Maximum that the platform may bill for the day; null if unknown. */
	readonly dayCeiling: number | null;
	readonly held: readonly Note[];
}

/**
 * The amount that the guards allow to be pushed.
 *
 * On a platform with a same-day ratchet the limit of a day is overdelivery x the highest budget set that day, even if it is lowered later.
 * The limit must therefore not exceed dayFactor x the day's amount, and a budget that was higher today is not raised again.
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
				(target > from ? raiseNotAllowed({ daySpent: change.daySpent, from, highest }, limits) : null));
	if (notAllowed !== null) return guarded(null, [...held, notAllowed]);
	const step = oneStep(from, target, limits);
	return guarded(step.allowed, [...held, ...step.held]);
}

/** Why an amount must not be raised today, or null. */
function raiseNotAllowed(
	{ daySpent, from, highest }: { readonly daySpent: boolean; readonly from: number; readonly highest: number },
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

/** Amounts in force before and after a push. */
const unitsOf = ({ from, to }: PushRecord, currency: string): number[] =>
	[from, to].flatMap((amount) => (amount === null ? [] : [toMinorUnits(amount, currency, 'nearest')]));
