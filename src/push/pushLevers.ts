import { fromMinorUnits } from '../money/minorUnits';
import type { Note } from '../notes/note';
import type { DayPart } from './dayParts';
import type { HeldBack, PreparedRequest } from './preparedPush';
import { pushAdSchedule } from './pushAdSchedule';
import { pushBudget } from './pushBudget';
import type { PushJob } from './pushJob';
import { pushNextDay } from './pushNextDay';
import { allHeldBack, type PushOutcome } from './pushOutcome';
import type { Lever, PushRecord } from './pushRecord';

/** One edit of one object, given the records of earlier edits. */
type Push = (job: PushJob) => PushOutcome;

/** All edits by today's levers and for the next day, in order; each is guarded by the records of the earlier ones. */
export function pushLevers(
	job: PushJob,
	today: readonly DayPart[],
	nextDay: readonly DayPart[],
): {
	readonly requests: readonly PreparedRequest[];
	readonly held: readonly HeldBack[];
	readonly records: readonly PushRecord[];
} {
	const requests: PreparedRequest[] = [];
	const held: HeldBack[] = [];
	let { records } = job;
	const pushes = [
		...job.chosen.levers.flatMap((lever) => pushesBy(lever, today, job)),
		...pushesBy('next-day-total', nextDay, job),
	];
	for (const push of pushes) {
		const outcome = push({ ...job, records });
		held.push(...outcome.held);
		if (outcome.request !== null) requests.push(outcome.request);
		if (outcome.record !== null) records = [...records, outcome.record];
	}
	return { requests, held, records };
}

function pushesBy(
	lever: Exclude<Lever, 'status'>,
	parts: readonly DayPart[],
	{ target: { campaignIds } }: PushJob,
): Push[] {
	const daily = (push: (job: PushJob, part: DayPart) => PushOutcome): Push[] =>
		parts.map((part) => (job) => (part.refusal === null ? push(job, part) : refused(job, part, lever, part.refusal)));
	switch (lever) {
		case 'day-total':
		case 'hours':
			return daily((job, part) => pushBudget(job, part, lever));
		case 'next-day-total':
			return daily(pushNextDay);
		case 'ad-schedule':
			return [...new Set(campaignIds)].map((campaignId) => (job) => pushAdSchedule(job, campaignId));
	}
}

/** The outcome for an object whose budget is not known to be a daily one. */
function refused({ level, account: { currency } }: PushJob, part: DayPart, lever: Lever, reason: Note): PushOutcome {
	const wanted = fromMinorUnits(part.amount, currency);
	return allHeldBack([reason], { object: `${level}/${part.id}`, lever, from: null, wanted });
}
