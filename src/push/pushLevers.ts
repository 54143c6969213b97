import { fromMinorUnits } from '../money/minorUnits';
import type { Note } from '../notes/note';
import type { Lever, PushRecord } from '../records/pushRecord';
import type { DayPart } from './dayParts';
import type { HeldChange, PreparedRequest } from './preparedPush';
import { pushAdSchedule } from './pushAdSchedule';
import { pushBiddingTarget } from './pushBiddingTarget';
import { pushBudget } from './pushBudget';
import type { PushJob } from './pushJob';
import { pushNextDay } from './pushNextDay';
import { allHeldBack, type PushOutcome } from './pushOutcome';
import { pushStatus } from './pushStatus';
import { isPausedInstead, statusWishes } from './statusWishes';
import { targetParts } from './targetPart';

/** One edit of one object, given the records of earlier edits. */
type Push = (job: PushJob) => PushOutcome;

/** All edits by today's levers and for the next day, in order; each is guarded by the records of the earlier ones. */
export function pushLevers(
	job: PushJob,
	today: readonly DayPart[],
	nextDay: readonly DayPart[],
): {
	readonly requests: readonly PreparedRequest[];
	readonly held: readonly HeldChange[];
	readonly records: readonly PushRecord[];
} {
	const requests: PreparedRequest[] = [];
	const held: HeldChange[] = [];
	let { records } = job;
	const run = (push: Push): PushOutcome => {
		const outcome = push({ ...job, records });
		held.push(...outcome.held);
		if (outcome.request !== null) requests.push(outcome.request);
		if (outcome.record !== null) records = [...records, outcome.record];
		return outcome;
	};
	const notLowered = new Set<string>();
	const lowered = today.filter((part) => !isPausedInstead(job, part, today));
	for (const lever of job.chosen.levers) {
		for (const { id, push } of pushesBy(lever, lowered, job)) if (run(push).notLowered) notLowered.add(id);
	}
	for (const { push } of pushesBy('next-day-total', nextDay, job)) run(push);
	for (const wish of statusWishes({ ...job, records }, today, notLowered))
		run((withRecords) => pushStatus(withRecords, wish));
	return { requests, held, records };
}

/** Edits by one lever, and the IDs of their objects. */
function pushesBy(
	lever: Exclude<Lever, 'status' | 'target-cpa' | 'target-roas'>,
	parts: readonly DayPart[],
	all: PushJob,
): { readonly id: string; readonly push: Push }[] {
	const daily = (push: (job: PushJob, part: DayPart) => PushOutcome) =>
		parts.map((part) => ({
			id: part.id,
			push: (job: PushJob) => (part.refusal === null ? push(job, part) : refused(job, part, lever, part.refusal)),
		}));
	switch (lever) {
		case 'day-total':
		case 'hours':
			return daily((job, part) => pushBudget(job, part, lever));
		case 'next-day-total':
			return daily(pushNextDay);
		case 'ad-schedule':
			return [...new Set(all.target.campaignIds)].map((id) => ({
				id,
				push: (job: PushJob) => pushAdSchedule(job, id),
			}));
		case 'bidding-target':
			return targetParts(all).map((part) => ({
				id: part.id,
				push: (job: PushJob) => pushBiddingTarget(job, part),
			}));
	}
}

/** The outcome for an object whose budget is not known to be a daily one. */
function refused({ level, account: { currency } }: PushJob, part: DayPart, lever: Lever, reason: Note): PushOutcome {
	const wanted = fromMinorUnits(part.amount, currency);
	return allHeldBack([reason], { object: `${level}/${part.id}`, lever, from: null, wanted });
}
