import { formatExactPercent } from '../format/formatNumber';
import type { Note } from './note';

/** MONDAY, as ad platforms name it, in a sentence. */
const dayName = (weekday: string): string => weekday.charAt(0) + weekday.slice(1).toLowerCase();

/** Why the ad schedule of a campaign was held back, as a whole or in part. */
export const adScheduleNotes = {
	dayClosed: (weekday: string): Note => ({
		code: 'day-closed',
		message: `The ad schedule has no window on ${dayName(weekday)}: the campaign shows no ads that day, and stays closed`,
	}),
	offTheHour: (weekday: string): Note => ({
		code: 'schedule-off-the-hour',
		message: `The ad schedule on ${dayName(weekday)} has windows that do not start and end on the hour, so it is left alone`,
	}),
	maxChange: (fraction: number): Note => ({
		code: 'max-change',
		message: `One push changes a bid modifier by at most ${formatExactPercent(fraction)}`,
	}),
};

/** Why a budget schedule was held back, as a whole or in part. Amounts are formatted. */
export const budgetScheduleNotes = {
	evenHours: (): Note => ({
		code: 'even-hours',
		message: 'No remaining hours stand out in the plan, so none are raised',
	}),
	alreadyScheduled: (): Note => ({
		code: 'already-scheduled',
		message: 'A budget schedule was pushed today, and a second one would add to it',
	}),
	currentUnknown: (): Note => ({
		code: 'current-unknown',
		message: "The daily budget in force is unknown, and so is what raising it would cost: map 'Current Values'",
	}),
	noRoom: (base: string): Note => ({
		code: 'no-room',
		message: `The daily budget of ${base} in force leaves no room for a raise within the day's amount`,
	}),
	dayCeiling: (wanted: number, allowed: number): Note => ({
		code: 'day-ceiling',
		message: `Raising the daily budget by a factor of ${wanted} would cost more than the day's amount: the factor is reduced to ${allowed}`,
	}),
};
