import * as z from 'zod/v4';

/** Lifecycle state of an alert, kept from one check to the next. */
export const AlertState = z
	.object({
		state: z.enum(['ok', 'pending', 'firing', 'resolved']),
		/** When it entered this state. */
		sinceMs: z.number(),
		/** Local date of the alert. */
		date: z.string(),
	})
	.readonly();
export type AlertState = z.output<typeof AlertState>;

/** At this probability an alert fires at once. */
const FIRING_PROBABILITY = 0.6;

/** At this probability it waits for the next check to confirm it. */
const PENDING_PROBABILITY = 0.5;

/** A firing alert resolves only below this probability, so that it does not flap. */
const RESOLVING_PROBABILITY = 0.3;

/**
 * The next state of an alert: ok -> pending -> firing -> resolved -> ok.
 *
 * A new local day starts from ok. An alert that still fires at the end of its day is resolved first.
 *
 * @param probability of the event that the alert warns of; null if it cannot be judged, which leaves the alert as it is
 * @param isOver      whether the event has happened or is still likely: a firing alert then does not resolve
 * @returns the next state, and whether to notify: once when it fires, once when it resolves
 */
export function nextAlert(
	before: AlertState | null,
	{ probability, isOver, date, nowMs }: { probability: number | null; isOver: boolean; date: string; nowMs: number },
): { alert: AlertState; notify: boolean } {
	if (before !== null && before.date !== date && before.state === 'firing') {
		return probability === null
			? { alert: before, notify: false }
			: { alert: { state: 'resolved', sinceMs: nowMs, date: before.date }, notify: true };
	}
	const current = before !== null && before.date === date ? before : null;
	const state = current?.state ?? 'ok';
	const next = probability === null ? state : nextState(state, probability, isOver);
	const alert = current !== null && next === state ? current : { state: next, sinceMs: nowMs, date };
	return { alert, notify: next !== state && (next === 'firing' || next === 'resolved') };
}

function nextState(state: AlertState['state'], probability: number, isOver: boolean): AlertState['state'] {
	switch (state) {
		case 'ok':
		case 'resolved':
			if (probability < PENDING_PROBABILITY) return 'ok';
			return probability >= FIRING_PROBABILITY ? 'firing' : 'pending';
		case 'pending':
			return probability >= PENDING_PROBABILITY ? 'firing' : 'ok';
		case 'firing':
			return isOver || probability >= RESOLVING_PROBABILITY ? 'firing' : 'resolved';
	}
}
