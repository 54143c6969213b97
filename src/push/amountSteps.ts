import { Decimal } from '../money/decimal';
import { fromMinorUnits } from '../money/minorUnits';
import type { PushLimits } from './guardFigures';
import type { Reason } from './reason';

/** What is left of a wanted amount, minor units, and what was held back of it. */
export interface HeldAmount {
	readonly units: number;
	readonly held: readonly Reason[];
}

/** The part of a wanted daily budget that keeps the day within its factor, in whole steps of the platform. */
export function withinDayLimit(wanted: number, dayAmount: number, limits: PushLimits, currency: string): HeldAmount {
	const { overdelivery, dayFactor, increment } = limits;
	const shown = showing(currency);
	const held: Reason[] = [];
	const most = mostFor(dayAmount, limits);
	if (wanted > most) {
		const message = `The platform may bill ${overdelivery} times a daily budget: ${shown(most)} keep the day within ${dayFactor} times ${shown(dayAmount)}`;
		held.push({ code: 'day-ceiling', message });
	}
	const units = floorTo(increment, Math.min(wanted, most));
	if (units < Math.min(wanted, most)) {
		const message = `Amounts are multiples of ${shown(increment)} here: ${shown(Math.min(wanted, most) - units)} are left out`;
		held.push({ code: 'increment', message });
	}
	return { units, held };
}

/** How far one push goes from what is in force towards a target; not at all where the platform does not take the amount. */
export function oneStep(
	from: number,
	target: number,
	{ increment, maxChangeFraction, minimum }: PushLimits,
	currency: string,
): { readonly allowed: number | null; readonly held: readonly Reason[] } {
	const shown = showing(currency);
	const held: Reason[] = [];
	const most = floorTo(increment, toInteger(from, 1 + maxChangeFraction, 'down'));
	const least = ceilTo(increment, toInteger(from, Math.max(0, 1 - maxChangeFraction), 'up'));
	const allowed = target > from ? Math.min(target, Math.max(from, most)) : Math.max(target, Math.min(from, least));
	if (allowed !== target) {
		const message = `From ${shown(from)} one push changes at most ${maxChangeFraction} of it: ${shown(allowed)} instead of ${shown(target)}`;
		held.push({ code: 'max-change', message });
		if (allowed === from) {
			held.push({ code: 'unchanged', message: `${shown(from)} stays in force` });
			return { allowed: null, held };
		}
	}
	if (allowed === 0 || (minimum !== null && allowed < minimum)) {
		const message = `${shown(allowed)} is less than the platform takes (${minimum === null ? 'more than 0' : shown(minimum)}): pause it there if it is not to spend`;
		return { allowed: null, held: [...held, { code: 'below-minimum', message }] };
	}
	return { allowed, held };
}

/** An amount in words. */
export const showing =
	(currency: string) =>
	(units: number): string =>
		`${fromMinorUnits(units, currency)} ${currency}`;

/** overdelivery x budget, the most that can be billed for the day; null where it is not known. */
export const dayCeilingOf = (overdelivery: number | null, units: number): number | null =>
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
