import { sum } from 'simple-statistics';

import { openHoursOn } from '../budget/openTime';
import { nowcast } from '../learning/nowcast';
import { trafficOf } from '../learning/trafficOf';
import { localDay, type LocalHour } from '../time/localDay';
import { eventFactor } from './eventFactor';
import { flightWeight } from './flightCurve';
import type { PlanContext } from './planContext';
import { remainingWeights } from './planHours';

/** Weight of the rest of today, by its traffic as predicted from today's hours so far; without spend history the share of the day that is left. */
export function restOfToday({ learning, ...context }: PlanContext, today: string): number {
	const pacing = flightWeight({ definition: learning.definition, strategy: context.strategy })(today);
	const day = localDay(today, learning.definition.timeZone);
	if (learning.spendModel === null) {
		const whole = sum(day.map((hour) => trafficOf(hour, learning)));
		const restOf = ({ startMs, endMs }: LocalHour) => ({
			startMs: Math.min(endMs, Math.max(startMs, context.nowMs)),
			endMs,
		});
		const left = sum(day.map((hour) => trafficOf(restOf(hour), learning)));
		return (left / whole) * (openHoursOn(learning.definition, today) / 24) * eventFactor(learning, today) * pacing;
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
