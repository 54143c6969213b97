import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import { exchangeOf } from './accountMoney';
import { guardAmount } from './amountGuards';
import { baseBudget, budgetSchedule } from './budgetSchedule';
import type { DayPart } from './dayParts';
import { toPlatformAmount } from './platformAmount';
import { heldBack, pushed, type PushJob, type PushOutcome } from './pushJob';
import type { PushRecord } from './pushRecord';

/** Sets the daily budget of one object to its part of the day's amount. */
export function pushBudget(
	job: PushJob,
	{ id, planned, amount, current }: DayPart,
	lever: 'day-total' | 'hours',
	records: readonly PushRecord[],
): PushOutcome {
	const { target, plan, platform, level, currency, limits, moment, daySpent, dryRun, apiVersion } = job;
	const object = `${level}/${id}`;
	const schedule = job.bySchedule ? budgetSchedule(plan.hours, moment.nowMs, job.money.budgetCurrency) : null;
	const wanted = schedule === null ? amount : baseBudget(amount, schedule);
	const { allowed, from, dayCeiling, held } = guardAmount(
		{
			platform: target.platform,
			object,
			lever,
			wanted,
			current,
			dayAmount: amount,
			daySpent,
			amountOnly: lever === 'day-total',
			currency,
		},
		records,
		limits,
		moment,
	);
	const money = (units: number | null) => (units === null ? null : fromMinorUnits(units, currency));
	const edit = { object, lever, from: money(from) };
	const notes = heldBack(held, { ...edit, wanted: money(wanted) }, money(allowed));
	if (allowed === null || from === null) return { request: null, record: null, held: notes };
	const requestOf = (units: number) =>
		platform.dailyBudget({
			target,
			level,
			id,
			amount: toPlatformAmount(units, platform.profile.amountUnit, currency),
			currency,
			apiVersion,
			validateOnly: dryRun,
			nextDay: false,
			details: detailsOf(job, lever, units),
		});
	const code = allowed === from ? 'hours' : allowed > from ? 'raise' : 'lower';
	const { rate, budgetCurrency } = job.money;
	const converted = rate === null ? '' : `, ${money(amount)} ${currency} at ${rate}`;
	const message = `Plan ${plan.planId} gives ${planned} ${budgetCurrency} of the day to ${object}${converted}: ${money(from)} becomes ${money(allowed)}`;
	return pushed(
		{
			...edit,
			to: fromMinorUnits(allowed, currency),
			reason: { code, message },
			dayCeiling: money(dayCeiling),
			...exchangeOf(allowed, job.money),
			request: requestOf(allowed),
			rollback: requestOf(from),
			held: notes,
		},
		job,
	);
}

/** What an interface that takes hours is told of the plan; hours add up to the amount exactly. */
function detailsOf(
	{ plan, currency, money }: PushJob,
	lever: 'day-total' | 'hours',
	units: number,
): Record<string, unknown> {
	const { budgetId, planId, date, timeZone, hours } = plan;
	const head = { budgetId, planId, date, timeZone };
	if (lever === 'day-total') return head;
	const weights = hours.map(({ amount }) => toMinorUnits(amount, money.budgetCurrency, 'nearest'));
	const amounts = splitMoney(fromMinorUnits(units, currency), weights, currency);
	return {
		...head,
		hours: hours.map(({ startMs, endMs, multiplier }, hour) => ({
			start: new Date(startMs).toISOString(),
			end: new Date(endMs).toISOString(),
			amount: amounts[hour]!,
			multiplier,
		})),
	};
}
