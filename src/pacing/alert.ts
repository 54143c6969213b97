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

/** A finding as sure as this fires at once; a weaker one waits for the next check to confirm it. */
const SURE = 0.9;

/**
 * The next state of an alert: ok -> pending -> firing -> resolved -> ok. A new local day starts from ok.
 *
 * @param atRisk      whether the check found a risk
 * @param probability how sure it is
 * @returns the next state, and whether it is to be told: once when it fires, once when it resolves
 */
export function nextAlert(
	before: AlertState | null,
	{ atRisk, probability, date, nowMs }: { atRisk: boolean; probability: number; date: string; nowMs: number },
): { alert: AlertState; notify: boolean } {
	const current = before !== null && before.date === date ? before : null;
	const state = current?.state ?? 'ok';
	const next = nextState(state, atRisk, probability >= SURE);
	const alert = current !== null && next === state ? current : { state: next, sinceMs: nowMs, date };
	return { alert, notify: next !== state && (next === 'firing' || next === 'resolved') };
}

function nextState(state: AlertState['state'], atRisk: boolean, sure: boolean): AlertState['state'] {
	switch (state) {
		case 'ok':
		case 'resolved':
			if (!atRisk) return 'ok';
			return sure ? 'firing' : 'pending';
		case 'pending':
			return atRisk ? 'firing' : 'ok';
		case 'firing':
			return atRisk ? 'firing' : 'resolved';
	}
}
