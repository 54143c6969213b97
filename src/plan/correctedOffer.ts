import { sum } from 'simple-statistics';

import { trafficOf } from '../learning/trafficOf';
import { fromMicros } from '../money/micros';
import { hoursBetween, localClock } from '../time/localClock';
import { type DayTarget, openDaysAhead } from './dayTarget';
import type { PlanContext } from './planContext';

/** Days at the end of a period whose budgets are corrected in the afternoon: little or nothing makes up for what they miss. */
const CORRECTED_DAYS = 3;

/** Before noon too little of a day is seen. */
const NOON_HOUR = 12;

/** Weight of the hours so far in the forecast of the whole day: an exponent of their ratio to what was expected. */
const NOWCAST_EXPONENT = 0.25;

/** Bounds of that ratio, and of the correction. */
const MIN_RATIO = 0.2;
const MAX_CORRECTION = 2;

/** A correction of less is none. */
const LEAST_CORRECTION = 0.01;

/** On a period's last day a raise is small: the platform may spend more than was seen. */
const LAST_RAISE = 1.15;

/**
 * The budget at which the day is expected to end at what it should spend, given its hours so far: on the last days of a period, from noon on.
 *
 * A platform that makes f of the day's budget b spends f b by midnight. What is left of the goal is to be spent in the part of that which is left.
 *
 * @param target  whose amount is what today should spend, major units in `goal`
 * @param offered the day's budget as it was set in the morning, major units
 * @param spend   what that was expected to spend, major units
 */
export function correctedOffer(
	context: PlanContext,
	target: DayTarget,
	{ goal, offered, spend }: { readonly goal: number; readonly offered: number; readonly spend: number },
): number {
	const { learning, nowMs, date, day, unreported } = context;
	const { spendModel, days } = learning;
	const isOfPeriod = target.from !== 'day' && target.from !== 'maximum';
	if (
		!isAfternoon(context) ||
		!isOfPeriod ||
		openDaysAhead(target) >= CORRECTED_DAYS ||
		spendModel === null ||
		goal <= 0 ||
		spend <= 0
	)
		return offered;
	const traffic = day.map((hour) => trafficOf(hour, learning));
	const before = day.map(({ startMs, endMs }, hour) => {
		const elapsed = hoursBetween(startMs, Math.min(Math.max(startMs, nowMs), endMs)) / hoursBetween(startMs, endMs);
		return traffic[hour]! * elapsed;
	});
	const share = sum(before) / sum(traffic);
	const spent = fromMicros(days.get(date)?.spend ?? 0).toNumber() + unreported.today.mean;
	if (!(share > 0)) return offered;
	const ratio = Math.max(MIN_RATIO, spent / share / spend) ** NOWCAST_EXPONENT;
	const total = Math.max(spent, spend * ratio);
	if (Math.abs(total / goal - 1) < LEAST_CORRECTION || total <= spent) return offered;
	const wanted = spent + (total - spent) * Math.min(MAX_CORRECTION, Math.max(0, goal - spent) / (total - spent));
	const corrected = (offered * wanted) / total;
	const most = openDaysAhead(target) === 0 ? LAST_RAISE * wanted : Infinity;
	return Math.min(most, MAX_CORRECTION * offered, Math.max(offered / MAX_CORRECTION, corrected));
}

/** Whether the planned day is today, and so far gone that its budget is corrected. */
export function isAfternoon({ learning, nowMs, date }: PlanContext): boolean {
	const now = localClock(nowMs, learning.definition.timeZone);
	return now.date === date && now.hour >= NOON_HOUR;
}
