import type { Horizon } from '../budget/horizon';
import { formatCount, formatExactPercent } from '../format/formatNumber';
import type { Note } from './note';

/** A value that somebody has set. Amounts and instants are formatted. */
interface EditFacts {
	readonly pushed: string;
	readonly current: string;
	/** When it was first read. */
	readonly since: string;
	/** What it does to the period, as a sentence; empty if that is not known. */
	readonly effect: string;
}

/** What somebody set, since when, and what it does to the period. */
const edited = ({ pushed, current, since, effect }: EditFacts, then: string): string =>
	`${pushed} was pushed, but ${current} is in force, first seen on ${since}: somebody changed it, ${then}${effect === '' ? '' : `. ${effect}`}`;

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
	editedBySomeone: (facts: EditFacts): Note => ({
		code: 'edited-by-someone',
		message: edited(facts, "so it is left alone; set 'Edits by People' to Resume or Adopt to follow plans again"),
	}),
	editKeptUntil: (facts: EditFacts, until: string): Note => ({
		code: 'edit-kept-for-now',
		message: edited(facts, `and plans are followed again from ${until} on`),
	}),
	editAdopted: (facts: EditFacts): Note => ({
		code: 'edit-adopted',
		message: edited(facts, "and it is today's amount there; plans are followed again from tomorrow on"),
	}),
	/** What a daily total does to a period. */
	effectOnPeriod: (horizon: Horizon, end: string, target: string): string =>
		`Spent in full every day, the ${horizon} would end at ${end} of ${target}`,
	/** What a pause does to a period. */
	withoutObject: (horizon: Horizon, end: string, target: string): string =>
		`Without it, the ${horizon} would end at ${end} of ${target}`,
	underWay: (samePlan: boolean): Note =>
		samePlan
			? unchanged('This plan has already been pushed')
			: {
					code: 'push-under-way',
					message: 'The last push was sent a moment ago, and its outcome is not known yet',
				},
	/** @param at instant of the push */
	unconfirmed: (at: string): Note => ({
		code: 'push-unconfirmed',
		message: `Whether the push of ${at} arrived is not known, and the value in force was not read: connect Confirm Push behind the HTTP Request node, or map 'Current Values'`,
	}),
	/** @param from first instant at which it may go again */
	waitingToResend: (from: string, asked: boolean): Note => ({
		code: 'waiting-to-resend',
		message: `The last push failed${asked ? ', and the platform asks to wait' : ''}: it is sent again from ${from} on`,
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
	keptForAfternoon: (edits: number, quota: number): Note => ({
		code: 'kept-for-afternoon',
		message: `${formatCount(edits, 'edit')} of ${quota} a day made: the last one is kept for the afternoon, when it corrects more`,
	}),
	leastChange: (least: string, from: string, wanted: string): Note => ({
		code: 'least-change',
		message: `${wanted} instead of ${from} is a change of less than ${least}, which is not worth an edit`,
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
	/** @param isKnown whether what is allowed is more of a change, but was in force before */
	maxChange: (fraction: number, from: string, allowed: string, wanted: string, isKnown: boolean): Note => ({
		code: 'max-change',
		message: `One push changes a daily budget by at most ${formatExactPercent(fraction)} of ${from}${isKnown ? ', or back to one that was in force lately' : ''}: ${allowed} is allowed instead of ${wanted}`,
	}),
	/**
	 * @param minimum of the platform; null if unknown
	 * @param set     what is set instead; null if nothing is
	 */
	belowMinimum: (amount: string, minimum: string | null, set: string | null): Note => {
		const refused =
			minimum === null
				? `The platform does not accept a daily budget of ${amount}${set === null ? '' : `: ${set} is set instead`}`
				: `${amount} is below the platform's minimum daily budget of ${minimum}${set === null ? '' : ', which is set instead'}`;
		return {
			code: 'below-minimum',
			message: `${refused}${minimum === null && set !== null ? '. Pause' : ': pause'} delivery there if nothing should be spent`,
		};
	},
	dryRun: (platform: string): Note => ({
		code: 'dry-run',
		message: `This is a dry run, and ${platform} cannot validate a request without carrying it out`,
	}),
};
