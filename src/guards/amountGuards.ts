import { formatMoney } from '../format/formatMoney';
import { formatUnits } from '../format/formatUnits';
import { toMinorUnits } from '../money/minorUnits';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { targetNotes } from '../notes/targetNotes';
import { type Edited, lastPush, type PushRecord } from '../records/pushRecord';
import type { AmountChange } from './amountChange';
import { dayCeilingOf, leastOf, oneStep, withinDayLimit } from './amountSteps';
import { editNotAllowed, pushesToday } from './editGuards';
import type { GuardContext } from './guardContext';
import type { PushLimits } from './guardFigures';
import { knownBudgets } from './knownBudgets';
import { type EditWords, lastPushAgainst } from './lastPushGuards';
import { isUrgent } from './moneyLeft';
import { isTargetLoosened } from './raisedTogether';
import { tooSmall } from './worthAnEdit';

/** The amount that may be pushed, and the reasons for reductions. */
export interface GuardedAmount {
	readonly allowed: number | null;
	/** The budget in force before, if known; the highest that may be, if the last push is open. */
	readonly from: number | null;
	/** Maximum that the platform may bill for the day; null if unknown. */
	readonly dayCeiling: number | null;
	readonly held: readonly Note[];
	/** Whether money is in danger until the budget is lowered. */
	readonly urgent: boolean;
}

/**
 * The amount that the guards allow to be pushed.
 *
 * On a platform with a same-day ratchet the limit of a day is overdelivery x the highest budget set that day, even if it is lowered later.
 * The limit must therefore not exceed dayFactor x the day's amount, and a budget that was higher today is not raised again.
 *
 * Where money is in danger, a cut is held by nothing but old data, a person's edit and the platform's own quota.
 */
export function guardAmount(change: AmountChange, context: GuardContext): GuardedAmount {
	const { limits, records } = context;
	const { currency } = limits;
	const inForce = change.current === null ? budgetsInForce(change, records, currency) : [change.current];
	const from = inForce.length === 0 ? null : Math.max(...inForce);
	const today = pushesToday(change, context);
	const highest = Math.max(from ?? 0, ...today.flatMap((push) => unitsOf(push, currency)));
	const { units: target, held } = withinDayLimit(wantedNow(change, limits), change.dayAmount, limits);
	const least = leastOf(limits, change.money.periodLeft === 0);
	const urgent = from !== null && Math.max(target, least) < Math.min(...inForce) && isUrgent(change.money, from);
	const guarded = (allowed: number | null, reasons: readonly Note[]): GuardedAmount => ({
		allowed,
		from,
		dayCeiling: dayCeilingOf(limits.overdelivery, Math.max(allowed ?? 0, highest)),
		held: reasons,
		urgent,
	});
	const edited = lastPush(change, records)?.edit !== undefined;
	const against = urgent && !edited ? null : lastPushAgainst(change, context, wordsOf(change, currency));
	if (against !== null) return guarded(null, [against]);
	if (from === null) return guarded(null, [guardNotes.currentUnknown()]);
	const known = deliversNothing(from, limits) ? withoutAge(context) : context;
	const notAllowed = isUnchanged(change, from, target)
		? guardNotes.alreadyInForce(formatUnits(from, currency))
		: (tooSmall(change, { from, target, urgent, today }, context) ??
			editNotAllowed(change, known, urgent) ??
			(target > from
				? (besideTarget(change, context) ?? raiseNotAllowed({ daySpent: change.money.daySpent, from, highest }, known))
				: null));
	if (notAllowed !== null) return guarded(null, [...held, notAllowed]);
	const step = oneStep(from, target, limits, { known: knownBudgets(change, context), urgent, least });
	return guarded(step.allowed, [...held, ...step.held]);
}

/** The part of the day's amount that is set once that is spent. */
const STOPPING = 0.97;

/** What is wanted; if the day's amount is spent too early on a platform that goes on beyond budgets, so much less of it that what is in force is below what is spent. */
const wantedNow = ({ wanted, dayAmount, money }: AmountChange, { overdelivery }: PushLimits): number =>
	money.daySpent && money.dayInDanger && (overdelivery ?? 1) > 1
		? Math.min(wanted, Math.floor(STOPPING * dayAmount))
		: wanted;

/** Whether a budget is the least that can be set: no report comes of it, so there is no newer data to wait for. */
const deliversNothing = (from: number, { minimum, increment }: PushLimits): boolean =>
	minimum === null && from <= increment;

const withoutAge = (context: GuardContext): GuardContext => ({
	...context,
	moment: { ...context.moment, stale: null, staleForRaise: null },
});

/** The budgets that may be in force without having been read: two if the last push is open. */
function budgetsInForce(edited: Edited, records: readonly PushRecord[], currency: string): number[] {
	const last = lastPush(edited, records);
	if (last === undefined) return [];
	const values =
		last.edit !== undefined
			? [last.edit.value]
			: { confirmed: [last.to], failed: [last.from], prepared: [last.from, last.to], unknown: [last.from, last.to] }[
					last.status
				];
	return values.flatMap((value) => (value === null ? [] : [toMinorUnits(value, currency, 'nearest')]));
}

/** Whether nothing would change. */
const isUnchanged = ({ amountOnly }: AmountChange, from: number, target: number): boolean =>
	amountOnly && target === from;

/** Why a budget is not raised in the run that loosened a bidding target behind it, or null. */
const besideTarget = (
	{ platform, object }: AmountChange,
	{ records, moment: { planId } }: GuardContext,
): Note | null => (isTargetLoosened(object, { platform, planId, records }) ? targetNotes.targetLoosened() : null);

/** Why an amount must not be raised today, or null. */
function raiseNotAllowed(
	{ daySpent, from, highest }: { readonly daySpent: boolean; readonly from: number; readonly highest: number },
	{ limits: { ratchet, overdelivery, currency }, moment: { staleForRaise } }: GuardContext,
): Note | null {
	if (daySpent) return guardNotes.dayAmountSpent();
	if (staleForRaise !== null) return guardNotes.staleData(staleForRaise);
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

/** How a value that somebody has set is described. */
const wordsOf = ({ effect }: AmountChange, currency: string): EditWords => ({
	format: (amount) => formatMoney(amount, currency),
	effect: (amount) => effect(toMinorUnits(amount, currency, 'nearest')),
});
