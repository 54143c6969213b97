import { sum } from 'simple-statistics';

import { type Horizon, LONGEST_FIRST } from '../budget/horizon';
import { openDates } from '../budget/openTime';
import type { DayContext } from '../forecast/dayContext';
import { knownSpend } from '../forecast/knownSpend';
import { laterDays } from '../forecast/laterDays';
import { periodCurve } from '../forecast/periodCurve';
import { spendBetween } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { fromMinorUnits } from '../money/minorUnits';
import { flightPacing } from '../plan/flightCurve';
import type { PeriodTarget } from '../plan/periodTargets';
import type { Interval } from '../statistics/interval';
import { sampleInterval } from '../statistics/quantiles';
import { addDays } from '../time/localClock';
import { datesOf } from '../time/period';
import type { ExhaustionForecast } from './exhaustionForecast';

/** A day of a period. Amounts in major units. */
export interface PeriodDay {
	readonly date: string;
	/** As reported, of today so far; null for days that are not reported or ahead. */
	readonly spent: number | null;
	/** Spend of the period up to the end of the day, today so far, with what is assumed of the time before the first report; null where it is not known. */
	readonly total: number | null;
	/** What is due of the target by the end of the day: an even part for each open day, or by the pacing of the flight. */
	readonly due: number;
	/** What the day had to spend in its morning so that the target is met, if all days left spend their parts, 0 if it is closed; null where the spend before it is not known. */
	readonly needed: number | null;
	/** Of the whole day and of the period up to its end, if nobody intervenes; null for days before today, without spend history and with data that is too old. */
	readonly forecast: { readonly spend: Interval; readonly total: Interval } | null;
}

/** The longest target of a budget, day by day. Amounts in major units. */
export interface PeriodDays {
	readonly horizon: Horizon;
	/** Even for all but a flight. */
	readonly pacing: ReturnType<typeof flightPacing>;
	readonly today: string;
	/** Share of the period's time that is over, 0..1. */
	readonly elapsed: number;
	/** Including what was rolled over. */
	readonly target: number;
	/** Assumed to be spent before the first report; 0 if reports reach back to the start of the period. */
	readonly assumed: number;
	readonly days: readonly PeriodDay[];
}

/** The days of the longest target at the instant of a context; null for a budget without one. */
export function periodDays(
	context: DayContext,
	{ status, horizons }: Pick<ExhaustionForecast, 'status' | 'horizons'>,
): PeriodDays | null {
	const { target, learning, planning, date: today } = context;
	const longest = LONGEST_FIRST.find((name) => horizons[name] !== undefined);
	const period = target.periods.find(({ horizon }) => horizon === longest);
	if (longest === undefined || period === undefined) return null;
	const { elapsed, neededPerDay } = horizons[longest]!;
	const major = (units: number) => Number(fromMinorUnits(units, learning.definition.currency));
	const amount = major(period.target);
	const assumed = major(period.unknownStart?.assumed ?? 0);
	const firstKnown =
		period.unknownStart === undefined ? period.period.start : addDays(period.unknownStart.dates.end, 1);
	const forecasts = status === 'stale-data' ? new Map<string, never>() : forecastDays(context, period, assumed);
	const spendOn = knownSpend(context);
	const spentToday = isTodayReported(context) ? context.spent : null;
	const dates = datesOf(period.period);
	const open = openDates(learning.definition, period.period);
	const isOpen = new Set(open);
	const openUntil = (date: string) => open.filter((one) => one <= date).length;
	const openFrom = (date: string) => open.filter((one) => one >= date).length;
	const { due, overEven } = periodCurve(period.period, planning);
	let before: number | null = null;
	const days = dates.map((date): PeriodDay => {
		if (date === firstKnown) before = assumed;
		const spent = date < firstKnown || date > today ? null : date === today ? spentToday : spendOn(date);
		const earlier = before;
		before = earlier === null || spent === null ? null : earlier + spent;
		return {
			date,
			spent,
			total: before,
			due: amount * due(openUntil(date) / open.length),
			needed: !isOpen.has(date)
				? 0
				: date >= today
					? Number(neededPerDay) * overEven(date, today)
					: earlier === null
						? null
						: (Math.max(0, amount - earlier) / openFrom(date)) * overEven(date, date),
			forecast: forecasts.get(date) ?? null,
		};
	});
	const { definition } = learning;
	const pacing = longest === 'flight' ? flightPacing({ definition, strategy: planning.strategy }) : 'even';
	return { horizon: longest, pacing, today, elapsed, target: amount, assumed, days };
}

/** Whether anything of today was reported; its spend is unknown otherwise. */
export const isTodayReported = ({ learning, day, spent }: DayContext): boolean =>
	(learning.dataUntilMs ?? 0) > day[0]!.startMs || spent > 0;

/** Forecast of today and the days ahead of a period; empty without spend history. */
function forecastDays(
	context: DayContext,
	{ period }: PeriodTarget,
	assumed: number,
): ReadonlyMap<string, NonNullable<PeriodDay['forecast']>> {
	const { learning, date, spent, ahead, unreported } = context;
	const forecasts = new Map<string, NonNullable<PeriodDay['forecast']>>();
	const model = learning.spendModel;
	if (ahead === null || model === null) return forecasts;
	const reported = fromMicros(spendBetween(learning.days, period.start, date)).toNumber();
	const earlier = sum([...unreported.earlier].flatMap(([day, expected]) => (day >= period.start ? [expected] : [])));
	const totals = ahead.map((amount) => reported + assumed + earlier + amount);
	forecasts.set(date, {
		spend: sampleInterval(ahead.map((amount) => spent + amount)),
		total: sampleInterval(totals),
	});
	const later = datesOf({ start: addDays(date, 1), end: period.end });
	let position = 0;
	for (const day of laterDays(model, context, later, totals.length)) {
		totals.forEach((_, path) => (totals[path]! += day[path]!));
		forecasts.set(later[position++]!, { spend: sampleInterval(day), total: sampleInterval(totals) });
	}
	return forecasts;
}
