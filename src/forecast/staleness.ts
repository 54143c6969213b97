import { hasClosings, openHoursBetween } from '../budget/openTime';
import { silentSinceMs } from '../learning/usedUp';
import { exhaustionNotes } from '../notes/exhaustionNotes';
import { learningNotes } from '../notes/learningNotes';
import { hoursBetween, localClock } from '../time/localClock';
import type { DayContext } from './dayContext';
import { hoursOfDelivery, isRestDay } from './restDay';
import { isNoChance, usualSpend } from './silence';

/** Google Ads reports most figures within three hours (support.google.com/google-ads/answer/2544985). */
const NORMAL_LAG_HOURS = 3;

/** Reports that end later than this from now are not of the past: clocks of servers differ by minutes. */
const CLOCK_TOLERANCE_HOURS = 1;

/** Share of the day's amount that may be spent unreported without invalidating a forecast. */
const UNREPORTED_FRACTION = 0.01;

/** Hours without a report after which something must be broken, however little is usually spent in them. */
const MAX_SILENCE_HOURS = 24;

/**
 * Whether reports do not allow to judge the day: what was learned from them is not finite, nothing was ever reported, they end after the
 * present, a whole day is unreported, or more than three hours in which more than a hundredth of the day's amount is usually spent. The rest of a day
 * that has spent its daily budgets is not missing, nor is the time in which the budget is closed.
 *
 * @returns a sentence, or null if the data is fresh enough
 */
export function staleness(context: DayContext): string | null {
	const { learning, dayAmount, nowMs, notFinite } = context;
	if (notFinite !== null) return learningNotes.notFinite(notFinite);
	const { spendModel, definition } = learning;
	const dataUntilMs = silentSinceMs(learning, nowMs);
	if (dataUntilMs === undefined) return exhaustionNotes.neverReported;
	const unreportedHours = openHoursBetween(definition, dataUntilMs, nowMs);
	if (unreportedHours < -CLOCK_TOLERANCE_HOURS) return exhaustionNotes.dataAhead(Math.ceil(-unreportedHours));
	if (unreportedHours <= NORMAL_LAG_HOURS) return null;
	const message = missing(context, Math.floor(unreportedHours));
	if (spendModel === null || unreportedHours > MAX_SILENCE_HOURS) return message;
	const unreported = usualSpend(learning, dataUntilMs, nowMs);
	return unreported > UNREPORTED_FRACTION * dayAmount ? message : null;
}

/** Whether nobody has read a report for hours in which the budget was open. */
const isUnread = ({ readMs, nowMs, learning: { definition } }: DayContext): boolean =>
	readMs !== undefined && openHoursBetween(definition, readMs, nowMs) > NORMAL_LAG_HOURS;

function missing(context: DayContext, hours: number): string {
	const { readMs = 0, nowMs, learning } = context;
	if (isUnread(context)) return exhaustionNotes.notRead(Math.floor(hoursBetween(readMs, nowMs)));
	return hasClosings(learning.definition) ? exhaustionNotes.openHoursMissing(hours) : exhaustionNotes.lastReport(hours);
}

/**
 * Why reports do not allow to spend more today. They may be too old for that although the day has spent its daily budgets: platforms may go on beyond
 * them, so the rest of the day is silent in all likelihood and not for certain.
 */
export function stalenessForRaise(context: DayContext): string | null {
	const { learning, nowMs, date } = context;
	const { dataUntilMs, definition } = learning;
	const why = staleness(context);
	if (why !== null || dataUntilMs === undefined || localClock(dataUntilMs, definition.timeZone).date !== date)
		return why;
	const unreportedHours = hoursBetween(dataUntilMs, nowMs);
	const isAssumed = silentSinceMs(learning, nowMs) !== dataUntilMs;
	return isAssumed && unreportedHours > NORMAL_LAG_HOURS
		? exhaustionNotes.lastReport(Math.floor(unreportedHours))
		: null;
}

/**
 * Whether the time without a report may as well be a time without a click: an account of few clicks has such hours every night, and a budget that is closed or
 * outside its flight has nothing else. Nobody is to be called for them, unless no report was read either.
 */
export function maySpendNothing(context: DayContext): boolean {
	const { learning, nowMs, notFinite } = context;
	if (notFinite === null && (isRestDay(context) || hoursOfDelivery(context) <= NORMAL_LAG_HOURS)) return true;
	if (isUnread(context)) return false;
	const { spendModel, definition } = learning;
	const dataUntilMs = silentSinceMs(learning, nowMs);
	if (notFinite !== null || spendModel === null || dataUntilMs === undefined || dataUntilMs > nowMs) return false;
	if (openHoursBetween(definition, dataUntilMs, nowMs) > MAX_SILENCE_HOURS) return false;
	const unreported = usualSpend(learning, dataUntilMs, nowMs);
	return !isNoChance(spendModel, unreported);
}
