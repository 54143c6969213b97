import { sum } from 'simple-statistics';

import { ordinaryDates } from '../budget/ordinaryDates';
import { leverEffect, type SpendModel, usualIn } from '../demand/spendModel';
import type { SpendHour } from '../demand/spendSeries';
import { groupBy } from '../groupBy';
import type { PlanContext } from '../plan/planContext';
import { type LevelRun, shiftingLevel } from '../statistics/shiftingLevel';
import { datesWithSpend } from './modelBefore';
import { pacingFactor } from './pacingFactor';

/** Days that are looked at. */
const DAYS = 56;

/** Once in two months the level of spend shifts, usually by up to a third. */
const HAZARD = 1 / 60;
const SPREAD = 0.3 ** 2;

/** An outage or a promotion of two days is no level. */
const LEAST_DAYS = 3;

/** A day deviates by at most e to this power: one without spend has no logarithm. */
const LARGEST_DEVIATION = 1.5;

/**
 * Where the level of daily spend may be now, as logarithms of factors on what the spend model expects. The model averages over weeks; if spend has shifted
 * since, days continue at the new level.
 *
 * @param deviation relative standard deviation of a day's spend
 */
export function recentLevel(model: SpendModel, planning: PlanContext, deviation: number): LevelRun[] {
	const { series, definition } = planning.learning;
	const isOrdinary = ordinaryDates(datesWithSpend(series), definition.events);
	const pacing = model.logBudget === undefined ? pacingFactor(model, planning) : () => 1;
	const days = [...groupBy(series, ({ date }) => date)].filter(
		([date, hours]) => date < planning.date && isOrdinary(date) && hours.every(({ complete }) => complete),
	);
	const observations = days.slice(-DAYS).flatMap(([date, hours]) => {
		const expected = pacing(date) * sum(hours.map((hour) => expectedIn(model, hour)));
		if (expected <= 0) return [];
		const deviates = Math.log(sum(hours.map(({ spend }) => spend)) / expected) + deviation ** 2 / 2;
		return [Math.max(-LARGEST_DEVIATION, Math.min(LARGEST_DEVIATION, deviates))];
	});
	return shiftingLevel(observations, { noise: deviation ** 2, hazard: HAZARD, spread: SPREAD, least: LEAST_DAYS });
}

const expectedIn = (model: SpendModel, hour: SpendHour): number =>
	usualIn(model, hour) * Math.exp(leverEffect(model, hour));
