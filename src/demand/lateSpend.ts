import { sum } from 'simple-statistics';

import { drawColumns } from '../statistics/normals';
import { poissonQuantile } from '../statistics/poisson';
import type { DayState } from './dayState';
import { cellOf, type SpendModel, usualIn } from './spendModel';
import { levelPaths, NEXT_COLUMN, PATHS } from './spendPaths';
import type { SpendHour } from './spendSeries';

/**
 * Expected spend of reported hours that is still to be reported: for each hour, its predicted spend given the state of the day, times the share
 * not reported by its age.
 *
 * @param today (hours) of one local day
 * @returns (hours) major units
 * @see R. L. Bornhuetter and R. E. Ferguson, Proceedings of the Casualty Actuarial Society 59, 1972
 */
export function lateSpend(model: SpendModel, state: DayState, today: readonly SpendHour[]): number[] {
	const dayFactor = Math.exp(state.day + state.dayVariance / 2);
	return today.map((hour) => (1 - hour.reported) * usualIn(model, hour) * dayFactor);
}

/**
 * The same on sample paths: the sum over the hours varies with the day effect of the path, the noise of the hours and counts.
 *
 * @returns (paths) major units
 */
export function latePaths(model: SpendModel, state: DayState, today: readonly SpendHour[]): Float64Array {
	const late = lateSpend(model, state, today);
	const total = sum(late);
	if (total === 0) return new Float64Array(PATHS);
	const { unit, noiseVariance, hourVariance } = model;
	const variance = sum(
		today.map((hour, position) => late[position]! ** 2 * (noiseVariance + hourVariance[cellOf(hour)]!)),
	);
	const ofTotal = variance / total ** 2;
	const [noise, counts] = drawColumns(NEXT_COLUMN + 2, PATHS).slice(NEXT_COLUMN);
	const expectedDay = state.day + state.dayVariance / 2;
	return levelPaths(model, state).map((level, path) => {
		const factor = Math.exp(level - expectedDay + Math.sqrt(ofTotal) * noise!.normal[path]! - ofTotal / 2);
		return unit * poissonQuantile((total * factor) / unit, counts!.uniform[path]!, counts!.normal[path]!);
	});
}
