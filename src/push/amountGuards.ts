import { Decimal } from '../money/decimal';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
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
	const shown = (units: number) => `${fromMinorUnits(units, currency)} ${currency}`;
	const last = lastPush(change, records);
	const lastTo = last === undefined ? null : toMinorUnits(last.to, currency, 'nearest');
	const from = current ?? lastTo;
	const today = pushesToday(change, records, moment).flatMap((push) => unitsOf(push, currency));
	const highest = Math.max(from ?? 0, ...today);
	const held: Reason[] = [];
	const nothing = (reason: Reason): GuardedAmount => ({
		allowed: null,
		from,
		dayCeiling: ceiling(limits.overdelivery, highest),
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
	const affordable = mostFor(dayAmount, limits);
	if (wanted > affordable) {
		const message = `The platform may bill ${limits.overdelivery} times a daily budget: ${shown(affordable)} keep the day within ${limits.dayFactor} times ${shown(dayAmount)}`;
		held.push({ code: 'day-ceiling', message });
	}
	const target = floorTo(limits.increment, Math.min(wanted, affordable));
	if (target < Math.min(wanted, affordable)) {
		const message = `Amounts are multiples of ${shown(limits.increment)} here: ${shown(Math.min(wanted, affordable) - target)} are left out`;
		held.push({ code: 'increment', message });
	}
	if (target === from && change.amountOnly) {
		return nothing({ code: 'unchanged', message: `${shown(from)} is in force already` });
	}
	const notAllowed = editNotAllowed(change, records, limits, moment);
	if (notAllowed !== null) return nothing(notAllowed);
	if (target > from) {
		const notRaised = raiseNotAllowed(change, from, highest, limits, shown);
		if (notRaised !== null) return nothing(notRaised);
	}
	const most = floorTo(limits.increment, toInteger(from, 1 + limits.maxChangeFraction, 'down'));
	const least = ceilTo(limits.increment, toInteger(from, Math.max(0, 1 - limits.maxChangeFraction), 'up'));
	const allowed = target > from ? Math.min(target, Math.max(from, most)) : Math.max(target, Math.min(from, least));
	if (allowed !== target) {
		const message = `From ${shown(from)} one push changes at most ${limits.maxChangeFraction} of it: ${shown(allowed)} instead of ${shown(target)}`;
		held.push({ code: 'max-change', message });
		if (allowed === from) return nothing({ code: 'unchanged', message: `${shown(from)} stays in force` });
	}
	if (allowed === 0 || (limits.minimum !== null && allowed < limits.minimum)) {
		const message = `${shown(allowed)} is less than the platform takes (${limits.minimum === null ? 'more than 0' : shown(limits.minimum)}): pause it there if it is not to spend`;
		return nothing({ code: 'below-minimum', message });
	}
	return { allowed, from, dayCeiling: ceiling(limits.overdelivery, Math.max(allowed, highest)), held };
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
	const billable = ceiling(overdelivery, highest);
	const limit = billable === null ? 'The limit of the day' : `What it may bill today, ${shown(billable)},`;
	const message = `${limit} follows the highest budget of the day, ${shown(highest)}: lowered since, it is raised again tomorrow`;
	return { code: 'same-day-ratchet', message };
}

/** Amounts that a push had in force on its day. */
const unitsOf = ({ from, to }: PushRecord, currency: string): number[] =>
	[from, to].flatMap((amount) => (amount === null ? [] : [toMinorUnits(amount, currency, 'nearest')]));

/** overdelivery x budget, the most that can be billed for the day. */
const ceiling = (overdelivery: number | null, units: number): number | null =>
	overdelivery === null ? null : toInteger(units, overdelivery, 'up');

/** The largest budget with which overdelivery x budget <= dayFactor x dayAmount; the day's amount at most. */
const mostFor = (dayAmount: number, { overdelivery, dayFactor }: PushLimits): number =>
	overdelivery === null || dayFactor === null || dayFactor >= overdelivery
		? dayAmount
		: new Decimal(dayAmount).times(dayFactor).div(overdelivery).floor().toNumber();

function toInteger(units: number, factor: number, rounding: 'down' | 'up'): number {
	const exact = new Decimal(units).times(factor);
	return (rounding === 'down' ? exact.floor() : exact.ceil()).toNumber();
}

const floorTo = (step: number, units: number): number => Math.floor(units / step) * step;
const ceilTo = (step: number, units: number): number => Math.ceil(units / step) * step;
