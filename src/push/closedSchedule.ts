import { formatMoney } from '../format/formatMoney';
import { type AdScheduleRow, rowsOf, type Weekday, WEEKDAYS } from '../levers/adScheduleRow';
import { openQuarters, QUARTERS_PER_HOUR } from '../levers/openQuarters';
import { fromMinorUnits } from '../money/minorUnits';
import type { Note } from '../notes/note';
import { adScheduleNotes, type ShownBudget } from '../notes/scheduleNotes';
import { weekdayOfDate } from '../time/localClock';
import { datesOf, monthOf } from '../time/period';
import type { DayPart } from './dayParts';
import type { PreparedRequest } from './preparedPush';
import type { PushJob } from './pushJob';

/**
 * What closed days and hours of ad schedules do to daily budgets, on a platform that makes up for closed days.
 *
 * Campaigns of a single budget are taken together: it is spent on the days of each of them.
 *
 * @param requests of the push: the budgets that will be in force
 */
export function closedScheduleWarnings(
	job: PushJob,
	parts: readonly DayPart[],
	requests: readonly PreparedRequest[],
): Note[] {
	const { target, platform, plan } = job;
	const monthDays = platform.profile.scheduledMonthDays.value;
	const { adSchedule, campaignIds } = target;
	if (monthDays === null || adSchedule === undefined) return [];
	const only = parts.length === 1 ? parts[0]! : null;
	const groups = only === null ? campaignIds.map((id) => [id]) : campaignIds.length === 0 ? [] : [campaignIds];
	return groups.flatMap((group) => {
		const schedules = group.map((id) => rowsOf(adSchedule, id));
		if (schedules.some((rows) => rows.length === 0)) return [];
		const rows = schedules.flat();
		const campaigns = group.map((id) => `campaign/${id}`);
		const budget = only === null ? null : budgetAfter(job, only, requests);
		return [
			...closedDays(rows, { job, campaigns, budget, monthDays }),
			...closedHours(rows, plan.date, campaigns, budget),
		];
	});
}

/** The budget of an object after a push; null if it is not known. */
function budgetAfter(
	{ level, account: { currency } }: PushJob,
	{ id, current }: DayPart,
	requests: readonly PreparedRequest[],
): ShownBudget | null {
	const pushed = requests.find(({ object, lever }) => object === `${level}/${id}` && lever === 'day-total')?.to;
	const amount = pushed ?? (current === null ? null : fromMinorUnits(current, currency));
	if (amount === null) return null;
	return { amount: formatMoney(amount, currency), times: (factor) => formatMoney(factor * Number(amount), currency) };
}

/** Closed weekdays: their amount is spent on the open ones, as far as the limits of day and month allow. */
function closedDays(
	rows: readonly AdScheduleRow[],
	{
		job: { platform, plan, limits },
		campaigns,
		budget,
		monthDays,
	}: {
		readonly job: PushJob;
		readonly campaigns: readonly string[];
		readonly budget: ShownBudget | null;
		readonly monthDays: number;
	},
): Note[] {
	const { overdelivery, dayFactor } = limits;
	const dates = datesOf(monthOf(plan.date));
	const openDays = dates.filter((date) => openQuarters(rows, weekdayOf(date)) > 0).length;
	if (openDays === dates.length) return [];
	const factor = Math.min(overdelivery ?? Infinity, monthDays / openDays);
	const keeping = overdelivery === null ? null : Math.floor((100 * overdelivery) / factor) / 100;
	if (keeping !== null && dayFactor !== null && dayFactor <= keeping) return [];
	return [
		adScheduleNotes.closedDays({
			platform: platform.profile.label,
			campaigns,
			openDays,
			days: dates.length,
			budget,
			factor,
			keeping,
		}),
	];
}

/** Closed hours of a weekday that is open at others. */
function closedHours(
	rows: readonly AdScheduleRow[],
	date: string,
	campaigns: readonly string[],
	budget: ShownBudget | null,
): Note[] {
	const weekday = weekdayOf(date);
	const openHours = openQuarters(rows, weekday) / QUARTERS_PER_HOUR;
	if (openHours === 0 || openHours === HOURS) return [];
	return [adScheduleNotes.closedHours(campaigns, openHours, weekday, budget)];
}

const HOURS = 24;

const weekdayOf = (date: string): Weekday => WEEKDAYS[weekdayOfDate(date)]!;
