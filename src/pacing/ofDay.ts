import type { AlertState } from './alert';

/** What the alert of the day's budget running out is known by among others. */
export const ofDay = ({ date, sinceMs }: Pick<AlertState, 'date' | 'sinceMs'>) =>
	({ kind: 'exhaustion', about: date, sinceMs }) as const;
