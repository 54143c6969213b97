import { UserError } from '../errors';
import type { PlanHour } from '../plan/spendPlan';
import { hoursBetween } from '../time/localClock';
import { type AdScheduleRow, type Weekday, WEEKDAYS } from './adScheduleRow';
import { mergeHours, type OpenHour } from './mergeHours';
import {
	changesBetween,
	neutralDay,
	type ScheduleChange,
	scheduleText,
	type ScheduleWindow,
	undoOf,
	windowOf,
} from './scheduleChanges';

/** What it takes to give a weekday of a campaign the modifiers of a plan. */
export interface AdScheduleChange {
	readonly kind: 'change';
	/** Empty where the schedule is as it should be. */
	readonly changes: readonly ScheduleChange[];
	/** Changes that restore what was; null where that needs the names of criteria not yet created. */
	readonly undo: readonly ScheduleChange[] | null;
	/** Whether part of the changes alone could close hours. */
	readonly allOrNothing: boolean;
	/** Whether a modifier was kept from changing by more than is allowed. */
	readonly limited: boolean;
	readonly from: string;
	readonly to: string;
}

/** Why a weekday's schedule is left alone. */
export interface AdScheduleHold {
	readonly kind: 'hold';
	readonly code: 'day-closed' | 'schedule-off-the-hour';
	readonly message: string;
}

/** @see https://developers.google.com/google-ads/api/reference/rpc/v26/AdScheduleInfo */
export const MOST_WINDOWS = 6;

/** @see https://developers.google.com/google-ads/api/reference/rpc/v26/CampaignCriterion, bid_modifier */
const LEAST_MODIFIER = 0.1;
const LARGEST_MODIFIER = 10;

const HOURS = 24;

/**
 * Brings the ad schedule of a campaign on the plan's weekday to the multipliers of the hours still to come.
 *
 * A campaign shows ads only in the windows that it has. So hours that a person closed stay closed, a day without windows among others is left
 * alone, and the first schedule of a campaign comes with a neutral window for each of the other days.
 *
 * Hours on clocks: one that comes twice gets the mean of both, one that is skipped goes with its neighbours, and so do past ones.
 *
 * @param rows of this campaign
 * @throws UserError if a day has more windows than Google allows: the rows of several reports were put together
 */
export function adScheduleChange(
	rows: readonly AdScheduleRow[],
	{ date, hours }: { date: string; hours: readonly PlanHour[] },
	nowMs: number,
	maxChangeFraction: number,
): AdScheduleChange | AdScheduleHold {
	const weekday = weekdayOf(date);
	const today = rows.filter(({ campaignCriterion: { adSchedule } }) => adSchedule.dayOfWeek === weekday);
	if (today.length > MOST_WINDOWS) {
		throw new UserError(
			`The ad schedule has ${today.length} windows on ${weekday}, and Google Ads allows ${MOST_WINDOWS}`,
			"Map 'Current Ad Schedule' to the rows of one report.",
		);
	}
	if (rows.length > 0 && today.length === 0) {
		const message = `The ad schedule has no window on ${weekday}: the day is closed, and stays closed`;
		return { kind: 'hold', code: 'day-closed', message };
	}
	if (today.some(({ campaignCriterion: { adSchedule: at } }) => at.startMinute !== 'ZERO' || at.endMinute !== 'ZERO')) {
		const message = `The ad schedule on ${weekday} has windows off the full hour, which are left alone`;
		return { kind: 'hold', code: 'schedule-off-the-hour', message };
	}
	const before = today.map(windowOf);
	const modifierBefore = (hour: number): number | undefined =>
		rows.length === 0 ? 1 : before.find(({ startHour, endHour }) => startHour <= hour && hour < endHour)?.modifier;
	const wanted = multipliersByHour(hours, nowMs);
	const open = Array.from({ length: HOURS }, (_, hour): OpenHour => ({ hour, factor: wanted[hour]! })).filter(
		({ hour }) => modifierBefore(hour) !== undefined,
	);
	let limited = false;
	const after = joined(
		mergeHours(open, MOST_WINDOWS).map(({ startHour, endHour, factor }): ScheduleWindow => {
			const inside = Array.from({ length: endHour - startHour }, (_, step) => modifierBefore(startHour + step)!);
			const usual = inside.reduce((sum, modifier) => sum + modifier, 0) / inside.length;
			const modifier = factor === null ? hundredths(usual) : withinChange(factor, usual, maxChangeFraction);
			limited ||= factor !== null && modifier !== hundredths(factor);
			return { weekday, startHour, endHour, modifier };
		}),
	);
	const edits = changesBetween(today, after);
	const otherDays = rows.length > 0 ? [] : WEEKDAYS.filter((day) => day !== weekday).map(neutralDay);
	const changes = edits.length === 0 ? [] : [...edits, ...otherDays];
	const updatesOnly = changes.every(({ kind }) => kind === 'update');
	return {
		kind: 'change',
		changes,
		undo: updatesOnly ? undoOf(changes, today) : null,
		allOrNothing: !updatesOnly,
		limited,
		from: scheduleText(weekday, before),
		to: scheduleText(weekday, after),
	};
}

const weekdayOf = (date: string): Weekday => WEEKDAYS[(new Date(Date.parse(date)).getUTCDay() + 6) % 7]!;

/** (24) the multiplier wanted for each hour on clocks; null for one that is over or does not come. */
function multipliersByHour(hours: readonly PlanHour[], nowMs: number): (number | null)[] {
	return Array.from({ length: HOURS }, (_, hour) => {
		const coming = hours.filter(({ localHour, endMs }) => localHour === hour && endMs > nowMs);
		const length = coming.reduce((sum, { startMs, endMs }) => sum + hoursBetween(startMs, endMs), 0);
		const weighed = coming.reduce(
			(sum, { startMs, endMs, multiplier }) => sum + multiplier * hoursBetween(startMs, endMs),
			0,
		);
		return length === 0 ? null : clamp(weighed / length);
	});
}

const clamp = (modifier: number): number => Math.min(LARGEST_MODIFIER, Math.max(LEAST_MODIFIER, modifier));

const hundredths = (modifier: number): number => Math.round(100 * modifier) / 100;

/** A modifier in whole hundredths that is no farther from the one before than is allowed; where there is none, the nearest to the one before. */
function withinChange(wanted: number, before: number, maxChangeFraction: number): number {
	const lowest = Math.ceil(100 * Math.max(LEAST_MODIFIER, before * (1 - maxChangeFraction)) - NEGLIGIBLE);
	const highest = Math.floor(100 * Math.min(LARGEST_MODIFIER, before * (1 + maxChangeFraction)) + NEGLIGIBLE);
	return highest < lowest ? hundredths(before) : Math.min(highest, Math.max(lowest, Math.round(100 * wanted))) / 100;
}

/** Rounding of floating point: 0.7 of 1 is 0.7. */
const NEGLIGIBLE = 1e-9;

/** Windows with the same modifier that follow each other are one. */
function joined(windows: readonly ScheduleWindow[]): ScheduleWindow[] {
	const joint: ScheduleWindow[] = [];
	for (const window of windows) {
		const last = joint.at(-1);
		if (last?.endHour === window.startHour && last.modifier === window.modifier) {
			joint[joint.length - 1] = { ...last, endHour: window.endHour };
		} else joint.push(window);
	}
	return joint;
}
