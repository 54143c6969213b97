import { Decimal } from '../money/decimal';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { formatUnits } from './formatUnits';
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
 * The amount of one push from the budget in force toward a target. Below the platform's minimum it is the minimum, if that is a cut; null if the
 * platform does not accept the amount.
 *
 * @param level a budget that a raise may return to in one step, at least the one in force
 */
export function oneStep(
	from: number,
	target: number,
	{ increment, maxChangeFraction, minimum, currency }: PushLimits,
	level = from,
): { readonly allowed: number | null; readonly held: readonly Note[] } {
	const shown = (units: number) => formatUnits(units, currency);
	const held: Note[] = [];
	const highest = floorTo(increment, Math.max(level, toInteger(from, 1 + maxChangeFraction, 'down')));
	const lowest = ceilTo(increment, toInteger(from, Math.max(0, 1 - maxChangeFraction), 'up'));
	const allowed = target > from ? Math.min(target, Math.max(from, highest)) : Math.max(target, Math.min(from, lowest));
	if (allowed !== target) {
		held.push(guardNotes.maxChange(maxChangeFraction, shown(from), shown(allowed), shown(target)));
		if (allowed === from) return { allowed: null, held: [...held, guardNotes.staysInForce(shown(from))] };
	}
	if (allowed > 0 && (minimum === null || allowed >= minimum)) return { allowed, held };
	const least = minimum === null ? null : ceilTo(increment, minimum);
	const set = least !== null && least < from;
	const note = guardNotes.belowMinimum(shown(allowed), least === null ? null : shown(least), set);
	return { allowed: set ? least : null, held: [...held, note] };
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
