import { nextAlerts } from '../alerts/nextAlerts';
import { type Alert, type AlertKind, type Finding, isOfPush, type StandingAlert } from '../alerts/standingAlerts';
import type { Telling } from '../alerts/telling';
import { isLeftAlone } from '../guards/lastPushGuards';
import { alertNotes } from '../notes/alertNotes';
import type { Note } from '../notes/note';
import { uncheckedNotes } from '../notes/pushNotes';
import { type Edited, lastPush, objectAndLever } from '../records/pushRecord';
import type { HeldBack, HeldChange } from './preparedPush';
import type { PushJob } from './pushJob';
import { pausables, statusEdit, statusRead } from './statusRead';
import { targetParts } from './targetPart';

/** Reasons that no later run removes by itself, and the kind of their alert. */
const FOR_A_PERSON: Readonly<Record<string, AlertKind>> = {
	'budget-type-unknown': 'push-blocked',
	'current-unknown': 'push-blocked',
	'edited-by-someone': 'edited-by-someone',
	'no-budget': 'push-blocked',
	'no-target': 'push-blocked',
	'paused-by-someone': 'edited-by-someone',
	'portfolio-strategy': 'push-blocked',
	'push-unconfirmed': 'push-blocked',
	'target-unknown': 'push-blocked',
	'total-budget': 'push-blocked',
};

/** Reasons that a person has to know, although plans are followed again by themselves. */
const TO_KNOW: Readonly<Record<string, AlertKind>> = {
	'edit-adopted': 'edited-by-someone',
	'edit-kept-for-now': 'edited-by-someone',
};

/** What was held back, with whom it concerns, and the alerts that come of it. */
export interface Attention {
	readonly held: readonly HeldBack[];
	/** Alerts of this push: those that stand, and those that are resolved. */
	readonly alerts: readonly Alert[];
	/** All alerts of the budget afterwards. */
	readonly standing: readonly StandingAlert[];
}

/**
 * Says of what was held back whether it needs a person, and whether to tell one now: what is blocked is told once, and an edit or a pause by a
 * person at once and, if it is left alone for good, every morning. What is in order again is told once. Where messages are marked, each is told
 * until it is.
 *
 * @param job    before its requests, with earlier pushes settled by the values read
 * @param edited what this push looked at
 */
export function attention(
	held: readonly HeldChange[],
	job: PushJob,
	edited: readonly Edited[],
	before: readonly StandingAlert[],
	telling: Telling,
): Attention {
	const { platform } = job.target;
	const { nowMs, timeZone } = job.moment;
	const aboutOf = ({ object, lever }: HeldChange) => objectAndLever({ platform, object, lever });
	const inOrder = new Set(edited.filter((one) => isInOrder(one, job)).map(objectAndLever));
	const { standing, alerts } = nextAlerts(
		before,
		held.flatMap((one) => findingOf(one, aboutOf(one), job)),
		{
			budgetId: job.plan.budgetId,
			timeZone,
			nowMs,
			isJudged: ({ kind, about }) => isOfPush(kind) && inOrder.has(about),
			retells: isOfPush,
			resolution,
			telling,
		},
	);
	return {
		held: held.map((one) => {
			const alert = alerts.find(({ about, message }) => about === aboutOf(one) && message === one.message) ?? null;
			return { ...one, needsPerson: one.code in FOR_A_PERSON, notify: alert?.notify ?? false, alert };
		}),
		alerts,
		standing,
	};
}

function findingOf(held: HeldChange, about: string, { records, target: { platform } }: PushJob): Finding[] {
	const kind = FOR_A_PERSON[held.code] ?? TO_KNOW[held.code];
	if (kind === undefined) return [];
	const value = kind === 'edited-by-someone' ? lastPush({ ...held, platform }, records)?.edit?.value : undefined;
	return [
		{
			kind,
			about,
			severity: 'warning',
			message: held.message,
			evidence: 'fires',
			everyMorning: kind === 'edited-by-someone' && held.code in FOR_A_PERSON,
			...(value !== undefined && { value }),
		},
	];
}

/** Whether nothing of the last push is open: it was confirmed, or there was none, and no value that somebody has set is left alone. */
function isInOrder(edited: Edited, job: PushJob): boolean {
	const last = lastPush(edited, job.records);
	return (last === undefined || last.status === 'confirmed') && !isLeftAlone(edited, job);
}

/**
 * What this push can judge: edits by any of its levers, and what was read as delivering.
 *
 * @param objects with a daily budget that it looked at
 */
export function judgedBy(job: PushJob, objects: readonly string[]): Edited[] {
	const { platform, campaignIds, nextDayAmount } = job.target;
	const levers = ['day-total', 'hours', ...(nextDayAmount === undefined ? [] : ['next-day-total' as const])] as const;
	const amounts = levers.flatMap((lever) => objects.map((object) => ({ platform, object, lever })));
	const schedules = campaignIds.map((id) => ({ platform, object: `campaign/${id}`, lever: 'ad-schedule' as const }));
	const statuses = pausables(job).filter((pausable) => statusRead(job, pausable) === 'enabled');
	const targets = targetParts(job).flatMap(({ id, target }) =>
		target.kind === 'target' ? TARGET_LEVERS.map((lever) => ({ platform, object: `${job.level}/${id}`, lever })) : [],
	);
	return [...amounts, ...schedules, ...statuses.map((pausable) => statusEdit(job, pausable)), ...targets];
}

/** Levers under which something may have been said of a bidding target. */
const TARGET_LEVERS = ['target-cpa', 'target-roas', 'bidding-target'] as const;

/** What is said when an alert is over. */
function resolution({ kind, about }: StandingAlert): string {
	const [, ...rest] = about.split('/');
	const object = rest.slice(0, -1).join('/');
	if (kind === 'push-blocked') return alertNotes.unblocked(object);
	return rest.at(-1) === 'status' ? alertNotes.delivers(object) : alertNotes.followed(object);
}

/** A warning that changes wait for a person, with the first reason; empty if none does. */
export function blockedWarning(held: readonly HeldBack[]): Note[] {
	const waiting = held.filter(({ needsPerson }) => needsPerson);
	return waiting.length === 0
		? []
		: [uncheckedNotes.blocked(waiting.length, `${waiting[0]!.object}: ${waiting[0]!.message}`)];
}
