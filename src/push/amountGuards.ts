import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { withinDayLimit, dayCeilingOf, oneStep, showing } from './amountSteps';
import { editedMeanwhile, editNotAllowed, type Edited, lastPush, type PushMoment, pushesToday } from './editGuards';
import type { PushLimits } from './guardFigures';
import type { PushRecord } from './pushRecord';
import type { Reason } from './reason';

/** A daily budget that a plan wants, amounts in minor units. */
export interface AmountChange extends Edited {
	readonly wanted: number;
	/** As read just now; null if it was not read. */
	readonly current: number | null;
	/** The object's part of the day's amount: what a day may cost is counted from it. */
	readonly dayAmount: number;
	/** Whether the day's amount of the whole budget is spent. */
	readonly daySpent: boolean;
	/** Whether the amount is all there is to push. */
	readonly amountOnly: boolean;
	readonly currency: string;
}

/** What may be pushed, null for nothing, and what was held back of it and why. */
export interface GuardedAmount {
	readonly allowed: number | null;
	/** What is in force before, as far as it is known. */
	readonly from: number | null;
	/** The most that the platform may then bill for the day, null where it is not known. */
	readonly dayCeiling: number | null;
	readonly held: readonly Reason[];
}

/**
 * Lets an amount through to a platform, as far as the guards allow.
 *
 * On a platform with a ratchet the limit of a day is overdelivery x the highest budget set that day, whatever it is lowered to. So no amount
 * is pushed with which that limit is above dayFactor x the day's amount, and a budget that was higher today is not raised again.
 */
export function guardAmount(
	change: AmountChange,
	records: readonly PushRecord[],
	limits: PushLimits,
	moment: PushMoment,
): GuardedAmount {
	const { wanted, current, currency, dayAmount } = change;
	const shown = showing(currency);
	const last = lastPush(change, records);
	const lastTo = last === undefined ? null : toMinorUnits(last.to, currency, 'nearest');
	const from = current ?? lastTo;
	const today = pushesToday(change, records, moment).flatMap((push) => unitsOf(push, currency));
	const highest = Math.max(from ?? 0, ...today);
	const held: Reason[] = [];
	const nothing = (reason: Reason): GuardedAmount => ({
		allowed: null,
		from,
		dayCeiling: dayCeilingOf(limits.overdelivery, highest),
		held: [...held, reason],
	});

	const overwritten = limits.overwriteEdits && current !== null && current !== lastTo;
	if (last?.planId === moment.planId && !overwritten) {
		return nothing({ code: 'unchanged', message: 'This plan was pushed already' });
	}
	if (last !== undefined && current !== null && !limits.overwriteEdits) {
		const edit = editedMeanwhile(last, fromMinorUnits(current, currency));
		if (edit !== null) return nothing(edit);
	}
	if (from === null) {
		const message = 'What is in force is not known, so neither the change nor the way back is';
		return nothing({ code: 'current-unknown', message });
	}
	const { units: target, held: beyondLimit } = withinDayLimit(wanted, dayAmount, limits, currency);
	held.push(...beyondLimit);
	if (target === from && change.amountOnly) {
		return nothing({ code: 'unchanged', message: `${shown(from)} is in force already` });
	}
	const notAllowed = editNotAllowed(change, records, limits, moment);
	if (notAllowed !== null) return nothing(notAllowed);
	if (target > from) {
		const notRaised = raiseNotAllowed(change, from, highest, limits, shown);
		if (notRaised !== null) return nothing(notRaised);
	}
	const step = oneStep(from, target, limits, currency);
	const top = step.allowed === null ? highest : Math.max(step.allowed, highest);
	return {
		allowed: step.allowed,
		from,
		dayCeiling: dayCeilingOf(limits.overdelivery, top),
		held: [...held, ...step.held],
	};
}

/** Why an amount must not be raised any more today, or null. */
function raiseNotAllowed(
	{ daySpent }: AmountChange,
	from: number,
	highest: number,
	{ ratchet, overdelivery }: PushLimits,
	shown: (units: number) => string,
): Reason | null {
	if (daySpent) {
		const message = "The day's amount is spent: a raise could only spend more than it";
		return { code: 'day-amount-spent', message };
	}
	if (!ratchet || highest <= from) return null;
	const billable = dayCeilingOf(overdelivery, highest);
	const limit = billable === null ? 'The limit of the day' : `What it may bill today, ${shown(billable)},`;
	const message = `${limit} follows the highest budget of the day, ${shown(highest)}: lowered since, it is raised again tomorrow`;
	return { code: 'same-day-ratchet', message };
}

/** Amounts that a push had in force on its day. */
const unitsOf = ({ from, to }: PushRecord, currency: string): number[] =>
	[from, to].flatMap((amount) => (amount === null ? [] : [toMinorUnits(amount, currency, 'nearest')]));
