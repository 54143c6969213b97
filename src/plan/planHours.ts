import { sum } from 'simple-statistics';

import type { BudgetDefinition } from '../budget/budgetDefinition';
import { openHoursBetween } from '../budget/openTime';
import type { Learning } from '../learning/learning';
import { nowcast } from '../learning/nowcast';
import { toMicros } from '../money/micros';
import { fromMinorUnits, minorUnitsOfMicros, toMinorUnits } from '../money/minorUnits';
import type { LocalHour } from '../time/localDay';
import { assertFinite } from './assertFinite';
import type { DayDelivery } from './dayDelivery';
import { hourlyLeverOf } from './hourlyLever';
import { type OpenHour, planAmounts } from './planAmounts';
import type { PlanContext } from './planContext';
import { type SplitPlan, splitPlan } from './splitPlan';
import { strategyWeights } from './strategyWeights';

/** An hour may spend twice its amount before it is stopped: platforms deliver in bursts, and Google bills up to twice a daily budget. */
const CAP_FACTOR = 2;

/** It may also spend this many standard deviations of chance above its amount, which is more than twice where an hour has few clicks. */
const CAP_DEVIATIONS = 6;

/** Bids change by at most a factor of ten. */
const MAX_MULTIPLIER = 10;

/** A local day to plan. Amounts in minor units. */
interface DayToPlan {
	readonly dayAmount: number;
	/** The part of it that no campaign has demand for; 0 by default. */
	readonly unplaced?: number;
	/** Whether the period that sets the amount is nearly over; false by default. */
	readonly isLastDays?: boolean;
	readonly delivery: DayDelivery;
	/** (hours) amounts of the previous plan; null without one. */
	readonly before: readonly number[] | null;
}

/** Planned amounts, caps and multipliers of a local day. Amounts in minor units. */
interface PlannedHours extends SplitPlan {
	readonly day: readonly LocalHour[];
	/** Index of the first hour that is not over. */
	readonly firstOpen: number;
	/** (hours) what is reported, and the same with what is expected but not reported. */
	readonly reported: readonly number[];
	readonly delivered: readonly number[];
	/** (hours) expected spend at the multiplier in force, major units. */
	readonly demand: readonly number[];
	/** The cap of an hour by its index. */
	readonly capOf: (hour: number) => number;
	/** The factor on the base bid in an hour by its index; 1 for past hours. */
	readonly multiplierOf: (hour: number) => number;
}

/** Sets the amount, cap and bid multiplier of every remaining hour of a local day. What is expected but not reported counts as spent. */
export function planHours(
	context: PlanContext,
	{ dayAmount, unplaced = 0, isLastDays = false, delivery, before }: DayToPlan,
): PlannedHours {
	const { learning, nowMs, date, day, unreported } = context;
	const { definition, dataUntilMs = -Infinity } = learning;
	const { currency } = definition;
	const reported = cumulativeMinorUnits(delivery.spend, currency);
	const firstOpen = day.findIndex(({ endMs }) => endMs > nowMs);
	const expected = isUnderway(day, nowMs) ? unreported.byHour : day.map(() => 0);
	const silent = cumulativeMinorUnits(expected.map(toMicros), currency);
	const delivered = reported.map((units, hour) => units + silent[hour]!);
	const past = delivered.slice(0, firstOpen);
	const demand = nowcast(learning, day, dataUntilMs);
	assertFinite('demand', demand);
	const lever = hourlyLeverOf(definition);
	const weights =
		lever === 'none'
			? demand.map((spend, hour) => spend * remainingShare(day[hour]!, nowMs, definition))
			: remainingWeights(context, demand);
	assertFinite('efficiency', weights);
	const demandOf = (hour: number) =>
		delivered[hour]! + toMinorUnits(demand[hour]! * remainingShare(day[hour]!, nowMs, definition), currency, 'nearest');
	const limited = lever === 'none' ? { ...definition, limits: {} } : definition;
	const open = day.slice(firstOpen).flatMap((hour, position): OpenHour[] => {
		const hourIndex = firstOpen + position;
		const hours = openHoursBetween(definition, hour.startMs, hour.endMs);
		const hoursLeft = hours * remainingShare(hour, nowMs, definition);
		if (hoursLeft === 0) return [];
		return [
			{
				hourIndex,
				hours,
				hoursLeft,
				delivered: delivered[hourIndex]!,
				weight: weights[hourIndex]!,
				before: before?.[hourIndex] ?? null,
				demand: lever === 'cap' && learning.spendModel !== null ? demandOf(hourIndex) : undefined,
			},
		];
	});
	const isOpen = new Set(open.map(({ hourIndex }) => hourIndex));
	const spentClosed = sum(delivered.filter((_, hour) => hour >= firstOpen && !isOpen.has(hour)));
	const whole = Math.max(0, dayAmount - sum(past));
	const withoutDemand = Math.min(whole, unplaced);
	const left = whole - withoutDemand;
	/** (remaining hours) values of the open hours; a closed hour has what was delivered in it. */
	const withClosed = (values: readonly number[]): number[] => {
		const rest = delivered.slice(firstOpen);
		open.forEach(({ hourIndex }, position) => (rest[hourIndex - firstOpen] = values[position]!));
		return rest;
	};
	const split = splitPlan({
		learning,
		date,
		delivery,
		reported,
		delivered,
		past,
		dayAmount,
		withoutDemand,
		isLastDays,
		planAmounts: (withheld) => {
			const planned = planAmounts(open, left - spentClosed - withheld, dayAmount, limited);
			return { ...planned, amounts: withClosed(planned.amounts), highs: withClosed(planned.highs) };
		},
	});
	const { planned, amounts } = split;
	const unit = toMinorUnits(learning.spendModel?.unit ?? 0, currency, 'up');
	return {
		...split,
		day,
		firstOpen,
		reported,
		delivered,
		demand,
		capOf: (hour) => {
			const amount = amounts[hour]!;
			if (hour < firstOpen) return amount;
			if (lever === 'none') return isOpen.has(hour) ? Math.max(amount, left) : amount;
			const high = planned.highs[hour - firstOpen]!;
			return Math.min(high, Math.max(amount, Math.min(burstOf(amount, unit), left)));
		},
		multiplierOf: (hour) => {
			if (hour < firstOpen || lever !== 'bid') return 1;
			const ahead = Number(fromMinorUnits(amounts[hour]! - delivered[hour]!, currency));
			return bidMultiplier(ahead, demand[hour]! * remainingShare(day[hour]!, nowMs, definition), learning);
		},
	};
}

