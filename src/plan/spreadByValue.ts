import { sum } from 'simple-statistics';

import { allocate } from '../allocator/allocate';
import { isFiniteThroughout } from '../statistics/isFiniteThroughout';
import type { DayReason, DaySpread } from './daySpread';

/** What a day is worth and can take. */
export interface DayPotential {
	/** Factor on the results of the same spend. */
	readonly value: number;
	/** Minor units that can be spent on it; Infinity if nothing limits it but the budget. */
	readonly demand: number;
	/** The same as it is counted on today: lower for days ahead, so that money that may find no place later is offered now. */
	readonly certainDemand: number;
	/** Minor units that it may spend whatever it is worth. */
	readonly maximum: number;
	/** Its weight by the pacing of the flight, in even days. */
	readonly pacing: number;
	readonly isEvent: boolean;
}

interface SpreadingByValue {
	readonly potentialOf: (date: string) => DayPotential;
	/** Of the results of a day to its spend. */
	readonly elasticity: number;
	/** The largest share of an even day that the first day may have; Infinity without such a bound. */
	readonly firstDayBound: number;
}

/** A day's amount around an even day, or its part by the pacing of the flight, while days are left to make up for it. */
const LEAST = 0.5;
const MOST = 1.7;
const BOUNDED_DAYS = 3;

/** Demand that falls short by less may be chance; on the last two days nothing can be said. */
const SHORT = 0.97;
const MIN_DAYS_JUDGED = 3;

/** Days whose amounts differ by less count as even. */
const EVEN = 0.01;

/**
 * Spreads an amount over days for the most results: results of a day ~ value * amount ^ elasticity, within what each day can spend.
 *
 * An amount is solved exactly by `allocate`; the amounts are rounded so that every running sum is exact to the minor unit.
 */
export const spreadByValue = ({ potentialOf, elasticity, firstDayBound }: SpreadingByValue): DaySpread => ({
	isHourly: false,
	firstDayBound,
	spread: (dates, left, mostOfFirst) => {
		const potentials = dates.map(potentialOf);
		const paced = sum(potentials.map(({ pacing }) => pacing));
		const evens = potentials.map(({ pacing }) => (left * pacing) / paced);
		const isFinite = potentials.every(({ value, demand, certainDemand }) =>
			isFiniteThroughout([value, Math.min(demand, left), Math.min(certainDemand, left)]),
		);
		if (!isFinite || left <= 0) {
			const reason = left > 0 ? 'even' : 'nothing-left';
			return { amounts: cumulative(evens), reasons: dates.map(() => reason), unplaced: 0, isFinite };
		}
		const boundOf = (day: number) => (day === 0 ? mostOfFirst : Infinity);
		const most = (isBounded: boolean) =>
			potentials.map(({ certainDemand, maximum }, day) =>
				Math.min(
					certainDemand,
					maximum,
					boundOf(day),
					isBounded && dates.length > BOUNDED_DAYS ? MOST * evens[day]! : Infinity,
				),
			);
		const bounded = most(true);
		const highs = sum(bounded) < left ? most(false) : bounded;
		const lows = highs.map((high, day) => Math.min(high, LEAST * evens[day]!));
		const { amounts } = allocate(
			potentials.map(({ value }, day) => ({
				curve: { kind: 'power', a: value, s: elasticity },
				min: lows[day]!,
				max: Math.min(left, highs[day]!),
			})),
			left,
		);
		const demand = sum(potentials.map((day) => Math.min(day.demand, day.maximum)));
		const isLimited = potentials.every((day) => day.demand < Infinity);
		const isShort = isLimited && demand < SHORT * left && dates.length >= MIN_DAYS_JUDGED;
		return {
			amounts: cumulative(amounts),
			reasons: amounts.map((amount, day) =>
				reasonOf(amount, { ...potentials[day]!, bound: boundOf(day), even: evens[day]! }),
			),
			unplaced: isShort ? Math.floor(left - demand) : 0,
			isFinite,
		};
	},
});

function reasonOf(
	amount: number,
	{
		certainDemand,
		maximum,
		bound,
		isEvent,
		pacing,
		even,
	}: DayPotential & { readonly bound: number; readonly even: number },
): DayReason {
	const isAt = (limit: number) => amount >= limit * (1 - EVEN);
	if (isAt(maximum)) return 'maximum';
	if (isAt(certainDemand)) return 'demand';
	if (isAt(bound)) return 'first-days';
	if (isEvent) return 'event';
	if (Math.abs(pacing - 1) > EVEN) return 'flight-pacing';
	return Math.abs(amount / even - 1) > EVEN ? 'value' : 'even';
}

/** Whole minor units whose running sums are the exact ones, rounded down. */
function cumulative(amounts: readonly number[]): number[] {
	let exact = 0;
	let taken = 0;
	return amounts.map((amount) => {
		exact += amount;
		const next = Math.floor(exact + EPSILON);
		const units = next - taken;
		taken = next;
		return units;
	});
}

/** Rounding error in a sum of amounts. */
const EPSILON = 1e-6;
