import type { HistoryDay } from './historyDays';
import { DAY_BELIEF, type HourResponse } from './hourResponse';

/**
 * Effects of hour and day for dark hours, in one draw. Both come from results with chance in them, the same as in the hours that were spent on: without
 * it in a draw, they move together. An hour with few results leans on the average one, by as much as hours are alike; one without any is as far from it as
 * hours are from each other.
 *
 * @param noise (days, hours)
 * @returns (24) and (days)
 */
export function darkEffects(
	history: readonly HistoryDay[],
	noise: readonly (readonly number[])[],
	step: number,
	{ hourEffects, dayEffects, averageHours, hourSpread, hourTrust }: HourResponse,
	normal: () => number,
): { ofHour: readonly number[]; ofDay: readonly number[] } {
	const counted = { all: 0, chance: 0 };
	const results = new Array<number>(24).fill(0);
	const chances = new Array<number>(24).fill(0);
	const ofDay = history.map(({ hours }, day) => {
		let [own, chance] = [DAY_BELIEF, 0];
		hours.forEach(({ localHour, spend, result }, hour) => {
			if (spend <= 0) return;
			own += result;
			chance += noise[day]![hour]!;
			results[localHour]! += result;
			chances[localHour]! += noise[day]![hour]!;
		});
		counted.all += own;
		counted.chance += chance;
		return dayEffects[step]![day]! * Math.max(0, 1 - chance / own);
	});
	const level = 1 - counted.chance / counted.all;
	const known = hourEffects[step]!;
	const seen = Math.max(
		1,
		hourTrust.reduce((sum, trust) => sum + trust, 0),
	);
	const average = averageHours[step]! * Math.exp((hourSpread / Math.sqrt(seen)) * normal());
	const ofHour = known.map((effect, hour) => {
		const trust = hourTrust[hour]!;
		const told =
			trust === 0 ? 1 : Math.max(LEAST_TOLD, (effect / average) * ((1 - chances[hour]! / results[hour]!) / level));
		return average * told ** trust * Math.exp((1 - trust) * hourSpread * normal());
	});
	return { ofHour, ofDay };
}

/** An hour whose results are all chance in a draw is not worth nothing. */
const LEAST_TOLD = 0.01;
