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

/** How likely it is that demand finds no budget: a share of the day's that matters, and one that calls for a person. */
export interface AlertEvidence {
	readonly material: number;
	readonly severe: number;
}

/** An alert fires where a material share is all but certain, and a severe one is more likely than not. */
const FIRING_PROBABILITY = 0.85;
const SEVERE_PROBABILITY = 0.5;

/** From this probability of a material share on, an alert is pending. */
const PENDING_PROBABILITY = 0.5;

/** A firing alert resolves only below this probability of a severe share, so that it does not flap. */
const RESOLVING_PROBABILITY = 0.3;

/**
 * The next state of an alert: ok -> pending -> firing -> resolved -> ok.
 *
 * A new local day starts from ok. An alert that still fires at the end of its day is resolved first.
 *
 * @param evidence of the event that the alert warns of; null if it cannot be judged, which leaves the alert as it is
 * @param isOver      whether the event has happened or is still likely: a firing alert then does not resolve
 * @returns the next state, and whether to notify: once when it fires, once when it resolves
 */
export function nextAlert(
	before: AlertState | null,
	{ evidence, isOver, date, nowMs }: { evidence: AlertEvidence | null; isOver: boolean; date: string; nowMs: number },
): { alert: AlertState; notify: boolean } {
	if (before !== null && before.date !== date && before.state === 'firing') {
		return evidence === null
			? { alert: before, notify: false }
			: { alert: { state: 'resolved', sinceMs: nowMs, date: before.date }, notify: true };
	}
	const current = before !== null && before.date === date ? before : null;
	const state = current?.state ?? 'ok';
	const next = evidence === null ? state : nextState(state, evidence, isOver);
	const alert = current !== null && next === state ? current : { state: next, sinceMs: nowMs, date };
	return { alert, notify: next !== state && (next === 'firing' || next === 'resolved') };
}

function nextState(
	state: AlertState['state'],
	{ material, severe }: AlertEvidence,
	isOver: boolean,
): AlertState['state'] {
	if (state === 'firing') return isOver || severe >= RESOLVING_PROBABILITY ? 'firing' : 'resolved';
	if (material >= FIRING_PROBABILITY && severe >= SEVERE_PROBABILITY) return 'firing';
	return material >= PENDING_PROBABILITY ? 'pending' : 'ok';
}
