import { sum } from 'simple-statistics';

import { UserError } from '../errors';
import { nowcast } from '../learning/nowcast';
import { localClock } from '../time/localClock';
import { localDay } from '../time/localDay';
import { type DayTarget, dayTarget } from './dayTarget';
import { eventFactor } from './eventFactor';
import type { PlanContext } from './planContext';
import { weightsLeft } from './planHours';
import { strategyDayWeight } from './strategyWeights';

/**
 * What a day may spend, given what was learned.
 *
 * @throws UserError if the date is over or does not exist
 */
export function targetOf(context: PlanContext): DayTarget {
	const { learning, strategy, nowMs, date } = context;
	const { definition, days, dataUntilMs } = learning;
	const { timeZone } = definition;
	const today = localClock(nowMs, timeZone).date;
	if (localDay(date, timeZone).length === 0 || date < today) {
		throw new UserError(
			`${date} cannot be planned: in ${timeZone} it is ${today} already`,
			"Leave 'Date' empty for today, or choose a later day.",
		);
	}
	const usually = strategyDayWeight(strategy, learning);
	const of = (day: string) => usually(day) * eventFactor(learning, day);
	const reportedUntil = localClock(dataUntilMs ?? 0, timeZone).date;
	const targets = { definition, days, date, today, reportedUntil };
	return dayTarget(targets, strategy === 'adaptive_ml' ? { of, restOfToday: restOfToday(context, today) } : { of });
}

/** Weight of what is left of today, by the traffic that its hours so far lead to expect. */
function restOfToday({ learning, ...context }: PlanContext, today: string): number {
	const day = localDay(today, learning.definition.timeZone);
	const weightOf = (traffic: readonly number[]) => sum(weightsLeft({ ...context, learning, date: today }, traffic));
	const usual = weightOf(nowcast(learning, day, Infinity));
	const predicted = weightOf(nowcast(learning, day, learning.dataUntilMs ?? -Infinity));
	const factor = eventFactor(learning, today);
	return usual > 0 ? usual * factor * surprise(predicted / usual, factor) : 0;
}

/**
 * By how much the rest of today differs from what was expected of it, within bounds: traffic that an event of today explains
 * is no surprise, for its factor has counted it.
 */
function surprise(traffic: number, factor: number): number {
	const unexplained =
		traffic > 1 ? Math.max(1, traffic / Math.max(1, factor)) : Math.min(1, traffic / Math.min(1, factor));
	return Math.min(MOST_SURPRISE, Math.max(1 / MOST_SURPRISE, unexplained));
}

/** A dead morning leaves the rest of the day half of its usual part of a longer target, or nothing would wake it. */
const MOST_SURPRISE = 2;
