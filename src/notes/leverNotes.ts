import { formatCount } from '../format/formatNumber';
import type { Note } from './note';

/** Why a plan is pushed by these levers and not by others. */
export const leverNotes = {
	dayTotal: (editsPerDay: number): Note => ({
		code: 'day-total',
		message: `The day total is set as the daily budget, with at most ${formatCount(editsPerDay, 'edit')} a day. Editing a daily budget every hour does not pace it`,
	}),
	noHourlyLever: (platform: string): Note => ({
		code: 'no-hourly-lever',
		message: `${platform} has no lever for hours, so only the daily budget is set`,
	}),
	expectedDelivery: (): Note => ({
		code: 'expected-delivery',
		message:
			"The hours are what the platform is expected to deliver: 'Delivery Control' has no lever for hours, so hourly limits do not apply",
	}),
	/** @param times such as 08:00-18:00 */
	closedHours: (times: string): Note => ({
		code: 'closed-hours',
		message: `The day is open ${times}: closed hours get nothing`,
	}),
	/** @param times such as 08:00-18:00 */
	closedHoursNotSet: (times: string): Note => ({
		code: 'closed-hours-not-set',
		message: `A daily budget does not close hours: give the campaigns an ad schedule of ${times} for such days`,
	}),
	hours: (): Note => ({ code: 'hours', message: 'The amount of every hour is sent with the day total' }),
	adSchedule: (maxWindows: number): Note => ({
		code: 'ad-schedule',
		message: `Bid modifiers of the ad schedule shape the hours, in at most ${maxWindows} windows a day`,
	}),
	smartBidding: (): Note => ({
		code: 'smart-bidding',
		message: 'Smart Bidding ignores bid modifiers of the ad schedule, so none are pushed',
	}),
	noCampaigns: (): Note => ({
		code: 'no-campaigns',
		message: "No ad schedule is pushed, because 'Campaign IDs' is empty: name the campaigns that should have one",
	}),
	biddingUnknown: (): Note => ({
		code: 'bidding-unknown',
		message:
			"No ad schedule is pushed, because 'Bidding' is Unknown and Smart Bidding ignores bid modifiers: set it to Manual if bids are manual",
	}),
	scheduleNotRead: (): Note => ({
		code: 'schedule-not-read',
		message: "No ad schedule is pushed, because 'Current Ad Schedule' is empty: map the rows that were read just now",
	}),
};
