import { HOUR_MS } from '../time/durations';
import { localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { type Alert, type AlertKind, dedupKeyOf, type Finding, type StandingAlert } from './standingAlerts';
import { isOnItsWay, isToldAgain, isUntold, type Telling, toMark } from './telling';

/** The run that alerts are looked at in. */
export interface AlertRun {
	readonly budgetId: string;
	readonly timeZone: string;
	readonly nowMs: number;
	/** Whether this run could have found an alert again; one that it could not judge stays as it is. */
	readonly isJudged: (alert: StandingAlert) => boolean;
	/** Whether it tells again the end of an alert of a kind; otherwise another node does. */
	readonly retells: (kind: AlertKind) => boolean;
	/** What is said when an alert is over, as a sentence without a full stop. */
	readonly resolution: (alert: StandingAlert) => string;
	/** When alerts are told again. */
	readonly telling: Telling;
}

/** From this time of the day on, what is told every morning is told again. */
const MORNING_MS = 7 * HOUR_MS;

/** Most alerts that are kept; an older one ends unsaid. */
const MAX_STANDING = 200;

/** What nobody marks for so long was either told or is no news any more. */
const RETOLD_FOR_MS = 7 * 24 * HOUR_MS;

/**
 * The life of alerts from one run to the next: ok, pending, firing, resolved. One that is ok is not kept.
 *
 * An alert is told when it fires, when its value changes, if it is to be repeated the first time after seven in the morning of the budget, and when it
 * is resolved; again while it fires as `telling` has it, and its end until it is marked as told, or the alert fires once more.
 *
 * @returns those that stand, the same list if nothing changed, and all of this run
 */
export function nextAlerts(
	before: readonly StandingAlert[],
	findings: readonly Finding[],
	run: AlertRun,
): { standing: readonly StandingAlert[]; alerts: readonly Alert[] } {
	const standingOf = new Map(before.flatMap((alert) => (isOver(alert) ? [] : [[keyOf(alert), alert]])));
	const found = new Set(findings.map(keyOf));
	const alerts: Alert[] = [];
	const { tellUntilMarked } = run.telling;
	for (const finding of findings) {
		const old = standingOf.get(keyOf(finding));
		const next = nextOf(old, finding, run);
		if (next === null) continue;
		standingOf.set(keyOf(finding), next);
		const notify = next.toldMs === run.nowMs && old?.toldMs !== run.nowMs;
		const isNews = old?.state !== 'firing' || old.value !== next.value || isUntold(old, tellUntilMarked);
		alerts.push(alertOf(next, { ...finding, notify, repeated: notify && !isNews, state: next.state }, run));
	}
	const ended: StandingAlert[] = [];
	for (const old of [...standingOf.values()]) {
		if (found.has(keyOf(old)) || !run.isJudged(old)) continue;
		standingOf.delete(keyOf(old));
		if (old.state === 'pending') continue;
		const message = run.resolution(old);
		alerts.push(resolved(old, message, true, run));
		if (tellUntilMarked) ended.push({ ...old, state: 'resolved', toldMs: run.nowMs, message });
	}
	const over = before.filter(isOver);
	const untold = over.filter((old) => isStillTold(old, run) && standingOf.get(keyOf(old))?.state !== 'firing');
	if (tellUntilMarked) alerts.push(...untold.map((old) => resolved(old, old.message ?? '', isEndDue(old, run), run)));
	const ofOthers = over.filter(({ kind }) => !run.retells(kind));
	const standing = [...ofOthers, ...untold, ...ended, ...standingOf.values()].slice(-MAX_STANDING);
	const isUnchanged = standing.length === before.length && standing.every((alert, at) => alert === before[at]);
	return { standing: isUnchanged ? before : standing, alerts };
}

const isOver = ({ state }: StandingAlert): boolean => state === 'resolved';

/** Whether the end of an alert, not yet marked as told, is still to be told, by this run or by another node that tells it until it is marked. */
const isStillTold = ({ kind, toldMs }: StandingAlert, { retells, nowMs }: AlertRun): boolean =>
	retells(kind) && nowMs - (toldMs ?? 0) <= RETOLD_FOR_MS;

const isEndDue = ({ toldMs }: StandingAlert, { telling, nowMs }: AlertRun): boolean =>
	toldMs !== nowMs && !isOnItsWay({ toldMs: toldMs ?? 0 }, telling, nowMs);

const keyOf = ({ kind, about }: Pick<StandingAlert, 'kind' | 'about'>): string => `${kind}/${about}`;

/** The alert that comes of a finding; null if none does. */
function nextOf(
	old: StandingAlert | undefined,
	{ kind, about, evidence, value, hoursOfDoubt = 0, everyMorning = false }: Finding,
	{ nowMs, timeZone, telling }: AlertRun,
): StandingAlert | null {
	if (old === undefined && evidence === 'keeps') return null;
	const isConfirmed = old !== undefined && evidence === 'waits' && nowMs - old.sinceMs >= hoursOfDoubt * HOUR_MS;
	const fires = old?.state === 'firing' || evidence === 'fires' || isConfirmed;
	if (!fires) return old ?? { kind, about, state: 'pending', sinceMs: nowMs, toldMs: null };
	const morningMs = dayStartMs(localClock(nowMs, timeZone).date, timeZone) + MORNING_MS;
	const isDue =
		old?.toldMs == null ||
		old.value !== value ||
		(everyMorning && old.toldMs < morningMs && morningMs <= nowMs) ||
		isToldAgain({ toldMs: old.toldMs, unmarked: old.unmarked }, telling, nowMs);
	if (old?.state === 'firing' && !isDue) return old;
	return {
		kind,
		about,
		state: 'firing',
		sinceMs: old?.state === 'firing' ? old.sinceMs : nowMs,
		toldMs: nowMs,
		...(value !== undefined && { value }),
		...toMark(telling.tellUntilMarked),
	};
}

const resolved = (alert: StandingAlert, message: string, notify: boolean, run: AlertRun): Alert =>
	alertOf(alert, { severity: 'info', message, notify, repeated: false, state: 'resolved' }, run);

const alertOf = (
	standing: StandingAlert,
	{
		state,
		notify,
		repeated,
		severity,
		message,
		headline = message,
	}: Pick<Finding, 'severity' | 'message' | 'headline'> & Pick<Alert, 'state' | 'notify' | 'repeated'>,
	run: AlertRun,
): Alert => ({
	kind: standing.kind,
	about: standing.about,
	state,
	notify,
	repeated,
	severity,
	dedupKey: dedupKeyOf(standing, run),
	sinceMs: standing.sinceMs,
	headline,
	message,
});
