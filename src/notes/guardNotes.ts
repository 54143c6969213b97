import { formatCount, formatExactPercent } from '../format/formatNumber';
import type { Note } from './note';

const OVERWRITE = "switch on 'Overwrite Edits' to push anyway";

const unchanged = (message: string): Note => ({ code: 'unchanged', message });

const cooling = (message: string, minutes: number): Note => ({
	code: 'cool-down',
	message: `${message}; the cool-down is ${formatCount(minutes, 'minute')}`,
});

/** Why a push was held back, as a whole or in part. Amounts are formatted. */
export const guardNotes = {
	alreadyPushed: (): Note => unchanged('This plan has already been pushed'),
	/** @param value a daily budget or an ad schedule */
	alreadyInForce: (value: string): Note => unchanged(`${value} is already in force`),
	alreadySetForTomorrow: (amount: string): Note => unchanged(`${amount} is already set for tomorrow`),
	staysInForce: (amount: string): Note => unchanged(`The daily budget stays at ${amount}`),
	currentUnknown: (): Note => ({
		code: 'current-unknown',
		message:
			"The daily budget in force is unknown, so its change could be neither limited nor rolled back: map 'Current Values'",
	}),
	totalBudget: (): Note => ({
		code: 'total-budget',
		message:
			'This is a total budget for the lifetime of the campaign, and a push sets daily budgets: it is left alone. Give it a daily budget on the platform, or remove it from the IDs',
	}),
	/** @param levels where objects with a budget are instead, in the words on the screen */
	noBudget: (levels: string): Note => ({
		code: 'no-budget',
		message: `This object has no budget of its own, so there is none to edit: set 'IDs Are Of' to ${levels}, and 'IDs' to those that have the daily budget`,
	}),
	budgetTypeUnknown: (platform: string, field: string): Note => ({
		code: 'budget-type-unknown',
		message: `${platform} keeps daily and total budgets in the same field, so this amount may be either: map 'Current Values' to the whole object that was read, with ${field}`,
	}),
	editedBySomeone: (pushed: string, current: string): Note => ({
		code: 'edited-by-someone',
		message: `${pushed} was pushed, but ${current} is in force: somebody changed it since, so it is left alone; ${OVERWRITE}`,
	}),
	lastPushNotInForce: (pushed: string, current: string): Note => ({
		code: 'last-push-not-in-force',
		message: `${pushed} was pushed, but ${current} is still in force: the push failed, or somebody reverted it, so it is left alone; ${OVERWRITE}`,
	}),
	staleData: (why: string): Note => ({
		code: 'stale-data',
		message: `${why}: nothing is pushed until new data is ingested`,
	}),
	learningPhase: (): Note => ({
		code: 'learning-phase',
		message: 'The learning phase is not over, and an edit could restart it',
	}),
	tooManyPushes: (pushes: number): Note => ({
		code: 'too-many-pushes',
		message: `${pushes} pushes of this budget are on record, and no more can be counted: nothing is pushed until older ones expire`,
	}),
	coolDown: (minutesAgo: number, coolDownMinutes: number): Note =>
		cooling(`The last push was ${formatCount(minutesAgo, 'minute')} ago`, coolDownMinutes),
	coolDownAtMidnight: (minutesBefore: number, coolDownMinutes: number): Note =>
		cooling(`The last push was ${formatCount(minutesBefore, 'minute')} before midnight`, coolDownMinutes),
	editsPerHour: (edits: number, quota: number): Note => ({
		code: 'edits-per-hour',
		message: `${formatCount(edits, 'edit')} within the last hour; the quota is ${quota} an hour`,
	}),
	editsPerDay: (edits: number, quota: number): Note => ({
		code: 'edits-per-day',
		message: `${formatCount(edits, 'edit')} today; the quota is ${quota} a day`,
	}),
	dayAmountSpent: (): Note => ({
		code: 'day-amount-spent',
		message: "The day's amount is spent, and a raise could only overspend it",
	}),
	/** @param billable what the platform may bill for the day; null where it is not known */
	sameDayRatchet: (highest: string, billable: string | null): Note => ({
		code: 'same-day-ratchet',
		message: `The daily budget was ${highest} earlier today, and the platform's limit of the day follows the highest${billable === null ? '' : `: it may bill up to ${billable}`}. The raise has to wait until tomorrow`,
	}),
	dayCeiling: (facts: {
		readonly overdelivery: number;
		readonly dayFactor: number;
		readonly dayAmount: string;
		readonly most: string;
	}): Note => {
		const { overdelivery, dayFactor, dayAmount, most } = facts;
		return {
			code: 'day-ceiling',
			message: `The platform may bill up to ${overdelivery} times a daily budget: at most ${most} keeps the day within ${formatExactPercent(dayFactor)} of ${dayAmount}`,
		};
	},
	increment: (increment: string, unallocated: string): Note => ({
		code: 'increment',
		message: `Amounts are rounded down to multiples of ${increment}: ${unallocated} is left unallocated`,
	}),
	maxChange: (fraction: number, from: string, allowed: string, wanted: string): Note => ({
		code: 'max-change',
		message: `One push changes a daily budget by at most ${formatExactPercent(fraction)} of ${from}: ${allowed} is allowed instead of ${wanted}`,
	}),
	belowMinimum: (amount: string, minimum: string | null): Note => ({
		code: 'below-minimum',
		message: `${minimum === null ? `The platform does not accept a daily budget of ${amount}` : `${amount} is below the platform's minimum daily budget of ${minimum}`}: pause delivery there if nothing should be spent`,
	}),
	dryRun: (platform: string): Note => ({
		code: 'dry-run',
		message: `This is a dry run, and ${platform} cannot validate a request without carrying it out`,
	}),
};
