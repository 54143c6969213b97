import { sum } from 'simple-statistics';

import { openShare } from '../budget/openTime';
import type { Learning } from '../learning/learning';
import { trafficOf } from '../learning/trafficOf';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { HOUR_MS } from '../time/durations';
import type { LocalHour } from '../time/localDay';
import { type DayContext, shareBefore } from './dayContext';
import { lastingRate } from './lastingRate';

/** Hours over which recent spend is measured. */
const RECENT_HOURS = 3;

/**
 * Recent spend over what a day on plan spends in the same hours: 1 is the day's amount spread like its traffic.
 * The budget runs out early if this stays above `requiredBurn`.
 */
export function burnRate({ learning, date, day, dayAmount, unreported, nowMs }: DayContext): number {
	const fromMs = Math.max(day[0]!.startMs, unreported.fromMs - RECENT_HOURS * HOUR_MS);
	const recent = learning.series.filter((hour) => hour.date === date && hour.startMs >= fromMs && hour.startMs < nowMs);
	const spend = sum(recent.map((hour) => hour.spend));
	const traffic = day.map((hour) => trafficOf(hour, learning));
	const firstMs = recent[0]?.startMs ?? unreported.fromMs;
	const share = shareBefore(day, traffic, unreported.fromMs) - shareBefore(day, traffic, firstMs);
	return share * dayAmount > 0 ? spend / (share * dayAmount) : 0;
}

/** Burn rate that lasts exactly to the end of the day: (1 - share of the amount spent) / (1 - share of the traffic elapsed). */
export function requiredBurn({ dayAmount, remaining, expectedShare }: DayContext): number {
	if (dayAmount <= 0) return 0;
	return remaining / dayAmount / Math.max(1 - expectedShare, 0.001);
}

/** The hours of a day without those that are closed. */
const openParts = (day: readonly LocalHour[], { definition }: Learning): LocalHour[] =>
	day.filter((hour) => openShare(definition, hour) > 0);

/** What every hour from now on may spend at most so that the budget lasts; rounded down. */
export function hourlyCap({ paths, day, remaining, learning, nowMs }: DayContext): string {
	const { currency } = learning.definition;
	return fromMinorUnits(
		toMinorUnits(lastingRate(paths, openParts(day, learning), remaining, nowMs), currency, 'down'),
		currency,
	);
}
