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
