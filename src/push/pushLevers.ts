import type { DayPart } from './dayParts';
import type { HeldBack, PreparedRequest } from './preparedPush';
import { pushAdSchedule } from './pushAdSchedule';
import { pushBudget } from './pushBudget';
import { pushBudgetSchedule } from './pushBudgetSchedule';
import type { PushJob } from './pushJob';
import { pushNextDay } from './pushNextDay';
import type { PushOutcome } from './pushOutcome';
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

function pushesBy(lever: Lever, parts: readonly DayPart[], { target: { campaignIds } }: PushJob): Push[] {
	switch (lever) {
		case 'day-total':
		case 'hours':
			return parts.map((part) => (job) => pushBudget(job, part, lever));
		case 'next-day-total':
			return parts.map((part) => (job) => pushNextDay(job, part));
		case 'budget-schedule':
			return parts.map((part) => (job) => pushBudgetSchedule(job, part));
		case 'ad-schedule':
			return [...new Set(campaignIds)].map((campaignId) => (job) => pushAdSchedule(job, campaignId));
	}
}
