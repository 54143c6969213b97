import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { budgetSchedule, withinAmount } from './budgetSchedule';
import type { DayPart } from './dayParts';
import { editNotAllowed, lastPush, pushesToday } from './editGuards';
import { heldBack, pushed, type PushJob, type PushOutcome } from './pushJob';
import type { PushRecord } from './pushRecord';
import type { Reason } from './reason';

/** Raises the daily budget of one object in the hours that the plan favours, within its part of the day's amount. The platform has the lever. */
export function pushBudgetSchedule(job: PushJob, part: DayPart, records: readonly PushRecord[]): PushOutcome {
	const { platform, target, plan, level, currency, limits, moment, apiVersion, daySpent } = job;
	const object = `${level}/${part.id}`;
	const edited = { platform: target.platform, object, lever: 'budget-schedule' } as const;
	const edit = { object, lever: edited.lever, from: null };
	const nothing = (reason: Reason, wanted: string | null = null): PushOutcome => ({
		request: null,
		record: null,
		held: heldBack([reason], { ...edit, wanted }),
	});
	if (lastPush(edited, records)?.planId === moment.planId) {
		return nothing({ code: 'unchanged', message: 'This plan was pushed already' });
	}
	const wanted = budgetSchedule(plan.hours, moment.nowMs, job.money.budgetCurrency);
	if (wanted === null) {
		return nothing({ code: 'even-hours', message: 'No coming hours stand out in the plan, so none are raised' });
	}
	const shown = (factor: number) =>
		`${new Date(wanted.startMs).toISOString()} to ${new Date(wanted.endMs).toISOString()} x${factor}`;
	if (pushesToday(edited, records, moment).length > 0) {
		const message = 'A schedule was pushed today, and a second one would come on top of it';
		return nothing({ code: 'already-scheduled', message }, shown(wanted.factor));
	}
	if (daySpent) {
		const message = "The day's amount is spent: a raise could only spend more than it";
		return nothing({ code: 'day-amount-spent', message }, shown(wanted.factor));
	}
	const notAllowed = editNotAllowed(edited, records, limits, moment);
	if (notAllowed !== null) return nothing(notAllowed, shown(wanted.factor));
	const base = baseInForce(job, part, records);
	const within = base === null ? null : withinAmount(wanted, part.amount, base);
	if (within === null) {
		const message =
			base === null
				? 'What is in force is not known, so what a factor on it costs is not either'
				: `${fromMinorUnits(base, currency)} ${currency} in force leave no room for a raise within the day's amount`;
		return nothing({ code: base === null ? 'current-unknown' : 'no-room', message }, shown(wanted.factor));
	}
	const notes =
		within.factor === wanted.factor
			? []
			: heldBack(
					[
						{
							code: 'day-ceiling',
							message: "A larger factor on the budget in force would cost more than the day's amount",
						},
					],
					{ ...edit, wanted: shown(wanted.factor) },
					shown(within.factor),
				);
	const message = `Plan ${plan.planId} favours these hours: ${shown(within.factor)}`;
	return pushed(
		{
			...edit,
			to: shown(within.factor),
			reason: { code: 'hours', message },
			dayCeiling: null,
			request: platform.budgetSchedule!({ ...within, target, apiVersion, id: part.id }),
			rollback: null,
			held: notes,
		},
		job,
	);
}

/** The daily budget that the factor applies to: what was pushed just now, or what was read. */
function baseInForce({ target, level, currency, moment }: PushJob, part: DayPart, records: readonly PushRecord[]) {
	const last = lastPush({ platform: target.platform, object: `${level}/${part.id}`, lever: 'day-total' }, records);
	const pushedNow = last?.planId === moment.planId && last.atMs === moment.nowMs;
	if (last !== undefined && (pushedNow || part.current === null)) return toMinorUnits(last.to, currency, 'nearest');
	return part.current;
}
