import { type AdScheduleRow, type Weekday, WEEKDAYS } from './adScheduleRow';

/** A window of whole clock hours on a weekday in the account's time zone, with its bid modifier. */
export interface ScheduleWindow {
	readonly weekday: Weekday;
	readonly startHour: number;
	readonly endHour: number;
	readonly modifier: number;
}

export type ScheduleChange =
	| { readonly kind: 'create'; readonly window: ScheduleWindow }
	| { readonly kind: 'remove'; readonly resourceName: string }
	| { readonly kind: 'update'; readonly resourceName: string; readonly modifier: number };

/** The window of a report row. */
export const windowOf = ({ campaignCriterion: { adSchedule, bidModifier } }: AdScheduleRow): ScheduleWindow => ({
	weekday: adSchedule.dayOfWeek,
	startHour: adSchedule.startHour,
	endHour: adSchedule.endHour,
	modifier: bidModifier,
});

/** The schedule of a weekday as text that can be compared: MONDAY 0-9 x0.85, 9-24 x1.2. */
export function scheduleText(weekday: Weekday, windows: readonly ScheduleWindow[]): string {
	if (windows.length === 0) return `${weekday} without windows`;
	const inOrder = [...windows].sort((a, b) => a.startHour - b.startHour);
	return `${weekday} ${inOrder.map(({ startHour, endHour, modifier }) => `${startHour}-${endHour} x${modifier}`).join(', ')}`;
}

/** The current schedule, as text, of the weekday of another schedule text. */
export function currentText(rows: readonly AdScheduleRow[], text: string): string {
	const weekday = WEEKDAYS.find((day) => text.startsWith(day))!;
	return scheduleText(
		weekday,
		rows.map(windowOf).filter((window) => window.weekday === weekday),
	);
}

/** The changes from current rows to new windows; removals first, because windows must not overlap. */
export function changesBetween(rows: readonly AdScheduleRow[], after: readonly ScheduleWindow[]): ScheduleChange[] {
	const sameHours = (row: AdScheduleRow, window: ScheduleWindow) =>
		windowOf(row).startHour === window.startHour && windowOf(row).endHour === window.endHour;
	const removals = rows
		.filter((row) => !after.some((window) => sameHours(row, window)))
		.map(({ campaignCriterion: { resourceName } }): ScheduleChange => ({ kind: 'remove', resourceName }));
	const others = after.flatMap((window): ScheduleChange[] => {
		const row = rows.find((candidate) => sameHours(candidate, window));
		if (row === undefined) return [{ kind: 'create', window }];
		const { resourceName, bidModifier } = row.campaignCriterion;
		return bidModifier === window.modifier ? [] : [{ kind: 'update', resourceName, modifier: window.modifier }];
	});
	return [...removals, ...others];
}

/** A window of a whole day without a bid adjustment. */
export const neutralDay = (weekday: Weekday): ScheduleChange => ({
	kind: 'create',
	window: { weekday, startHour: 0, endHour: 24, modifier: 1 },
});

/** Changes that undo updates of modifiers. */
export const undoOf = (changes: readonly ScheduleChange[], rows: readonly AdScheduleRow[]): ScheduleChange[] =>
	rows
		.map(({ campaignCriterion }) => campaignCriterion)
		.filter(({ resourceName }) =>
			changes.some((change) => change.kind === 'update' && change.resourceName === resourceName),
		)
		.map(({ resourceName, bidModifier }) => ({ kind: 'update', resourceName, modifier: bidModifier }));
