import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { addDays } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { exchangeOf } from './accountMoney';
import { withinDayLimit, dayCeilingOf, oneStep } from './amountSteps';
import type { DayPart } from './dayParts';
import { coolingDown, editNotAllowed, lastPush } from './editGuards';
import { toPlatformAmount } from './platformAmount';
import { heldBack, pushed, type PushJob, type PushOutcome } from './pushJob';
import type { PushRecord } from './pushRecord';
import type { Reason } from './reason';

/** Sets the daily budget that one object is to have from the next local midnight on. */
export function pushNextDay(job: PushJob, part: DayPart, records: readonly PushRecord[]): PushOutcome {
	const { target, plan, platform, level, currency, limits, moment, dryRun, apiVersion } = job;
	const object = `${level}/${part.id}`;
	const edited = { platform: target.platform, object, lever: 'next-day-total' } as const;
	const from = valueTonight(job, part, records);
	const money = (units: number | null) => (units === null ? null : fromMinorUnits(units, currency));
	const edit = { object, lever: edited.lever, from: money(from) };
	const wanted = money(part.amount);
	const nothing = (...reasons: Reason[]): PushOutcome => ({
		request: null,
		record: null,
		held: heldBack(reasons, { ...edit, wanted }),
	});
	if (from === null) {
		const message = 'What is in force is not known, so neither the change nor the way back is';
		return nothing({ code: 'current-unknown', message });
	}
	const tomorrow = withinDayLimit(part.amount, part.amount, limits, currency);
	const planned = lastPush(edited, records);
	if (tomorrow.units === (planned === undefined ? from : toMinorUnits(planned.to, currency, 'nearest'))) {
		return nothing({ code: 'unchanged', message: `${money(tomorrow.units)} ${currency} are set for tomorrow already` });
	}
	const midnightMs = dayStartMs(addDays(plan.date, 1), plan.timeZone);
	const notAllowed =
		editNotAllowed(edited, records, limits, moment) ??
		coolingDown({ ...edited, lever: 'day-total' }, records, limits, midnightMs);
	if (notAllowed !== null) return nothing(notAllowed);
	const { allowed, held } = oneStep(from, tomorrow.units, limits, currency);
	if (allowed === null) return nothing(...tomorrow.held, ...held);
	const requestOf = (units: number) =>
		platform.dailyBudget({
			target,
			level,
			id: part.id,
			amount: toPlatformAmount(units, platform.profile.amountUnit, currency),
			currency,
			apiVersion,
			validateOnly: dryRun,
			nextDay: true,
			details: {},
		});
	const message = `${object} has ${money(from)} ${currency} until midnight and ${money(allowed)} from then on`;
	return pushed(
		{
			...edit,
			to: fromMinorUnits(allowed, currency),
			reason: { code: 'next-day', message },
			dayCeiling: money(dayCeilingOf(limits.overdelivery, allowed)),
			...exchangeOf(allowed, job.money),
			request: requestOf(allowed),
			rollback: requestOf(from),
			held: heldBack([...tomorrow.held, ...held], { ...edit, wanted }, money(allowed)),
		},
		job,
	);
}

/** The daily budget at the end of today, minor units: as this plan set it, else as it was read, else as it was set last. */
function valueTonight(
	{ target, level, currency, moment }: PushJob,
	{ id, current }: DayPart,
	records: readonly PushRecord[],
) {
	const last = lastPush({ platform: target.platform, object: `${level}/${id}`, lever: 'day-total' }, records);
	const pushedNow = last?.atMs === moment.nowMs;
	if (last === undefined || (current !== null && !pushedNow)) return current;
	return toMinorUnits(last.to, currency, 'nearest');
}
