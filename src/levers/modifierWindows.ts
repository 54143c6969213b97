import { mean, sum } from 'simple-statistics';

import type { PlanHour } from '../plan/spendPlan';
import { hoursBetween } from '../time/localClock';
import { MAX_WINDOWS, type Weekday } from './adScheduleRow';
import { mergeHours, type OpenHour } from './mergeHours';
import type { ScheduleWindow } from './scheduleChanges';

/** @see https://developers.google.com/google-ads/api/reference/rpc/v26/CampaignCriterion, bid_modifier */
const MIN_MODIFIER = 0.1;
const MAX_MODIFIER = 10;

const HOURS = 24;

/** (24) planned multiplier of each clock hour; null for past and skipped hours. */
export function multipliersByHour(hours: readonly PlanHour[], nowMs: number): (number | null)[] {
	return Array.from({ length: HOURS }, (_, hour) => {
		const remaining = hours.filter(({ localHour, endMs }) => localHour === hour && endMs > nowMs);
		const length = sum(remaining.map(({ startMs, endMs }) => hoursBetween(startMs, endMs)));
		const weighted = sum(remaining.map(({ startMs, endMs, multiplier }) => multiplier * hoursBetween(startMs, endMs)));
		return length === 0 ? null : Math.min(MAX_MODIFIER, Math.max(MIN_MODIFIER, weighted / length));
	});
}

/**
 * The windows of a weekday that approximate the planned multipliers best, over its open hours.
 *
 * @param before windows in force; null for a campaign without an ad schedule, which is open all day
 * @param wanted (24) from `multipliersByHour`
 * @returns in order, and whether the change of a modifier was limited to the maximum
 */
export function modifierWindows(
	weekday: Weekday,
	before: readonly ScheduleWindow[] | null,
	wanted: readonly (number | null)[],
	maxChangeFraction: number,
): { readonly windows: readonly ScheduleWindow[]; readonly limited: boolean } {
	const modifierBefore = (hour: number): number | undefined =>
		before === null ? 1 : before.find(({ startHour, endHour }) => startHour <= hour && hour < endHour)?.modifier;
	const open = Array.from({ length: HOURS }, (_, hour): OpenHour => ({ hour, factor: wanted[hour]! })).filter(
		({ hour }) => modifierBefore(hour) !== undefined,
	);
	let limited = false;
	const windows = mergeHours(open, MAX_WINDOWS).map(({ startHour, endHour, factor }): ScheduleWindow => {
		const inside = Array.from({ length: endHour - startHour }, (_, step) => modifierBefore(startHour + step)!);
		const usual = mean(inside);
		const modifier = factor === null ? hundredths(usual) : withinChange(factor, usual, maxChangeFraction);
		limited ||= factor !== null && modifier !== hundredths(factor);
		return { weekday, startHour, endHour, modifier };
	});
	return { windows: mergeEqual(windows), limited };
}

const hundredths = (modifier: number): number => Math.round(100 * modifier) / 100;

/** The modifier with two decimals within the maximum change; if there is none, the previous one, rounded. */
function withinChange(wanted: number, before: number, maxChangeFraction: number): number {
	const lowest = Math.ceil(100 * Math.max(MIN_MODIFIER, before * (1 - maxChangeFraction)) - EPSILON);
	const highest = Math.floor(100 * Math.min(MAX_MODIFIER, before * (1 + maxChangeFraction)) + EPSILON);
	return highest < lowest ? hundredths(before) : Math.min(highest, Math.max(lowest, Math.round(100 * wanted))) / 100;
}

/** Tolerance for rounding errors, so that 0.7 of 1 is 0.7. */
const EPSILON = 1e-9;

/** Merges adjacent windows with the same modifier. */
function mergeEqual(windows: readonly ScheduleWindow[]): ScheduleWindow[] {
	const merged: ScheduleWindow[] = [];
	for (const window of windows) {
		const last = merged.at(-1);
		if (last?.endHour === window.startHour && last.modifier === window.modifier) {
			merged[merged.length - 1] = { ...last, endHour: window.endHour };
		} else merged.push(window);
	}
	return merged;
}
