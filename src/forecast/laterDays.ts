import { mean } from 'simple-statistics';

import { amountsOn } from '../budget/amountsFrom';
import { expectedSpend, type SpendModel } from '../demand/spendModel';
import { modelOn } from '../learning/modelOn';
import { eventFactor } from '../plan/eventFactor';
import type { PlanContext } from '../plan/planContext';
import { type Draws, drawColumns, levelColumn } from '../statistics/normals';
import { sampleMean } from '../statistics/quantiles';
import type { LevelRun } from '../statistics/shiftingLevel';
import { HOUR_MS } from '../time/durations';
import { hourOfWeek } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import type { DayContext } from './dayContext';
import { pacedDays } from './pacedDays';
import { pacingFactor } from './pacingFactor';
import { recentLevel } from './recentLevel';

/**
 * Sample paths of the days after today if days continue as before.
 *
 * A later day spends the average of its weekday times the factors of its events and of the pacing of its flight, the level of spend now, as far as it is
 * known (`recentLevel`), and a log-normal day effect. Where this package sets the daily budgets, they are those of the plan instead (`pacedDays`).
 *
 * @yields (paths) spend of each date, major units
 */
export function* laterDays(
	model: SpendModel,
	context: DayContext,
	dates: readonly string[],
	paths: number,
): Generator<Float64Array> {
	const { planning } = context;
	const averageDay = averageDays(planning);
	const draws = drawColumns(2 * dates.length + 2, paths);
	const perDay = dayDeviation(model);
	const levels = levelPaths(recentLevel(model, planning, perDay), {
		choice: draws[dates.length + 1]!.uniform,
		deviations: levelColumn(model.days, paths),
	});
	const level = sampleMean(levels);
	const paced = pacedDays(context, (date) => level * averageDay(date));
	const effectsOf = ({ normal }: Draws) => normal.map((draw) => Math.exp(perDay * draw - perDay ** 2 / 2));
	const demandOn = (position: number) =>
		effectsOf(draws[dates.length + position + 2]!).map((effect, path) => (levels[path]! / level) * effect);
	const asBefore = (average: number, effects: Float64Array) =>
		effects.map((effect, path) => average * levels[path]! * effect);
	for (const [position, date] of dates.entries()) {
		const delivery = effectsOf(draws[position + 1]!);
		yield paced?.(date, { delivery, demand: demandOn(position) }) ?? asBefore(averageDay(date), delivery);
	}
}

/** (paths) factors of the level: of a run with its probability, and within it as uncertain as it is; the mean is that of the level. */
function levelPaths(
	runs: readonly LevelRun[],
	{ choice, deviations }: { readonly choice: Float64Array; readonly deviations: Float64Array },
): Float64Array {
	const ordered = runs.toSorted((one, other) => one.mean - other.mean);
	let total = 0;
	const limits = ordered.map(({ probability }) => (total += probability));
	return choice.map((uniform, path) => {
		const { mean: level, variance } = ordered.at(limits.findIndex((limit) => uniform < limit))!;
		return Math.exp(level + Math.sqrt(variance) * deviations[path]! - variance / 2);
	});
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
