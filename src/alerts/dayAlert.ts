import { alertNotes } from '../notes/alertNotes';
import type { Note } from '../notes/note';
import type { AlertState, CheckedAlert } from './alert';
import type { StandingAlert } from './standingAlerts';

/** What the alert of the day's budget running out is known by among others. */
export const ofDay = ({ date, sinceMs }: Pick<AlertState, 'date' | 'sinceMs'>) =>
	({ kind: 'exhaustion', about: date, sinceMs }) as const;

/** An alert that is not watched. */
export const asItWas = (
	before: AlertState | null,
	{ nowMs, date }: { readonly nowMs: number; readonly date: string },
): CheckedAlert => ({
	alert: before ?? { state: 'ok', sinceMs: nowMs, date },
	notify: false,
	repeated: false,
});

/** The end of the day's alert, kept until it is marked as told. */
export const endOfDay = (alert: AlertState, reason: Note): StandingAlert => ({
	...ofDay(alert),
	state: 'resolved',
	toldMs: alert.sinceMs,
	message: alertNotes.dayEnded(reason),
});

/** Standing alerts without the end of the day's alert, which is not told any more once it fires again. */
export function withoutEndOfDay(
	{ state, date }: AlertState,
	standing: readonly StandingAlert[],
): readonly StandingAlert[] {
	const isAgain = ({ kind, about }: StandingAlert) => kind === 'exhaustion' && about === date;
	return state === 'firing' && standing.some(isAgain) ? standing.filter((one) => !isAgain(one)) : standing;
}
