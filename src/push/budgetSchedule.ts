import { sum } from 'simple-statistics';

import { Decimal } from '../money/decimal';
import { toMinorUnits } from '../money/minorUnits';
import type { PlanHour } from '../plan/spendPlan';
import { hoursBetween } from '../time/localClock';

/** A daily budget, and a stretch of the day in which it is raised by a factor. */
export interface BudgetSchedule {
	readonly startMs: number;
	readonly endMs: number;
	/** Above 1, in hundredths. */
	readonly factor: number;
	/** Hours of the stretch over hours of the day. */
	readonly dayFraction: number;
}

/** A raise beyond this is a jump that a platform's learning does not follow. */
const MAX_FACTOR = 2;

/**
 * The stretch of coming hours that a plan gives most beyond the even rate, and by which factor.
 *
 * factor = planned rate inside / planned rate outside, at most 2, rounded down to hundredths
 *
 * @returns null if no coming hours stand out by a hundredth
 */
export function budgetSchedule(hours: readonly PlanHour[], nowMs: number, currency: string): BudgetSchedule | null {
	const amounts = hours.map(({ amount }) => toMinorUnits(amount, currency, 'nearest'));
	const total = sum(amounts);
	const dayHours = hoursBetween(hours[0]!.startMs, hours.at(-1)!.endMs);
	let best = { gain: 0, from: 0, to: 0, inside: 0 };
	for (let from = 0; from < hours.length; from++) {
		if (hours[from]!.startMs < nowMs) continue;
		let inside = 0;
		for (let to = from; to < hours.length; to++) {
			inside += amounts[to]!;
			const length = hoursBetween(hours[from]!.startMs, hours[to]!.endMs);
			const gain = inside - (total * length) / dayHours;
			if (gain > best.gain && length < dayHours) best = { gain, from, to, inside };
		}
	}
	if (best.gain === 0) return null;
	const { startMs } = hours[best.from]!;
	const { endMs } = hours[best.to]!;
	const dayFraction = hoursBetween(startMs, endMs) / dayHours;
	const outside = (total - best.inside) / (1 - dayFraction);
	const ratio = outside > 0 ? best.inside / dayFraction / outside : MAX_FACTOR;
	const factor = hundredthsDown(Math.min(MAX_FACTOR, ratio));
	return factor > 1 ? { startMs, endMs, factor, dayFraction } : null;
}

/**
 * The daily budget that spends a day's amount together with its schedule: base (1 + (factor - 1) dayFraction) = amount.
 *
 * @param amount of the day, minor units
 * @returns minor units, rounded down
 */
export const baseBudget = (amount: number, { factor, dayFraction }: BudgetSchedule): number =>
	Math.floor(amount / (1 + (factor - 1) * dayFraction));

/**
 * The schedule that stays within a day's amount on top of the budget in force, or null if that leaves nothing to raise.
 *
 * @param amount of the day, minor units
 * @param base   daily budget in force, minor units
 */
export function withinAmount(schedule: BudgetSchedule, amount: number, base: number): BudgetSchedule | null {
	const room = new Decimal(amount).div(base).minus(1).div(schedule.dayFraction).plus(1).toNumber();
	const factor = Math.min(schedule.factor, hundredthsDown(room));
	return factor > 1 ? { ...schedule, factor } : null;
}

const hundredthsDown = (value: number): number => Math.floor(100 * value + NEGLIGIBLE) / 100;

/** Rounding of floating point: 1.15 is not 1.14. */
const NEGLIGIBLE = 1e-9;
