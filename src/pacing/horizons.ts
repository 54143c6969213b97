import { mean, sum } from 'simple-statistics';

import { fromMicros } from '../money/micros';
import { fromMinorUnits } from '../money/minorUnits';
import { spendBetween } from '../ledger/dayTotals';
import type { Learning } from '../learning/learning';
import { drawColumns, levelColumn } from '../statistics/normals';
import { sampleInterval } from '../statistics/quantiles';
import { expectedSpend, type SpendModel } from '../demand/spendModel';
import { eventFactor } from '../plan/eventFactor';
import { addDays, hourOfWeek } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { datesOf } from '../time/period';
import type { DayContext } from './dayContext';
import type { ExhaustionForecast } from './exhaustionForecast';
import { periodProgress } from './periodProgress';

const HOUR_MS = 3_600_000;

/** Days of the longest flight, and one column for the uncertainty of the level. */
const MAX_COLUMNS = 368;

/**
 * Status of the longer targets: spend so far, and the projection to the end of the period if days continue as before. What is assumed of days before
 * the first report counts as spent: it is not zero.
 *
 * A later day spends the average of its weekday times the factor of its events and a log-normal day effect. The average is
 * uncertain by the number of days it was learned from. Today's exhaustion does not affect later days.
 *
 * @param todayAhead (paths) spend of the rest of today, major units; null without spend history
 */
export function horizons(context: DayContext, todayAhead: Float64Array | null): ExhaustionForecast['horizons'] {
	const { learning, unreported, target, date } = context;
	const { currency } = learning.definition;
	const forecasts: ExhaustionForecast['horizons'] = {};
	for (const one of target.periods) {
		const { horizon, period, target: units, rollover, unknownStart } = one;
		const spent = fromMicros(spendBetween(learning.days, period.start, date));
		const goal = Number(fromMinorUnits(units, currency));
		const later = datesOf({ start: addDays(date, 1), end: period.end });
		const earlier = sum([...unreported.earlier].flatMap(([day, expected]) => (day >= period.start ? [expected] : [])));
		const assumed = Number(fromMinorUnits(unknownStart?.assumed ?? 0, currency));
		const known = spent.toNumber() + assumed;
		const ends = endOfPeriod(learning, later, known + earlier, todayAhead);
		forecasts[horizon] = {
			target: fromMinorUnits(units, currency),
			...(rollover !== undefined && { rolledOver: fromMinorUnits(rollover.added, currency) }),
			spent: spent.toFixed(),
			probability: ends.reduce((count, end) => count + (end >= goal ? 1 : 0), 0) / ends.length,
			projected: sampleInterval(ends),
			utilization: known / goal,
			...periodProgress(one, context),
		};
	}
	return forecasts;
}

/** (paths) spend of a whole period. */
function endOfPeriod(
	learning: Learning,
	later: readonly string[],
	spent: number,
	todayAhead: Float64Array | null,
): Float64Array {
	const model = learning.spendModel;
	if (model === null || todayAhead === null) return Float64Array.of(spent);
	const draws = drawColumns(Math.min(MAX_COLUMNS, later.length + 1), todayAhead.length);
	const levels = levelColumn(model.days, todayAhead.length);
	const perDay = dayDeviation(model);
	const level = perDay / Math.sqrt(model.days);
	const ends = todayAhead.map((ahead) => spent + ahead);
	later.forEach((date, position) => {
		const average = averageDay(model, learning, date);
		const { normal: own } = draws[position + 1]!;
		ends.forEach((_, path) => {
			const effect = level * levels[path]! + perDay * own[path]!;
			ends[path]! += average * Math.exp(effect - (level ** 2 + perDay ** 2) / 2);
		});
	});
	return ends;
}

/** Relative standard deviation of a day's spend: the day effect, and drift, noise and counts averaged over 24 hours. */
export function dayDeviation({
	dayVariance,
	driftVariance,
	driftCorrelation,
	noiseVariance,
	unit,
	spend,
}: SpendModel): number {
	const drift = (driftVariance * (1 + driftCorrelation)) / (1 - driftCorrelation);
	return Math.sqrt(dayVariance + (drift + noiseVariance + unit / mean(spend)) / 24);
}

/** Expected spend of a day. Longer targets allow more or less on days of events, up to the daily amount. */
export function averageDay(model: SpendModel, learning: Learning, date: string): number {
	const { timeZone, dailyAmount = Infinity } = learning.definition;
	const noon = hourOfWeek(dayStartMs(date, timeZone) + 12 * HOUR_MS, timeZone);
	const midnight = noon - (noon % 24);
	let spend = 0;
	for (let hour = 0; hour < 24; hour++) spend += expectedSpend(model, midnight + hour);
	const withEvents = spend * eventFactor(learning, date);
	return withEvents > spend ? Math.max(spend, Math.min(withEvents, Number(dailyAmount))) : withEvents;
}
