import { sum } from 'simple-statistics';

import { UserError } from '../errors';
import { nowcast } from '../learning/nowcast';
import { withUnreported } from '../learning/unreported';
import { hoursBetween, localClock } from '../time/localClock';
import { localDay } from '../time/localDay';
import { type DayTarget, dayTarget } from './dayTarget';
import { eventFactor } from './eventFactor';
import type { PlanContext } from './planContext';
import { remainingWeights } from './planHours';
import { strategyDayWeight } from './strategyWeights';

/**
 * The day target, given what was learned.
 *
 * @throws UserError if the date is over or does not exist
 */
export function targetOf(context: PlanContext): DayTarget {
	const { learning, strategy, nowMs, date, unreported } = context;
	const { definition, days, dataUntilMs } = learning;
	const { timeZone } = definition;
	const today = localClock(nowMs, timeZone).date;
	if (localDay(date, timeZone).length === 0 || date < today) {
		throw new UserError(
			`${date} cannot be planned: in ${timeZone} it is ${today} already`,
			"Leave 'Date' empty for today, or choose a later day.",
		);
	}
	const reportedUntil = localClock(dataUntilMs ?? 0, timeZone).date;
	let usualWeight: ((date: string) => number) | undefined;
	const of = (day: string) => (usualWeight ??= strategyDayWeight(strategy, learning))(day) * eventFactor(learning, day);
	const targets = { definition, days: withUnreported(days, unreported, today), date, today, reportedUntil };
	return dayTarget(
		targets,
		strategy === 'adaptive_ml' ? { of, restOfToday: () => restOfToday(context, today) } : { of },
	);
}

/** Weight of the rest of today, by its traffic as predicted from today's hours so far; without spend history the share of the day that is left. */
function restOfToday({ learning, ...context }: PlanContext, today: string): number {
	const day = localDay(today, learning.definition.timeZone);
	if (learning.spendModel === null) {
		const hours = (from: number) =>
			sum(day.map(({ startMs, endMs }) => Math.max(0, hoursBetween(Math.max(from, startMs), endMs))));
		return (hours(context.nowMs) / hours(-Infinity)) * eventFactor(learning, today);
	}
	const weightOf = (traffic: readonly number[]) =>
		sum(remainingWeights({ ...context, learning, date: today }, traffic));
	const usual = weightOf(nowcast(learning, day, Infinity));
	const predicted = weightOf(nowcast(learning, day, learning.dataUntilMs ?? -Infinity));
	const factor = eventFactor(learning, today);
	return usual > 0 ? usual * factor * surprise(predicted / usual, factor) : 0;
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
