import { formatInstant } from '../format/formatTime';
import { lastPushAgainst, waitingToResend } from '../guards/lastPushGuards';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { statusNotes } from '../notes/statusNotes';
import { lastPush, type PushRecord } from '../records/pushRecord';
import { isUnderWay } from '../records/settleByRead';
import type { PushJob } from './pushJob';
import { allHeldBack, NO_OUTCOME, pushed, type PushOutcome } from './pushOutcome';
import { type ObjectStatus, type Pausable, statusEdit, statusRead } from './statusRead';

/** An object that can be paused, and whether it is to deliver. */
export interface StatusWish extends Pausable {
	readonly wanted: ObjectStatus;
	/** Why it is to be paused, as a sentence; unused otherwise. */
	readonly why: string;
	/** What it does to the period if nothing is spent there, as a sentence; empty if that is not known. */
	readonly effect: string;
}

/**
 * Pauses an object whose money is gone, and resumes it once there is money again. Only what this package has paused, as its record says, is
 * resumed; what a person has paused is left alone and said. Old data holds neither: money that is spent stays spent, and what is paused reports nothing.
 */
export function pushStatus(job: PushJob, { wanted, why, effect, ...pausable }: StatusWish): PushOutcome {
	const { target, platform, dryRun, apiVersion, records } = job;
	const edited = statusEdit(job, pausable);
	const { object, lever } = edited;
	const last = lastPush(edited, records);
	const held = (reason: Note) => allHeldBack([reason], { object, lever, from: null, wanted });
	if (statusRead(job, pausable) === 'paused' && !isOurs(last)) return held(statusNotes.pausedBySomeone(object, effect));
	if (wanted === 'enabled' && !isPausedByUs(last)) return NO_OUTCOME;
	const against =
		last?.edit === undefined
			? openOr(last, wanted, job)
			: lastPushAgainst(edited, job, { format: String, effect: () => '' });
	if (against !== null) return held(against);
	const requestOf = (status: ObjectStatus) =>
		platform.setStatus!({ ...pausable, target, apiVersion, validateOnly: dryRun, status });
	const from = wanted === 'paused' ? 'enabled' : 'paused';
	return pushed(
		{
			object,
			lever,
			from,
			to: wanted,
			reason: wanted === 'paused' ? statusNotes.pause(object, why) : statusNotes.resume(object),
			dayCeiling: null,
			request: requestOf(wanted),
			rollback: requestOf(from),
			held: [],
		},
		job,
	);
}

/** Whether an object that is paused may be so because of this package: it paused it, or its resuming has not arrived. */
const isOurs = (last: PushRecord | undefined): boolean =>
	last !== undefined && last.edit === undefined && (last.to === 'paused' || last.status !== 'confirmed');

/** Whether there may be a pause of this package to end: one that was made, or whose end has not arrived. */
const isPausedByUs = (last: PushRecord | undefined): boolean =>
	last !== undefined &&
	last.edit === undefined &&
	(last.to === 'paused' ? last.status !== 'failed' : last.status !== 'confirmed');

/** What the last change of the status says against one more, or null. Pausing twice does no harm; resuming needs certainty. */
function openOr(last: PushRecord | undefined, wanted: ObjectStatus, job: PushJob): Note | null {
	if (last === undefined) return null;
	const { nowMs, timeZone } = job.moment;
	switch (last.status) {
		case 'confirmed':
			return last.to === wanted ? guardNotes.alreadyInForce(`'${wanted}'`) : null;
		case 'failed':
			return last.to === wanted ? waitingToResend(last, job) : null;
		case 'prepared':
		case 'unknown':
			if (isUnderWay(last, nowMs)) return guardNotes.underWay(false);
			return wanted === 'paused' ? null : guardNotes.unconfirmed(formatInstant(last.atMs, timeZone));
	}
}
