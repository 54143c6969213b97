import { formatExactPercent, threeDigits } from '../format/formatNumber';
import type { Note } from './note';

/** A daily budget, and multiples of it, as they are shown. */
export interface ShownBudget {
	readonly amount: string;
	readonly times: (factor: number) => string;
}

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
	/**
	 * @param factor of the daily budget, at which open days are aimed
	 * @param keeping the Day Factor that keeps open days near their amount; null if the platform's overdelivery is not known
	 */
	closedDays: (facts: {
		readonly platform: string;
		readonly campaigns: readonly string[];
		readonly openDays: number;
		readonly days: number;
		/** null if it is not known. */
		readonly budget: ShownBudget | null;
		readonly factor: number;
		readonly keeping: number | null;
	}): Note => {
		const { platform, campaigns, openDays, days, budget, factor, keeping } = facts;
		const a = budget === null ? 'a daily budget' : `a daily budget of ${budget.amount}`;
		const times = budget?.times ?? ((count: number) => `${threeDigits(count)} times`);
		const own = budget === null ? ' itself' : '';
		const advice =
			keeping === null ? '' : `. To keep an open day near its amount, set 'Day Factor' under Guards to ${keeping}`;
		return {
			code: 'closed-days',
			message: `${showAds(campaigns)} on ${openDays} of this month's ${days} days. ${platform} spends the amount of closed days on open ones: ${a} becomes up to ${times(factor)}${own} on an open day and ${times(factor * openDays)} in a month, where ${times(openDays)} might be expected${advice}`,
		};
	},
	/** @param budget null if it is not known */
	closedHours: (
		campaigns: readonly string[],
		openHours: number,
		weekday: string,
		budget: ShownBudget | null,
	): Note => ({
		code: 'closed-hours',
		message: `${showAds(campaigns)} in ${openHours} of 24 hours on ${dayName(weekday)}. Closed hours do not lower the daily budget: ${budget?.amount ?? 'all of it'} may be spent in the hours that are open`,
	}),
};

const showAds = (campaigns: readonly string[]): string =>
	`${campaigns.join(', ')} ${campaigns.length === 1 ? 'shows' : 'show'} ads`;
