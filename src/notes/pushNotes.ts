import { formatCount } from '../format/formatNumber';
import { formatDate, formatMonth } from '../format/formatTime';
import type { Note } from './note';

/** Why a request is sent. Amounts and times are formatted. */
export const pushNotes = {
	/**
	 * @param planned   of the day's amount, in the budget's currency
	 * @param converted the same in the account's currency, and the rate; null where both currencies are the same
	 */
	dailyBudget: (facts: {
		readonly code: 'raise' | 'lower' | 'protect' | 'hours';
		readonly planId: string;
		readonly object: string;
		readonly planned: string;
		readonly converted: { readonly amount: string; readonly rate: number } | null;
		readonly from: string;
		readonly to: string;
	}): Note => {
		const { code, planId, object, planned, converted, from, to } = facts;
		const inAccount = converted === null ? '' : ` (${converted.amount} at a rate of ${converted.rate})`;
		const change = {
			raise: `is raised from ${from} to ${to}`,
			lower: `is lowered from ${from} to ${to}`,
			protect: `is lowered from ${from} to ${to} at once, because it could spend more than is left`,
			hours: `stays at ${to}, and its hours are updated`,
		}[code];
		return {
			code,
			message: `Plan ${planId} allocates ${planned} of the day${inAccount} to ${object}: its daily budget ${change}`,
		};
	},
	nextDay: (object: string, today: string, tomorrow: string): Note => ({
		code: 'next-day',
		message: `The daily budget of ${object} is ${today} until midnight and ${tomorrow} from then on`,
	}),
	adSchedule: (planId: string, schedule: string): Note => ({
		code: 'hours',
		message: `Plan ${planId} sets the bid modifiers of the ad schedule to ${schedule}`,
	}),
};

/** What waits for a person, and what the guards of a push could not check, with the parameter that lets them. */
export const uncheckedNotes = {
	/** @param first the first of them, and why */
	blocked: (changes: number, first: string): Note => ({
		code: 'push-blocked',
		message: `${formatCount(changes, 'change')} ${changes === 1 ? 'waits' : 'wait'} for a person. ${first}`,
	}),
	/** @param others objects that already have `given` of the day */
	sharedDay: (others: readonly string[], given: string, total: string, day: string): Note => ({
		code: 'more-than-day',
		message: `${others.join(', ')} already ${others.length === 1 ? 'has' : 'have'} ${given} of this plan: with this push that is ${total}, and the day has ${day}. Enter the part of these IDs under 'Today's Amount'`,
	}),
	edits: (ids: readonly string[]): Note => ({
		code: 'edit-not-checked',
		message: `Whether somebody changed ${ids.join(', ')} since the last push was not checked: map 'Current Values'`,
	}),
	minimum: (platform: string, currency: string): Note => ({
		code: 'minimum-unknown',
		message: `The minimum daily budget of ${platform} in ${currency} is unknown: add 'Minimum Amount' to the guards`,
	}),
	learningPhase: (platform: string): Note => ({
		code: 'learning-not-checked',
		message: `Whether ${platform} is still in its learning phase was not checked: set 'Learning Phase'`,
	}),
};

/** A version of a platform's API, and the date or only the month in which its requests begin to fail. */
interface ApiVersionFacts {
	readonly version: string;
	readonly platform: string;
	readonly end: string;
}

/** Until when the version of a platform's API works. */
export const apiVersionNotes = {
	lives: ({ version, platform, end }: ApiVersionFacts): Note => ({
		code: 'api-version',
		message: `Requests use version ${version} of the ${platform} API, which is to end ${when(end)}`,
	}),
	ends: ({ version, platform, end }: ApiVersionFacts): Note => ({
		code: 'api-version-ends',
		message: `Version ${version} of the ${platform} API is to end ${when(end)}, and its requests fail from then on. ${NEWER}`,
	}),
	ended: ({ version, platform, end }: ApiVersionFacts): Note => ({
		code: 'api-version-ended',
		message: `Version ${version} of the ${platform} API ${isMonth(end) ? 'was to end' : 'ended'} ${when(end)}: its requests ${isMonth(end) ? 'may fail' : 'fail'}. ${NEWER}`,
	}),
};

const NEWER = "Update this package, or set 'API Version' under Guards to a newer one";

const isMonth = (end: string): boolean => end.length === 'YYYY-MM'.length;

const when = (end: string): string => (isMonth(end) ? `in ${formatMonth(end)}` : `on ${formatDate(end)}`);
