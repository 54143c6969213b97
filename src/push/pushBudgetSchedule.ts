import { formatTime } from '../format/formatTime';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { pushNotes } from '../notes/pushNotes';
import { budgetScheduleNotes } from '../notes/scheduleNotes';
import { budgetInForce } from './budgetInForce';
import { type BudgetSchedule, budgetSchedule, withinAmount } from './budgetSchedule';
import type { DayPart } from './dayParts';
import { editNotAllowed } from './editGuards';
import { formatUnits } from './formatUnits';
import { waitingToResend } from './lastPushGuards';
import type { PushJob } from './pushJob';
import { allHeldBack, heldBack, pushed, type PushOutcome } from './pushOutcome';
import { type Edited, lastPush, objectAndLever } from './pushRecord';
import { mayHaveArrived } from './resend';

/** Raises the daily budget of one object in the hours that the plan favours, within its part of the day's amount. The platform must have the lever. */
export function pushBudgetSchedule(job: PushJob, part: DayPart): PushOutcome {
	const { platform, target, plan, level, moment, records, account, dryRun, apiVersion } = job;
	const object = `${level}/${part.id}`;
	const edited = { platform: target.platform, object, lever: 'budget-schedule' } as const;
	const edit = { object, lever: edited.lever, from: null };
	const held = (reason: Note, wanted: string | null) => allHeldBack([reason], { ...edit, wanted });
	const last = lastPush(edited, records);
	if (last?.planId === moment.planId && mayHaveArrived(last)) return held(guardNotes.alreadyPushed(), null);
	const schedule = budgetSchedule(plan.hours, moment.nowMs, account.budgetCurrency);
	if (schedule === null) return held(budgetScheduleNotes.evenHours(), null);
	const wanted = scheduleText(schedule);
	const notAllowed = scheduleNotAllowed(edited, job);
	if (notAllowed !== null) return held(notAllowed, wanted);
	const base = budgetInForce(job, part);
	if (base === null) return held(budgetScheduleNotes.currentUnknown(), wanted);
	const within = withinAmount(schedule, part.amount, base);
	if (within === null) return held(budgetScheduleNotes.noRoom(formatUnits(base, account.currency)), wanted);
	const { factor, startMs, endMs } = within;
	const reduced = factor === schedule.factor ? [] : [budgetScheduleNotes.dayCeiling(schedule.factor, factor)];
	const timeOf = (instantMs: number) => formatTime(instantMs, plan.timeZone);
	return pushed(
		{
			...edit,
			to: scheduleText(within),
			reason: pushNotes.budgetSchedule(plan.planId, factor, timeOf(startMs), timeOf(endMs)),
			dayCeiling: null,
			request: platform.budgetSchedule!({
				target,
				apiVersion,
				validateOnly: dryRun,
				id: part.id,
				startMs,
				endMs,
				factor,
			}),
			rollback: null,
			held: heldBack(reduced, { ...edit, wanted }, scheduleText(within)),
		},
		job,
	);
}

/**
 * Why no schedule may be pushed now, or null. Schedules add up, and none is read back: one that may have arrived is not sent again.
 */
function scheduleNotAllowed(edited: Edited, job: PushJob): Note | null {
	const today = job.records.filter(
		(record) => record.atMs >= job.moment.dayStartMs && objectAndLever(record) === objectAndLever(edited),
	);
	if (today.some(mayHaveArrived)) return budgetScheduleNotes.alreadyScheduled();
	return job.money.daySpent
		? guardNotes.dayAmountSpent()
		: (waitingToResend(edited, job) ?? editNotAllowed(edited, job));
}

/** A schedule as text that can be compared. */
const scheduleText = ({ startMs, endMs, factor }: BudgetSchedule): string =>
	`${new Date(startMs).toISOString()} to ${new Date(endMs).toISOString()} x${factor}`;
