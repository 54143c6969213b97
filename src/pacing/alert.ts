import * as z from 'zod/v4';

/** Where an alert stands in its life, kept from one check to the next. */
export const AlertState = z
	.object({
		state: z.enum(['ok', 'pending', 'firing', 'resolved']),
		/** When it came into this state. */
		sinceMs: z.number(),
		/** Local date that it is about. */
		date: z.string(),
	})
	.readonly();
export type AlertState = z.output<typeof AlertState>;

/** A finding as sure as this fires at once; one as likely as the next waits for another check to confirm it. */
const SURE = 0.6;
const LIKELY = 0.5;

/** An alert that fires goes on until it is as unlikely as this, so that it does not flutter. */
const UNLIKELY = 0.3;

/**
 * The next state of an alert: ok -> pending -> firing -> resolved -> ok. A new local day starts from ok, after the alert that still
 * fired the day before was resolved: it is over with its day. Only what cannot be told goes on.
 *
 * @param probability of the trouble that the alert is about; null if it cannot be told, which counts as likely
 * @param isOver      whether it has happened: then an alert that fires does not resolve any more
 * @returns the next state, and whether it is to be told: once when it fires, once when it resolves
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
	const next = nextState(state, probability ?? LIKELY, isOver);
	const alert = current !== null && next === state ? current : { state: next, sinceMs: nowMs, date };
	return { alert, notify: next !== state && (next === 'firing' || next === 'resolved') };
}

function nextState(state: AlertState['state'], probability: number, isOver: boolean): AlertState['state'] {
	switch (state) {
		case 'ok':
		case 'resolved':
			if (probability < LIKELY) return 'ok';
			return probability >= SURE ? 'firing' : 'pending';
		case 'pending':
			return probability >= LIKELY ? 'firing' : 'ok';
		case 'firing':
			return isOver || probability >= UNLIKELY ? 'firing' : 'resolved';
	}
}
