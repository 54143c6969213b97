import type { Horizon } from '../budget/horizon';
import { formatPercent, formatProbability } from '../format/formatNumber';
import { alertNotes } from './alertNotes';
import type { Note } from './note';

/** Why a budget has its status. Amounts are formatted. */
export const exhaustionNotes = {
	exhausted: (spent: string, amount: string): Note => ({
		code: 'exhausted',
		message: `${spent} of ${amount} spent; nothing is left for today`,
	}),
	/** @param message what is said of the week, month, quarter, year or flight */
	periodSpent: (horizon: Horizon, message: string): Note => ({ code: `${horizon}-spent`, message }),
	atRisk: (probability: number): Note => ({
		code: 'at-risk',
		message: `Today's budget will run out early with a probability of ${formatProbability(probability)}`,
	}),
	underspending: (amount: string, share: number): Note => ({
		code: 'underspending',
		message: `Today is likely to end below ${formatPercent(share)} of its ${amount}`,
	}),
	onPace: (spent: string, amount: string): Note => ({
		code: 'on-pace',
		message: `${spent} of ${amount} spent; on pace`,
	}),
	outsideFlight: (): Note => ({ code: 'on-pace', message: 'Today is outside the flight' }),
	spentOutsideFlight: (spent: string): Note => ({
		code: 'spent-outside-flight',
		message: `${spent} spent today, although it is outside the flight`,
	}),
	/** @param name of the event that closes the day; null where the opening times do */
	closed: (name: string | null): Note => ({
		code: 'on-pace',
		message: name === null ? 'Today is closed' : `Today is closed: ${name}`,
	}),
	spentWhileClosed: (spent: string, name: string | null): Note => ({
		code: 'spent-while-closed',
		message: `${spent} spent today, although it is closed${name === null ? '' : ` (${name})`}`,
	}),
	staleData: (why: string): Note => ({
		code: 'stale-data',
		message: `${why}, so pacing cannot be judged`,
	}),
	dayIsOver: (day: string, spent: string): Note => ({ code: 'day-over', message: alertNotes.isOver(day, spent) }),
	offTarget: (horizon: string, projected: string, ratio: number, target: string): Note => ({
		code: `${horizon}-${ratio > 1 ? 'above' : 'below'}-target`,
		message: `The ${horizon} is projected at ${projected} (${formatPercent(ratio)} of ${target})`,
	}),
	neverReported: 'Nothing was ever reported for this budget',
	dataAhead: (hours: number) =>
		`The latest report ends ${hours} hours in the future: check the time zone of the report and the clock of this machine`,
	openHoursMissing: (hours: number) => `The last ${hours} hours in which the budget was open are not reported`,
	notRead: (hours: number) => `No report has been read for ${hours} hours`,
	lastReport: (hoursAgo: number) => `The latest report ended ${hoursAgo} hours ago`,
};