/**
 * What an hour may spend before it is stopped, minor units. A cap that stops every hour with two clicks would leave their budget to hours that have
 * to bid higher for it.
 *
 * @param unit about the cost of a click, minor units: the variance of an hour's spend by chance is unit * amount
 */
const burstOf = (amount: number, unit: number): number =>
	Math.floor(Math.max(CAP_FACTOR * amount, amount + CAP_DEVIATIONS * Math.sqrt(unit * amount)));

/** (hours) a strategy's weights of the remaining parts of a day's hours, given their traffic. */
export function remainingWeights(
	{ learning, strategy, nowMs, day }: PlanContext,
	traffic: readonly number[],
): number[] {
	return strategyWeights(strategy, learning, day, traffic).map(
		(weight, hour) => weight * remainingShare(day[hour]!, nowMs, learning.definition),
	);
}

/** Whether a local day that is not over has begun. */
export const isUnderway = ([first]: readonly LocalHour[], nowMs: number): boolean => first!.startMs <= nowMs;

/** Share of an hour's open time that remains. */
function remainingShare({ startMs, endMs }: LocalHour, nowMs: number, definition: BudgetDefinition): number {
	const whole = openHoursBetween(definition, startMs, endMs);
	return whole === 0 ? 0 : Math.max(0, openHoursBetween(definition, Math.max(startMs, nowMs), endMs) / whole);
}

/** Spend of hours in whole minor units; every running sum is the exact one, rounded to the nearest unit. */
function cumulativeMinorUnits(micros: readonly (number | null)[], currency: string): number[] {
	let exact = 0;
	let rounded = 0;
	return micros.map((spend) => {
		exact += spend ?? 0;
		const next = minorUnitsOfMicros(exact, currency);
		const units = next - rounded;
		rounded = next;
		return units;
	});
}

/**
 * The factor on the base bid at which an hour is expected to spend an amount:
 *
 * multiplier in force * (amount / demand at that multiplier)^(1 / elasticity)
 *
 * @param amount remaining amount of the hour, major units
 * @param demand expected spend of the rest of the hour, major units
 */
function bidMultiplier(amount: number, demand: number, { spendModel }: Learning): number {
	if (amount <= 0) return 0;
	if (spendModel === null) return 1;
	const { logMultiplier, elasticity } = spendModel;
	const multiplier = demand > 0 ? Math.exp(logMultiplier) * (amount / demand) ** (1 / elasticity) : MAX_MULTIPLIER;
	return Number(Math.min(MAX_MULTIPLIER, Math.max(1 / MAX_MULTIPLIER, multiplier)).toFixed(4));
}
