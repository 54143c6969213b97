import type { Estimate } from '../statistics/interval';
import { geometricMean } from '../learning/objectiveRate';
import { gammaInterval } from '../statistics/shrinkage';
import { weekOfMonth } from '../time/localClock';
import { datesOf } from '../time/period';
import { calendarNotes } from '../notes/calendarNotes';
import type { Note } from '../notes/note';
import type { PlanContext } from './planContext';
import { isSteeredByDay } from './dayDemand';
import { dayPatterns } from './strategyWeights';
import type { DayTarget } from './dayTarget';

const PARTS = [
	{ pattern: 'month', positionOf: (date: string) => Number(date.slice(5, 7)) - 1 },
	{ pattern: 'weekOfMonth', positionOf: (date: string) => weekOfMonth(Number(date.slice(8))) },
] as const;

/**
 * How the month and the week of the month change the target of a planned day.
 *
 * Named only where they matter: bids are the lever and the strategy follows them, a longer target spreads over other months or weeks as well, and
 * the 80% interval of the learned factor excludes 1.
 */
export function seasonNotes({ learning, strategy, date }: PlanContext, { periods }: DayTarget): Note[] {
	const { measures } = dayPatterns(strategy, learning);
	if (measures.length === 0 || isSteeredByDay(learning)) return [];
	const others = periods.flatMap(({ spreadFrom, period }) => datesOf({ start: spreadFrom, end: period.end }));
	return PARTS.flatMap(({ pattern, positionOf }) => {
		const position = positionOf(date);
		if (others.every((other) => positionOf(other) === position)) return [];
		const factors = measures.map((measure): Estimate => learning.rate(measure)[pattern][position]!);
		const interval = gammaInterval(factors.reduce(geometricMean));
		if (interval.low <= 1 && interval.high >= 1) return [];
		return [calendarNotes.season(pattern, position, interval)];
	});
}
