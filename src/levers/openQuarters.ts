import type { AdScheduleRow, Weekday } from './adScheduleRow';

export const QUARTERS_PER_HOUR = 4;

/** Quarter hours of a weekday in which at least one of these windows is open, 0..96. */
export function openQuarters(rows: readonly AdScheduleRow[], weekday: Weekday): number {
	const open = new Set<number>();
	for (const { campaignCriterion } of rows) {
		const { dayOfWeek, startHour, startMinute, endHour, endMinute } = campaignCriterion.adSchedule;
		if (dayOfWeek !== weekday) continue;
		const end = QUARTERS_PER_HOUR * endHour + QUARTERS[endMinute];
		for (let quarter = QUARTERS_PER_HOUR * startHour + QUARTERS[startMinute]; quarter < end; quarter++)
			open.add(quarter);
	}
	return open.size;
}

type Minute = AdScheduleRow['campaignCriterion']['adSchedule']['startMinute'];

const QUARTERS: Readonly<Record<Minute, number>> = { ZERO: 0, FIFTEEN: 1, THIRTY: 2, FORTY_FIVE: 3 };
