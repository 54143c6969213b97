import { sum } from 'simple-statistics';

import type { Strategy } from '../budget/budgetDefinition';
import { openHoursOn, openPart, openShare } from '../budget/openTime';
import { METHOD } from '../demand/method';
import type { Learning } from '../learning/learning';
import { efficiencyOfDay, measuresOf } from '../learning/objectiveRate';
import { dayMultiplier, multiplierAt } from '../results/ratePattern';
import type { Measure } from '../results/measure';
import { expectedSpend } from '../demand/spendModel';
import { HOUR_MS } from '../time/durations';
import { hoursBetween, localClock } from '../time/localClock';
import { dayStartMs, type LocalHour } from '../time/localDay';

/** Length of a daypart: night, early, morning, midday, afternoon, evening. */
const DAYPART_HOURS = 4;

/**
 * A strategy's weights of the hours of a day; amounts are proportional to them, within the limits.
 *
 * With L_h the open length of the hour, V_h the spend that traffic is expected to allow (even without history) and E_h the learned
 * efficiency by objective (1 without evidence):
 *
 * - even_distribution            L_h
 * - front_loading                L_h * (3/2 - p_h), p_h the share of the day elapsed at the middle of the hour: the first hour
 *                                gets about three times as much as the last
 * - performance_based            V_h * E_h
 * - dayparting_optimized         V and E pooled over six dayparts of four hours, in proportion V_d * E_d
 * - conversion_pattern_adaptive  V_h * C_h, C_h conversions per unit of spend by hour, weekday, week and month, whatever the objective
 * - adaptive_ml                  V_h * E_h^e, which equalises marginal returns if e is the bid elasticity of spend
 *
 * @param day     (hours) of one local day
 * @param traffic (hours) V
 * @returns (hours) >= 0
 */
export function strategyWeights(
	strategy: Strategy,
	learning: Learning,
	day: readonly LocalHour[],
	traffic: readonly number[],
): number[] {
	const lengths = day.map((hour) => openShare(learning.definition, hour) * hoursBetween(hour.startMs, hour.endMs));
	const efficiency = () => efficiencyOfDay(learning, day);
	switch (strategy) {
		case 'even_distribution':
			return lengths;
		case 'front_loading': {
			const total = sum(lengths);
			let before = 0;
			return lengths.map((length) => {
				const elapsed = total > 0 ? (before + length / 2) / total : 0;
				before += length;
				return length * (1.5 - elapsed);
			});
		}
		case 'performance_based':
			return product(traffic, efficiency());
		case 'dayparting_optimized': {
			const part = day.map(({ localHour }) => Math.floor(localHour / DAYPART_HOURS));
			const volume = pooled(traffic, part, lengths);
			return product(lengths, product(volume, pooled(product(efficiency(), lengths), part, lengths)));
		}
		case 'conversion_pattern_adaptive': {
			const pattern = learning.rate('conversionsPerSpend');
			return product(
				traffic,
				day.map(({ startMs }) => multiplierAt(pattern, startMs, learning.definition.timeZone).mean),
			);
		}
		case 'adaptive_ml':
			return product(
				traffic,
				efficiency().map((mean) => mean ** elasticityOf(learning)),
			);
	}
}

/**
 * A strategy's weight of a day when a longer target is spread: the sum of its hours' weights if the strategy follows day patterns,
 * otherwise the part of the day that is open.
 */
export function strategyDayWeight(strategy: Strategy, learning: Learning): (date: string) => number {
	const { spendModel, definition } = learning;
	const { timeZone } = definition;
	if (spendModel === null || !followsDays(strategy)) return (date) => openHoursOn(definition, date) / 24;
	const { measures, power } = dayPatterns(strategy, learning);
	const patterns = measures.map((measure) => learning.rate(measure));
	const root = power / Math.max(1, patterns.length);
	const weekdays = Array.from({ length: 7 }, (_, weekday) => {
		let weight = 0;
		for (let hour = 0; hour < 24; hour++) {
			const efficiency = patterns.reduce((product, { hourOfDay }) => product * hourOfDay[hour]!.mean, 1);
			weight += expectedSpend(spendModel, weekday * 24 + hour) * efficiency ** root;
		}
		return weight;
	});
	return (date) => {
		const noonMs = dayStartMs(date, timeZone) + 12 * HOUR_MS;
		const efficiency = patterns.reduce((product, pattern) => product * dayMultiplier(pattern, noonMs, timeZone), 1);
		return weekdays[localClock(noonMs, timeZone).weekday]! * efficiency ** root * openPart(definition, date);
	};
}

const DAY_PATTERN_STRATEGIES: readonly Strategy[] = ['adaptive_ml', 'conversion_pattern_adaptive'];

/** Whether a strategy gives some days more than others. */
export const followsDays = (strategy: Strategy): boolean => DAY_PATTERN_STRATEGIES.includes(strategy);

/** The rates whose weekday, week and month patterns weight days in a strategy, and the power applied to them; no rates if all days are equal. */
export function dayPatterns(strategy: Strategy, learning: Learning): { measures: readonly Measure[]; power: number } {
	if (learning.spendModel === null || !followsDays(strategy)) return { measures: [], power: 1 };
	return strategy === 'adaptive_ml'
		? { measures: measuresOf(learning), power: elasticityOf(learning) }
		: { measures: ['conversionsPerSpend'], power: 1 };
}

/** Bid elasticity of spend. */
const elasticityOf = ({ spendModel }: Learning): number => spendModel?.elasticity ?? METHOD.elasticity;

/** Values per hour averaged over the daypart of each hour. */
function pooled(values: readonly number[], part: readonly number[], lengths: readonly number[]): number[] {
	const sums = new Map<number, { value: number; hours: number }>();
	values.forEach((value, hour) => {
		const known = sums.get(part[hour]!) ?? { value: 0, hours: 0 };
		sums.set(part[hour]!, { value: known.value + value, hours: known.hours + lengths[hour]! });
	});
	return part.map((daypart) => {
		const { value, hours } = sums.get(daypart)!;
		return hours > 0 ? value / hours : 0;
	});
}

const product = (a: readonly number[], b: readonly number[]): number[] => a.map((value, hour) => value * b[hour]!);
