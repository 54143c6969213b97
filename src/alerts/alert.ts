import * as z from 'zod/v4';

import type { AlertEvidence } from '../forecast/dayEvidence';
import { isToldAgain, isUntold, type Telling, toMark } from './telling';

/** Lifecycle state of an alert, kept from one check to the next. */
export const AlertState = z
	.object({
		state: z.enum(['ok', 'pending', 'firing', 'resolved']),
		/** When it entered this state. */
		sinceMs: z.number(),
		/** Local date of the alert. */
		date: z.string(),
		/** When it was last told, if it was told again. */
		toldMs: z.number().optional(),
		/** That its last message is not known to have arrived. */
		unmarked: z.literal(true).optional(),
	})
	.readonly();
export type AlertState = z.output<typeof AlertState>;

/** An alert fires where a material share is all but certain, and a severe one is more likely than not. */
const FIRING_PROBABILITY = 0.85;
const SEVERE_PROBABILITY = 0.5;

/** From this probability of a material share on, an alert is pending. */
const PENDING_PROBABILITY = 0.5;

/** A firing alert resolves only below this probability of a severe share, so that it does not flap. */
const RESOLVING_PROBABILITY = 0.3;

/** What one check makes of an alert. */
export interface AlertCheck {
	readonly evidence: AlertEvidence | null;
	readonly isOver: boolean;
	readonly date: string;
	readonly nowMs: number;
	readonly telling: Telling;
}

/** An alert, and whether to tell it now. */
export interface CheckedAlert {
	readonly alert: AlertState;
	readonly notify: boolean;
	/** Whether the message repeats one that has arrived. */
	readonly repeated: boolean;
}

/**
 * The next state of an alert: ok -> pending -> firing -> resolved -> ok.
 *
 * A new local day starts from ok. An alert that still fires at the end of its day is resolved first.
 *
 * @param evidence of the event that the alert warns of; null if it cannot be judged, which leaves the alert as it is
 * @param isOver      whether the event has happened or is still likely: a firing alert then does not resolve
 * @param telling     when it is told again while it fires and can be judged
 * @returns the next state, and whether to notify: when it fires, when it is told again, and once when it resolves
 */
export function nextAlert(
	before: AlertState | null,
	{ evidence, isOver, date, nowMs, telling }: AlertCheck,
): CheckedAlert {
	if (before !== null && before.date !== date && before.state === 'firing') {
		return evidence === null
			? { alert: before, notify: false, repeated: false }
			: { alert: { state: 'resolved', sinceMs: nowMs, date: before.date }, notify: true, repeated: false };
	}
	const current = before !== null && before.date === date ? before : null;
	const state = current?.state ?? 'ok';
	const next = evidence === null ? state : nextState(state, evidence, isOver);
	if (current === null || next !== state) {
		const notify = next !== state && (next === 'firing' || next === 'resolved');
		const marks = next === 'firing' ? toMark(telling.tellUntilMarked) : {};
		return { alert: { state: next, sinceMs: nowMs, date, ...marks }, notify, repeated: false };
	}
	return evidence === null ? { alert: current, notify: false, repeated: false } : toldAgain(current, telling, nowMs);
}

/** An alert that stays as it is: told again where that is due. */
function toldAgain(alert: AlertState, telling: Telling, nowMs: number): CheckedAlert {
	const { state, sinceMs, date, toldMs = sinceMs, unmarked } = alert;
	const isDue = state === 'firing' && toldMs < nowMs && isToldAgain({ toldMs, unmarked }, telling, nowMs);
	if (!isDue) return { alert, notify: false, repeated: false };
	const { tellUntilMarked } = telling;
	return {
		alert: { state, sinceMs, date, toldMs: nowMs, ...toMark(tellUntilMarked) },
		notify: true,
		repeated: !isUntold(alert, tellUntilMarked),
	};
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
