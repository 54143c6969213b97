import { mean } from 'simple-statistics';

import { amountsOn } from '../budget/amountsFrom';
import { expectedSpend, type SpendModel } from '../demand/spendModel';
import { modelOn } from '../learning/modelOn';
import { eventFactor } from '../plan/eventFactor';
import type { PlanContext } from '../plan/planContext';
import { drawColumns, levelColumn } from '../statistics/normals';
import { hourOfWeek } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { pacingFactor } from './pacingFactor';

const HOUR_MS = 3_600_000;

/** Days of the longest flight, and one column for the uncertainty of the level. */
const MAX_COLUMNS = 368;

/**
 * Sample paths of the days after today if days continue as before.
 *
 * A later day spends the average of its weekday times the factors of its events and of the pacing of its flight, and a log-normal day effect. The average is
 * uncertain by the number of days it was learned from.
 *
 * @yields (paths) spend of each date, major units
 */
export function* laterDays(
	model: SpendModel,
	planning: PlanContext,
	dates: readonly string[],
	paths: number,
): Generator<Float64Array> {
	const averageDay = averageDays(planning);
	const draws = drawColumns(Math.min(MAX_COLUMNS, dates.length + 1), paths);
	const levels = levelColumn(model.days, paths);
	const perDay = dayDeviation(model);
	const level = perDay / Math.sqrt(model.days);
	for (const [position, date] of dates.entries()) {
		const average = averageDay(date);
		const { normal: own } = draws[position + 1]!;
		yield own.map((draw, path) => {
			const effect = level * levels[path]! + perDay * draw;
			return average * Math.exp(effect - (level ** 2 + perDay ** 2) / 2);
		});
	}
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

/** Expected spend of days; 0 without spend history. Longer targets allow more or less on days of events, and by the pacing of a flight, up to the daily amount. */
export function averageDays(planning: PlanContext): (date: string) => number {
	const { learning } = planning;
	const { definition, spendModel } = learning;
	if (spendModel === null) return () => 0;
	const pacing = pacingFactor(spendModel, planning);
	return (date) => {
		const { timeZone } = definition;
		const { dailyAmount = Infinity } = amountsOn(definition, date);
		const model = modelOn(learning, date) ?? spendModel;
		const noon = hourOfWeek(dayStartMs(date, timeZone) + 12 * HOUR_MS, timeZone);
		const midnight = noon - (noon % 24);
		let spend = 0;
		for (let hour = 0; hour < 24; hour++) spend += expectedSpend(model, midnight + hour);
		const weighed = spend * eventFactor(learning, date) * pacing(date);
		return weighed > spend ? Math.max(spend, Math.min(weighed, Number(dailyAmount))) : weighed;
	};
}
