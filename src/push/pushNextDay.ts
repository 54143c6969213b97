import { dayCeilingOf, oneStep, withinDayLimit } from '../guards/amountSteps';
import { editNotAllowed, minutesOfCoolDown } from '../guards/editGuards';
import { waitingToResend } from '../guards/lastPushGuards';
import { exchangeOf } from '../levers/accountCurrency';
import { formatUnits } from '../format/formatUnits';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { pushNotes } from '../notes/pushNotes';
import { type Edited, lastPush } from '../records/pushRecord';
import { addDays } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { budgetInForce } from './budgetInForce';
import { budgetRequest } from './budgetRequest';
import type { DayPart } from './dayParts';
import type { PushJob } from './pushJob';
import { allHeldBack, heldBack, pushed, type PushOutcome } from './pushOutcome';

/** Sets the daily budget of one object from the next local midnight on. */
export function pushNextDay(job: PushJob, part: DayPart): PushOutcome {
	const { target, level, limits, records, account } = job;
	const { currency } = account;
	const object = `${level}/${part.id}`;
	const edited = { platform: target.platform, object, lever: 'next-day-total' } as const;
	const tonight = budgetInForce(job, part);
	const edit = { object, lever: edited.lever, from: tonight === null ? null : fromMinorUnits(tonight, currency) };
	const wantedEdit = { ...edit, wanted: fromMinorUnits(part.amount, currency) };
	if (tonight === null) return allHeldBack([guardNotes.currentUnknown()], wantedEdit);
	const tomorrow = withinDayLimit(part.amount, part.amount, limits);
	const last = lastPush(edited, records);
	const set = last === undefined || last.status === 'failed' ? tonight : toMinorUnits(last.to, currency, 'nearest');
	const notAllowed =
		tomorrow.units === set
			? guardNotes.alreadySetForTomorrow(formatUnits(set, currency))
			: (waitingToResend(edited, job) ?? editNotAllowed(edited, job) ?? tooSoonAtMidnight(edited, job));
	if (notAllowed !== null) return allHeldBack([notAllowed], wantedEdit);
	const step = oneStep(tonight, tomorrow.units, limits);
	const held = [...tomorrow.held, ...step.held];
	if (step.allowed === null) return allHeldBack(held, wantedEdit);
	const to = fromMinorUnits(step.allowed, currency);
	const ceiling = dayCeilingOf(limits.overdelivery, step.allowed);
	const requestOf = (units: number) => budgetRequest(job, part.id, units, { nextDay: true, details: {} });
	return pushed(
		{
			...edit,
			to,
			reason: pushNotes.nextDay(object, formatUnits(tonight, currency), formatUnits(step.allowed, currency)),
			dayCeiling: ceiling === null ? null : fromMinorUnits(ceiling, currency),
			...exchangeOf(step.allowed, account),
			request: requestOf(step.allowed),
			rollback: requestOf(tonight),
			held: heldBack(held, wantedEdit, to),
		},
		job,
	);
}

/** Why midnight is within the cool-down after the last push of today's total, or null. */
function tooSoonAtMidnight(edited: Edited, job: PushJob): Note | null {
	const { plan, limits } = job;
	const midnightMs = dayStartMs(addDays(plan.date, 1), plan.timeZone);
	const minutes = minutesOfCoolDown({ ...edited, lever: 'day-total' }, job, midnightMs);
	return minutes === null ? null : guardNotes.coolDownAtMidnight(minutes, limits.coolDownMinutes);
}
