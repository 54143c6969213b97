import { UserError } from '../errors';
import type { Note } from '../notes/note';
import { adScheduleNotes } from '../notes/scheduleNotes';
import type { PlanHour } from '../plan/spendPlan';
import { type AdScheduleRow, MAX_WINDOWS, type Weekday, WEEKDAYS } from './adScheduleRow';
import { modifierWindows, multipliersByHour } from './modifierWindows';
import { changesBetween, neutralDay, type ScheduleChange, scheduleText, undoOf, windowOf } from './scheduleChanges';

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

/** A weekday's schedule that is left alone, and why. */
export interface AdScheduleHold {
	readonly kind: 'hold';
	readonly reason: Note;
}

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
	const reason = leftAlone(rows, today, weekday);
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

/** Why a weekday's schedule is not changed, or null. */
function leftAlone(rows: readonly AdScheduleRow[], today: readonly AdScheduleRow[], weekday: Weekday): Note | null {
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
