import { sum } from 'simple-statistics';

import { nowcast } from '../learning/nowcast';
import { hoursBetween } from '../time/localClock';
import { localDay } from '../time/localDay';
import { eventFactor } from './eventFactor';
import { flightWeight } from './flightCurve';
import type { PlanContext } from './planContext';
import { remainingWeights } from './planHours';

/** Weight of the rest of today, by its traffic as predicted from today's hours so far; without spend history the share of the day that is left. */
export function restOfToday({ learning, ...context }: PlanContext, today: string): number {
	const pacing = flightWeight({ definition: learning.definition, strategy: context.strategy })(today);
	const day = localDay(today, learning.definition.timeZone);
	if (learning.spendModel === null) {
		const hours = (from: number) =>
			sum(day.map(({ startMs, endMs }) => Math.max(0, hoursBetween(Math.max(from, startMs), endMs))));
		return (hours(context.nowMs) / hours(-Infinity)) * eventFactor(learning, today) * pacing;
	}
	const weightOf = (traffic: readonly number[]) =>
		sum(remainingWeights({ ...context, learning, date: today, day }, traffic));
	const usual = weightOf(nowcast(learning, day, Infinity));
	const predicted = weightOf(nowcast(learning, day, learning.dataUntilMs ?? -Infinity));
	const factor = eventFactor(learning, today);
	return usual > 0 ? usual * factor * pacing * surprise(predicted / usual, factor) : 0;
}

/**
 * Ratio of the rest of today's traffic to what was expected, within bounds. Traffic that is explained by an event of today
 * does not count, because the event's factor already includes it.
 */
function surprise(traffic: number, factor: number): number {
	const unexplained =
		traffic > 1 ? Math.max(1, traffic / Math.max(1, factor)) : Math.min(1, traffic / Math.min(1, factor));
	return Math.min(MAX_SURPRISE, Math.max(1 / MAX_SURPRISE, unexplained));
}

/** After a morning without traffic the rest of the day keeps half of its usual weight; otherwise it could not recover. */
const MAX_SURPRISE = 2;
