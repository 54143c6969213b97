import type { Horizon } from '../budget/horizon';
import type { Objective } from '../budget/budgetDefinition';
import { OBJECTIVE_NAMES } from '../budget/optionNames';
import type { Period } from '../time/period';
import type { Note } from './note';

/** Warnings about a plan. Amounts are formatted. */
export const planNotes = {
	noHistory: (): Note => ({
		code: 'no-history',
		message: 'No delivery has been reported yet: all hours have equal weights until reports are ingested',
	}),
	shortHistory: (days: number, enough: number): Note => ({
		code: 'short-history',
		message: `Learned from ${days} days: patterns are uncertain with fewer than ${enough}`,
	}),
	noResults: (objective: Objective): Note => ({
		code: 'no-evidence',
		message: `No results are reported for the objective ${OBJECTIVE_NAMES[objective]}: hours differ by traffic alone`,
	}),
	outsideFlight: (): Note => ({
		code: 'outside-flight',
		message: 'The day is outside the flight: nothing is planned',
	}),
	/** @param name of the event that closes the day; null where the opening times do */
	closed: (name: string | null): Note => ({
		code: 'closed',
		message: `The day is closed${name === null ? '' : ` (${name})`}: nothing is planned`,
	}),
	closedForToday: (amount: string): Note => ({
		code: 'closed-for-today',
		message: `No open hour is left today: ${amount} of the day's amount remains`,
	}),
	/** @param message what is said of the week, month, quarter, year or flight */
	periodSpent: (horizon: Horizon, message: string): Note => ({ code: `${horizon}-spent`, message }),
	unknownStart: (horizon: string, { start, end }: Period, assumed: string): Note => ({
		code: 'unknown-start',
		message: `No spend is reported for the ${horizon} from ${start} to ${end}: an even share of its budget, ${assumed}, is assumed. Enter the actual spend as 'Spent Before First Report'`,
	}),
	overspent: (spent: string, excess: string): Note => ({
		code: 'overspent',
		message: `${spent} spent, ${excess} more than the day's amount`,
	}),
	overspendExpected: (excess: string): Note => ({
		code: 'overspend-expected',
		message: `Including spend that is expected but not yet reported, the day may be ${excess} over its amount`,
	}),
	unallocated: (amount: string): Note => ({
		code: 'unspendable',
		message: `The limits leave no room for ${amount} of the day's amount`,
	}),
	limitedByDemand: (amount: string, horizon: string): Note => ({
		code: 'limited-by-demand',
		message: `The campaigns cannot spend all that is left of the ${horizon}: ${amount} will be left over. Raise bids, broaden targeting or add campaigns`,
	}),
	campaignMinimaUnreachable: (missing: string): Note => ({
		code: 'campaign-minimum-unreachable',
		message: `The campaigns' minima need ${missing} more than the day has left: each was reduced proportionally`,
	}),
	campaignsNotNamed: (spent: string, campaignIds: readonly string[]): Note => {
		const names = campaignIds.map((id) => (id === '' ? 'rows without a campaign' : `'${id}'`)).join(', ');
		return {
			code: 'campaign-not-named',
			message: `${spent} of today's spend came from campaigns that the budget does not name: ${names}`,
		};
	},
};

/** A note about one hour of a plan, or about all of them. */
export type HourNote = Note & { readonly hourIndex?: number };

/** Which limits shaped the hours of a plan. Amounts are formatted. */
export const limitNotes = {
	minimaUnreachable: (needed: string, left: string): HourNote => ({
		code: 'minimum-unreachable',
		message: `The minima of the remaining hours add up to ${needed}, but only ${left} of the day is left`,
	}),
	heldAt: (code: string, amount: string, hourIndex: number): HourNote => ({
		code,
		hourIndex,
		message: `Held at ${amount}`,
	}),
	keptAt: (code: string, amount: string, hourIndex: number): HourNote => ({
		code,
		hourIndex,
		message: `Kept at ${amount}`,
	}),
};
