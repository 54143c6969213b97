import { sum } from 'simple-statistics';

import type { Goal } from '../budget/goal';
import type { DayContext } from '../forecast/dayContext';
import type { HorizonForecast } from '../forecast/horizonForecast';
import type { Learning } from '../learning/learning';
import { fromMicros } from '../money/micros';
import { type Interval, LEVEL } from '../statistics/interval';
import { normalQuantile } from '../statistics/normalQuantile';
import { gammaInterval } from '../statistics/shrinkage';
import { dayStartMs } from '../time/localDay';
import type { ExhaustionForecast } from './exhaustionForecast';

/** How a goal stands beside the amount of its period. Conversions, or revenue in major units. */
export interface GoalForecast {
	readonly of: Goal['of'];
	readonly period: Goal['period'];
	readonly goal: number;
	/** Reported so far, with what is stated of the time before the first report; null if that is not known. */
	readonly reached: number | null;
	/** At the end of the period if days continue as before, with conversions that are still to be reported; null if that is not known. */
	readonly projected: Interval | null;
	/** What each open day left has to bring, with today; null if that is not known, 0 once the goal is reached. */
	readonly neededPerDay: number | null;
	/** The CPA (for conversions) or ROAS (for revenue) of what was spent, as learned, and the one at which what is left of the amount reaches the goal; null where there is none. */
	readonly ratio: number | null;
	readonly neededRatio: number | null;
	/** What is left of the amount when the goal is reached at the present CPA or ROAS, major units; negative for what is missing. null if that is not known. */
	readonly leftAtGoal: number | null;
}

/** Part of the period's spend for which results have to be known. */
const LEAST_KNOWN = 0.95;

/** Half the width of the interval of a normal distribution, in standard deviations. */
const HALF_WIDTH = normalQuantile((1 + LEVEL) / 2);

const HALF_DAY_MS = 43_200_000;

/** How the goal of a budget stands; undefined without one, and on days on which its period has no amount. */
export function goalForecast(
	context: DayContext,
	{ status, horizons }: Pick<ExhaustionForecast, 'status' | 'horizons'>,
): GoalForecast | undefined {
	const { learning, date } = context;
	const { goal } = learning.definition;
	const horizon = goal && horizons[goal.period];
	if (goal === undefined || horizon === undefined) return undefined;
	const all = Number(goal.amount);
	const { rate, dispersion } = learning.rate(goal.of === 'conversions' ? 'conversionsPerSpend' : 'revenuePerSpend');
	const reached = reachedIn(horizon, goal, learning, date);
	const perSpend = rate === null || rate.mean <= 0 ? null : rate.mean;
	const spent = Number(horizon.spent) + Number(horizon.assumed ?? 0);
	const left = Number(horizon.target) - spent;
	const late = reached === null || perSpend === null ? 0 : perSpend * immatureSpend(horizon, learning, date);
	const missing = reached === null ? null : Math.max(0, all - reached - late);
	const known = { of: goal.of, period: goal.period, goal: all, reached };
	return {
		...known,
		projected:
			reached === null || rate === null || status === 'stale-data'
				? null
				: projection(reached, late, { horizon, spent, rate, dispersion }),
		neededPerDay: missing === null || horizon.daysLeft === 0 ? null : missing / horizon.daysLeft,
		ratio: perSpend === null ? null : goal.of === 'conversions' ? 1 / perSpend : perSpend,
		neededRatio:
			missing === null || missing === 0 || left <= 0
				? null
				: goal.of === 'conversions'
					? left / missing
					: missing / left,
		leftAtGoal: missing === null || perSpend === null ? null : left - missing / perSpend,
	};
}

/** Results of a period that are reported, with what is stated of the time before; null if a part of them is not known. */
function reachedIn(
	{ period, assumed }: HorizonForecast,
	{ of, reachedBeforeFirstReport }: Goal,
	{ days }: Learning,
	today: string,
): number | null {
	if (assumed !== undefined && reachedBeforeFirstReport === undefined) return null;
	const own = [...days].filter(([date]) => date >= period.start && date <= today).map(([, day]) => day);
	const known = own.filter((day) => day[of] !== null);
	const spend = sum(own.map((day) => day.spend));
	if (own.length === 0 || sum(known.map((day) => day.spend)) < LEAST_KNOWN * spend) return null;
	const results = sum(known.map((day) => day[of]!));
	const before = assumed === undefined ? 0 : Number(reachedBeforeFirstReport);
	return before + (of === 'revenue' ? fromMicros(results).toNumber() : results);
}

/** Spend of a period whose results are still to be reported, major units: of each day the share that usually comes later. */
function immatureSpend(
	{ period }: HorizonForecast,
	{ days, dataUntilMs = 0, conversionsReported, definition: { timeZone } }: Learning,
	today: string,
): number {
	const own = [...days].filter(([date]) => date >= period.start && date <= today);
	return sum(
		own.map(([date, { spend }]) => {
			const ageMs = Math.max(0, dataUntilMs - dayStartMs(date, timeZone) - HALF_DAY_MS);
			return fromMicros(spend).toNumber() * (1 - conversionsReported(ageMs));
		}),
	);
}

/**
 * Results at the end of a period: those reached, and rate * spend for the rest.
 *
 * The variance of the rest is dispersion * results for chance, (results * sd)^2 for the rate, and (rate * sd of spend)^2 for the projection of spend.
 */
function projection(
	reached: number,
	late: number,
	{
		horizon,
		spent,
		rate,
		dispersion,
	}: {
		readonly horizon: HorizonForecast;
		readonly spent: number;
		readonly rate: { readonly mean: number; readonly relativeDeviation: number };
		readonly dispersion: number;
	},
): Interval {
	const { mean, low, high } = horizon.projected;
	const rest = late + rate.mean * Math.max(0, mean - spent);
	const ofSpend = (rate.mean * (high - low)) / (2 * HALF_WIDTH);
	const deviation = Math.hypot(Math.sqrt(dispersion * rest), rest * rate.relativeDeviation, ofSpend);
	const ahead = gammaInterval({ mean: rest, relativeDeviation: rest > 0 ? deviation / rest : 0 });
	return { mean: reached + ahead.mean, low: reached + ahead.low, high: reached + ahead.high, level: ahead.level };
}
