import { sum } from 'simple-statistics';

import { zeros } from '../statistics/zeros';
import type { HistoryDay } from './historyDays';
import { DAY_PRIOR, type HourResponse } from './hourResponse';

/**
 * One draw of the hour and day effects of out-of-budget hours. Both are estimated from noisy results, so the draw removes the noise drawn for those results.
 * The effect of an hour with few results is shrunk toward the average hour; without results it varies around the average as much as hours differ.
 *
 * @param noise (days, hours)
 * @returns (24) and (days)
 */
export function outOfBudgetEffects(
	history: readonly HistoryDay[],
	noise: readonly (readonly number[])[],
	step: number,
	{ hourEffects, dayEffects, averageHours, hourSpread, hourReliability }: HourResponse,
	normal: () => number,
): { ofHour: readonly number[]; ofDay: readonly number[] } {
	const total = { all: 0, noiseSum: 0 };
	const results = zeros(24);
	const hourNoise = zeros(24);
	const ofDay = history.map(({ hours }, day) => {
		let [own, noiseSum] = [DAY_PRIOR, 0];
		hours.forEach(({ localHour, spend, result }, hour) => {
			if (spend <= 0) return;
			own += result;
			noiseSum += noise[day]![hour]!;
			results[localHour]! += result;
			hourNoise[localHour]! += noise[day]![hour]!;
		});
		total.all += own;
		total.noiseSum += noiseSum;
		return dayEffects[step]![day]! * Math.max(0, 1 - noiseSum / own);
	});
	const level = 1 - total.noiseSum / total.all;
	const effects = hourEffects[step]!;
	const observed = Math.max(1, sum(hourReliability));
	const average = averageHours[step]! * Math.exp((hourSpread / Math.sqrt(observed)) * normal());
	const ofHour = effects.map((effect, hour) => {
		const reliability = hourReliability[hour]!;
		const relative =
			reliability === 0
				? 1
				: Math.max(MIN_RELATIVE_EFFECT, (effect / average) * ((1 - hourNoise[hour]! / results[hour]!) / level));
		return average * relative ** reliability * Math.exp((1 - reliability) * hourSpread * normal());
	});
	return { ofHour, ofDay };
}

/** Lower bound for an hour whose results are all noise in a draw. */
const MIN_RELATIVE_EFFECT = 0.01;
