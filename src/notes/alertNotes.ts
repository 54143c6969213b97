import type { Note } from './note';

/** What alerts say besides their findings. */
export const alertNotes = {
	cannotBeJudged: 'Budget cannot be judged without fresh data',
	/** A day or a period whose alert fired until its end is over, not resolved. */
	isOver: (what: string, spent: string): string => `${what} is over: ${spent} was spent, as far as it is reported`,
	/** @param reason why an alert of the day fires no more */
	dayEnded: ({ code, message }: Note): string => (code === 'day-over' ? message : `Resolved. ${message}`),
	fresh: 'Resolved. Reports are up to date again',
	/** @param object such as campaign/7 */
	unblocked: (object: string): string => `Resolved. Nothing about ${object} is waiting for you any more`,
	delivers: (object: string): string => `Resolved. ${object} delivers again`,
	followed: (object: string): string => `Resolved. ${object} follows plans again`,
	planHasChanged: "Today's plan has changed",
	/** @param share of the amount before by which it changed; null if that was nothing */
	planChanged: (before: string, now: string, share: string | null, isMore: boolean): string =>
		`Today's plan has changed from ${before} to ${now}${share === null ? '' : `, ${share} ${isMore ? 'more' : 'less'}`}`,
};
