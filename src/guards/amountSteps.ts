import { formatUnits } from '../format/formatUnits';
import { Decimal } from '../money/decimal';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import type { PushLimits } from './guardFigures';

/** A wanted amount after a guard, minor units, and the reasons for reductions. */
export interface HeldAmount {
	readonly units: number;
	readonly held: readonly Note[];
}

/**
 * The part of a wanted daily budget that keeps the day within its factor, in whole increments of the platform.
 *
 * overdelivery x budget <= dayFactor x dayAmount
 *
 * @param wanted at most the day's amount
 */
export function withinDayLimit(wanted: number, dayAmount: number, limits: PushLimits): HeldAmount {
	const { overdelivery, dayFactor, increment, currency } = limits;
	const shown = (units: number) => formatUnits(units, currency);
	const held: Note[] = [];
	let within = wanted;
	if (overdelivery !== null && dayFactor !== null && dayFactor < overdelivery) {
		const most = new Decimal(dayAmount).times(dayFactor).div(overdelivery).floor().toNumber();
		if (wanted > most) {
			within = most;
			held.push(guardNotes.dayCeiling({ overdelivery, dayFactor, dayAmount: shown(dayAmount), most: shown(most) }));
		}
	}
	const units = floorTo(increment, within);
	if (units < within) held.push(guardNotes.increment(shown(increment), shown(within - units)));
	return { units, held };
}

/**
 * The least daily budget that is set where a plan gives less: the platform's minimum, or, where that is unknown and no money is left at all, the smallest
 * step of amounts. What is in force would go on spending otherwise.
 *
 * @returns 0 if nothing is set then
 */
export const leastOf = ({ minimum, increment }: PushLimits, isMoneyGone: boolean): number =>
	minimum === null ? (isMoneyGone ? increment : 0) : ceilTo(increment, minimum);

/** What moves the bounds of a step. */
interface StepOptions {
	/** Budgets that one push may return to, however far they are. */
	readonly known?: readonly number[];
	/** Whether money is in danger: then a cut is made at once. */
	readonly urgent?: boolean;
	/** See `leastOf`. */
	readonly least?: number;
}

/**
 * The amount of one push from the budget in force toward a target. Below the platform's minimum it is the minimum, if that is a cut; null if the
 * platform does not accept the amount.
 */
export function oneStep(
	from: number,
	target: number,
	limits: PushLimits,
	{ known = [], urgent = false, least = leastOf(limits, false) }: StepOptions = {},
): { readonly allowed: number | null; readonly held: readonly Note[] } {
	const { increment, maxChangeFraction, minimum, currency } = limits;
	const shown = (units: number) => formatUnits(units, currency);
	const held: Note[] = [];
	const highest = floorTo(increment, Math.max(toInteger(from, 1 + maxChangeFraction, 'down'), ...known));
	const lowest = urgent
		? 0
		: ceilTo(increment, Math.min(toInteger(from, Math.max(0, 1 - maxChangeFraction), 'up'), ...known));
	const allowed = target > from ? Math.min(target, Math.max(from, highest)) : Math.max(target, Math.min(from, lowest));
	if (allowed !== target) {
		held.push(
			guardNotes.maxChange(maxChangeFraction, shown(from), shown(allowed), shown(target), known.includes(allowed)),
		);
		if (allowed === from) return { allowed: null, held: [...held, guardNotes.staysInForce(shown(from))] };
	}
	if (allowed > 0 && (minimum === null || allowed >= minimum)) return { allowed, held };
	const set = least > 0 && least < from ? least : null;
	const note = guardNotes.belowMinimum(
		shown(allowed),
		minimum === null ? null : shown(ceilTo(increment, minimum)),
		set === null ? null : shown(set),
	);
	return { allowed: set, held: [...held, note] };
}

/** Maximum that can be billed for the day, overdelivery x budget; null if unknown. */
export const dayCeilingOf = (overdelivery: number | null, units: number): number | null =>
	overdelivery === null ? null : toInteger(units, overdelivery, 'up');

function toInteger(units: number, factor: number, rounding: 'down' | 'up'): number {
	const exact = new Decimal(units).times(factor);
	return (rounding === 'down' ? exact.floor() : exact.ceil()).toNumber();
}

const floorTo = (step: number, units: number): number => Math.floor(units / step) * step;
const ceilTo = (step: number, units: number): number => Math.ceil(units / step) * step;
