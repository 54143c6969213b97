import type { Alert, ToldMessage } from '../../src/index';

interface Telling extends Pick<Alert, 'notify' | 'dedupKey'> {
	readonly state: Alert['state'] | 'ok';
}

/** The alerts that a message tells now, as Mark as Told takes them. */
export const toldMessages = (budgetId: string, alerts: readonly Telling[]): ToldMessage[] =>
	alerts.flatMap(({ notify, dedupKey, state }) =>
		notify && (state === 'firing' || state === 'resolved') ? [{ budgetId, dedupKey, state }] : [],
	);
