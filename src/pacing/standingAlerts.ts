import * as z from 'zod/v4';

import { planId } from '../plan/planId';
import { localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';

/** What an alert can be about besides the day's budget running out, whose alert is `AlertState`. */
export const ALERT_KINDS = [
	'push-blocked',
	'edited-by-someone',
	'stale-data',
	'no-delivery',
	'underdelivery',
	'limited-by-demand',
	'week-over',
	'week-under',
	'month-over',
	'month-under',
	'flight-over',
	'flight-under',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** An alert that is not over, kept from one run to the next. */
export const StandingAlert = z
	.object({
		kind: z.enum(ALERT_KINDS),
		/** The object or period that it is about; empty for the budget as a whole. */
		about: z.string(),
		state: z.enum(['pending', 'firing']),
		/** When it entered this state. */
		sinceMs: z.number(),
		/** When it was last told; null while it is pending. */
		toldMs: z.number().nullable(),
		/** The value that it was told with; absent where there is none. */
		value: z.string().optional(),
	})
	.readonly();
export type StandingAlert = z.output<typeof StandingAlert>;

export type Severity = 'info' | 'warning' | 'critical';

/** Something found in one run that an alert may come of. */
export interface Finding {
	readonly kind: AlertKind;
	readonly about: string;
	readonly severity: Severity;
	/** A few words; the message if there are none. */
	readonly headline?: string;
	/** As a sentence, without a full stop. */
	readonly message: string;
	/** `fires` at once, `waits` for the next run to confirm it, or only `keeps` an alert that fires already. */
	readonly evidence: 'fires' | 'waits' | 'keeps';
	/** For how long an alert must be pending before it fires; until the next run by default. */
	readonly hoursOfDoubt?: number;
	/** A value that is told anew when it changes. */
	readonly value?: string;
	/** Whether it is told again every morning. */
	readonly everyMorning?: boolean;
}

/** An alert in one run. */
export interface Alert {
	readonly kind: AlertKind;
	readonly about: string;
	readonly state: 'pending' | 'firing' | 'resolved';
	/** Whether to tell it now. */
	readonly notify: boolean;
	readonly severity: Severity;
	/** The same from the first message of an alert to its last. */
	readonly dedupKey: string;
	readonly sinceMs: number;
	readonly headline: string;
	readonly message: string;
}

/** The run that alerts are looked at in. */
export interface AlertRun {
	readonly budgetId: string;
	readonly timeZone: string;
	readonly nowMs: number;
	/** Whether this run could have found an alert again; one that it could not judge stays as it is. */
	readonly isJudged: (alert: StandingAlert) => boolean;
	/** What is said when an alert is over, as a sentence without a full stop. */
	readonly resolution: (alert: StandingAlert) => string;
}

const HOUR_MS = 3_600_000;

/** From this time of the day on, what is told every morning is told again. */
const MORNING_MS = 7 * HOUR_MS;

/** Most alerts that are kept; an older one ends unsaid. */
const MAX_STANDING = 200;

/**
 * The life of alerts from one run to the next: ok, pending, firing, resolved. One that is ok is not kept.
 *
 * An alert is told when it fires, when its value changes, if it is to be repeated the first time after seven in the morning of the budget, and when it
 * is resolved.
 *
 * @returns those that stand, the same list if nothing changed, and all of this run
 */
export function nextAlerts(
	before: readonly StandingAlert[],
	findings: readonly Finding[],
	run: AlertRun,
): { standing: readonly StandingAlert[]; alerts: readonly Alert[] } {
	const standingOf = new Map(before.map((alert) => [keyOf(alert), alert]));
	const found = new Set(findings.map(keyOf));
	const alerts: Alert[] = [];
	for (const finding of findings) {
		const old = standingOf.get(keyOf(finding));
		const next = nextOf(old, finding, run);
		if (next === null) continue;
		standingOf.set(keyOf(finding), next);
		const notify = next.toldMs === run.nowMs && old?.toldMs !== run.nowMs;
		alerts.push(alertOf(next, { ...finding, notify, state: next.state }, run));
	}
	for (const old of before) {
		if (found.has(keyOf(old)) || !run.isJudged(old)) continue;
		standingOf.delete(keyOf(old));
		if (old.state === 'pending') continue;
		alerts.push(alertOf(old, { severity: 'info', message: run.resolution(old), notify: true, state: 'resolved' }, run));
	}
	const standing = [...standingOf.values()].slice(-MAX_STANDING);
	const isUnchanged = standing.length === before.length && standing.every((alert, at) => alert === before[at]);
	return { standing: isUnchanged ? before : standing, alerts };
}

const keyOf = ({ kind, about }: Pick<StandingAlert, 'kind' | 'about'>): string => `${kind}/${about}`;

/** The alert that comes of a finding; null if none does. */
function nextOf(
	old: StandingAlert | undefined,
	{ kind, about, evidence, value, hoursOfDoubt = 0, everyMorning = false }: Finding,
	{ nowMs, timeZone }: AlertRun,
): StandingAlert | null {
	if (old === undefined && evidence === 'keeps') return null;
	const isConfirmed = old !== undefined && evidence === 'waits' && nowMs - old.sinceMs >= hoursOfDoubt * HOUR_MS;
	const fires = old?.state === 'firing' || evidence === 'fires' || isConfirmed;
	if (!fires) return old ?? { kind, about, state: 'pending', sinceMs: nowMs, toldMs: null };
	const morningMs = dayStartMs(localClock(nowMs, timeZone).date, timeZone) + MORNING_MS;
	const isDue =
		old?.toldMs == null || old.value !== value || (everyMorning && old.toldMs < morningMs && morningMs <= nowMs);
	if (old?.state === 'firing' && !isDue) return old;
	return {
		kind,
		about,
		state: 'firing',
		sinceMs: old?.state === 'firing' ? old.sinceMs : nowMs,
		toldMs: nowMs,
		...(value !== undefined && { value }),
	};
}

const alertOf = (
	{ kind, about, sinceMs }: StandingAlert,
	{
		state,
		notify,
		severity,
		message,
		headline = message,
	}: Pick<Finding, 'severity' | 'message' | 'headline'> & Pick<Alert, 'state' | 'notify'>,
	{ budgetId, timeZone }: AlertRun,
): Alert => ({
	kind,
	about,
	state,
	notify,
	severity,
	dedupKey: `${budgetId}/${kind}/${planId(localClock(sinceMs, timeZone).date, about)}`,
	sinceMs,
	headline,
	message,
});
