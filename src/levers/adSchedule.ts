import { UserError } from '../errors';
import type { Note } from '../notes/note';
import { adScheduleNotes } from '../notes/scheduleNotes';
import type { PlanHour } from '../plan/spendPlan';
import { type AdScheduleRow, MAX_WINDOWS, type Weekday, WEEKDAYS } from './adScheduleRow';
import { modifierWindows, multipliersByHour } from './modifierWindows';
import { changesBetween, neutralDay, type ScheduleChange, scheduleText, undoOf, windowOf } from './scheduleChanges';

/** The changes that give a weekday of a campaign the modifiers of a plan. */
export interface AdScheduleChange {
	readonly kind: 'change';
	/** Empty if the schedule is already up to date. */
	readonly changes: readonly ScheduleChange[];
	/** Changes that restore the previous schedule; null if they need names of criteria not yet created. */
	readonly undo: readonly ScheduleChange[] | null;
	/** Whether applying only part of the changes could close hours. */
	readonly allOrNothing: boolean;
	/** Whether the change of a modifier was limited to the maximum. */
	readonly limited: boolean;
	readonly from: string;
	readonly to: string;
}

/** Why a weekday's schedule is not changed. */
export interface AdScheduleHold {
	readonly kind: 'hold';
	readonly reason: Note;
}

/**
 * Sets the ad schedule of a campaign on the plan's weekday to the multipliers of the remaining hours.
 *
 * A campaign shows ads only in its windows. Hours that a person closed therefore stay closed, a day without windows is not changed if other
 * days have some, and the first schedule of a campaign includes a neutral window for each of the other days.
 *
 * A repeated clock hour gets the mean of both. Skipped and past hours take the modifier of their neighbours.
 *
 * @param rows of this campaign
 * @throws UserError if a day has more windows than Google allows, because rows of several reports were combined
 */
export function adScheduleChange(
	rows: readonly AdScheduleRow[],
	{ date, hours }: { date: string; hours: readonly PlanHour[] },
	nowMs: number,
	maxChangeFraction: number,
): AdScheduleChange | AdScheduleHold {
	const weekday = weekdayOf(date);
	const today = rows.filter(({ campaignCriterion: { adSchedule } }) => adSchedule.dayOfWeek === weekday);
	const reason = reasonToHold(rows, today, weekday);
	if (reason !== null) return { kind: 'hold', reason };
	const before = today.map(windowOf);
	const { windows, limited } = modifierWindows(
		weekday,
		rows.length === 0 ? null : before,
		multipliersByHour(hours, nowMs),
		maxChangeFraction,
	);
	const edits = changesBetween(today, windows);
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
		to: scheduleText(weekday, windows),
	};
}

const weekdayOf = (date: string): Weekday => WEEKDAYS[(new Date(Date.parse(date)).getUTCDay() + 6) % 7]!;

/** Why a weekday's schedule must not be changed, or null. */
function reasonToHold(rows: readonly AdScheduleRow[], today: readonly AdScheduleRow[], weekday: Weekday): Note | null {
	if (today.length > MAX_WINDOWS) {
		throw new UserError(
			`The ad schedule has ${today.length} windows on ${weekday}, and Google Ads allows ${MAX_WINDOWS}`,
			"Map 'Current Ad Schedule' to the rows of one report.",
		);
	}
	if (rows.length > 0 && today.length === 0) return adScheduleNotes.dayClosed(weekday);
	return today.some(({ campaignCriterion: { adSchedule: at } }) => at.startMinute !== 'ZERO' || at.endMinute !== 'ZERO')
		? adScheduleNotes.offTheHour(weekday)
		: null;
}
