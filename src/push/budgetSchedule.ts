import { sum } from 'simple-statistics';

import { Decimal } from '../money/decimal';
import { toMinorUnits } from '../money/minorUnits';
import type { PlanHour } from '../plan/spendPlan';
import { hoursBetween } from '../time/localClock';

/** A stretch of the day in which the daily budget is raised by a factor. */
export interface BudgetSchedule {
	readonly startMs: number;
	readonly endMs: number;
	/** Above 1, with two decimals. */
	readonly factor: number;
	/** Length of the stretch over length of the day. */
	readonly dayFraction: number;
}

/** Largest increase that the platform's bidding can be expected to follow. */
const MAX_FACTOR = 2;

/**
 * The stretch of remaining hours with the largest planned spend above an even rate, and its factor.
 *
 * factor = planned rate inside / planned rate outside, at most 2, rounded down to two decimals
 *
 * @returns null if no stretch exceeds the even rate by 0.01
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
	const factor = floorToHundredths(Math.min(MAX_FACTOR, ratio));
	return factor > 1 ? { startMs, endMs, factor, dayFraction } : null;
}

/**
 * The daily budget that spends the day's amount together with its schedule: base (1 + (factor - 1) dayFraction) = amount.
 *
 * @param amount of the day, minor units
 * @returns minor units, rounded down
 */
export const baseBudget = (amount: number, { factor, dayFraction }: BudgetSchedule): number =>
	Math.floor(amount / (1 + (factor - 1) * dayFraction));

/**
 * The schedule reduced to keep within the day's amount, given the budget in force; null if no increase is possible.
 *
 * @param amount of the day, minor units
 * @param base   daily budget in force, minor units
 */
export function withinAmount(schedule: BudgetSchedule, amount: number, base: number): BudgetSchedule | null {
	const room = new Decimal(amount).div(base).minus(1).div(schedule.dayFraction).plus(1).toNumber();
	const factor = Math.min(schedule.factor, floorToHundredths(room));
	return factor > 1 ? { ...schedule, factor } : null;
}

const floorToHundredths = (value: number): number => Math.floor(100 * value + EPSILON) / 100;

/** Tolerance for rounding errors, so that 1.15 does not become 1.14. */
const EPSILON = 1e-9;
