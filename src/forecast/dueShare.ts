import { amountsOn } from '../budget/amountsFrom';
import { eventsOn } from '../budget/calendarEvent';
import { openShare } from '../budget/openTime';
import type { SpendHour } from '../demand/spendSeries';
import { isUsedUp } from '../learning/usedUp';
import { dayTotals } from '../ledger/dayTotals';
import type { Ledger } from '../ledger/ledger';
import { toMicros } from '../money/micros';
import { eventFactor } from '../plan/eventFactor';
import { HOUR_MS } from '../time/durations';
import type { DayContext } from './dayContext';
import { pacingFactor } from './pacingFactor';

/** A push takes effect within the hour, and a campaign that is enabled again delivers in the next one. */

/** An event that leaves less of a day is a declared pause. */
const PAUSE = 0.1;

/** Platforms aim a quarter below or above a daily budget on some days, and stop there. */
const USED_UP_SHARE = 0.75;

/**
 * The part of its usual spend that an hour owes, 0..1, as far as its budget is responsible: nothing outside a flight, while it is closed, in a declared pause, on a day that its plan gives
 * nothing, after the day's budget is used up, and while the object is paused by a push of this package.
 *
 * @param campaignId null for the budget as a whole
 * @param own        the ledger of its windows alone
 */
export function dueShare(
	{ learning, planning, plan, statusPushes }: DayContext,
	{ campaignId, own }: { readonly campaignId: string | null; readonly own: Ledger },
): (hour: SpendHour) => number {
	const { definition, ledger, days } = learning;
	const { flight, events, timeZone } = definition;
	const ownDays = campaignId === null ? days : dayTotals(own, timeZone);
	const pauses = statusPushes.filter(({ object }) => campaignId === null || mayHold(object, campaignId));
	const pacing = learning.spendModel === null ? () => 1 : pacingFactor(learning.spendModel, planning);
	const isDailyAmountGone = (date: string): boolean => {
		const { dailyAmount } = amountsOn(definition, date);
		return dailyAmount !== undefined && (days.get(date)?.spend ?? 0) >= USED_UP_SHARE * toMicros(dailyAmount);
	};
	const isGone = (date: string): boolean =>
		isUsedUp({ ledger, days }, date, USED_UP_SHARE) ||
		isUsedUp({ ledger: own, days: ownDays }, date, USED_UP_SHARE) ||
		isDailyAmountGone(date);
	const isPlannedAway = (date: string): boolean =>
		plan?.date === date &&
		plan.campaigns?.some((one) => one.campaignId === campaignId && Number(one.amount) === 0) === true;
	return ({ date, startMs }) => {
		if (flight !== undefined && (date < flight.start || date > flight.end)) return 0;
		if (openShare(definition, { startMs, endMs: startMs + HOUR_MS }) === 0) return 0;
		if (isGone(date) || isPlannedAway(date) || isPaused(pauses, startMs)) return 0;
		const factor = eventsOn(events, date).length === 0 ? 1 : eventFactor(learning, date);
		return factor < PAUSE ? 0 : Math.min(1, factor * pacing(date));
	};
}

/** Whether pausing an object may pause a campaign: itself, or an object of another level. */
const mayHold = (object: string, campaignId: string): boolean =>
	object === `campaign/${campaignId}` || !object.startsWith('campaign/');

/** Whether an object is paused by a push in an hour, or was until just before it. */
const isPaused = (pushes: DayContext['statusPushes'], startMs: number): boolean =>
	isPausedAt(pushes, startMs + HOUR_MS) || isPausedAt(pushes, startMs - HOUR_MS);

/** Whether a push has paused an object, and none has enabled it since. */
export function isPausedAt(pushes: DayContext['statusPushes'], instantMs: number): boolean {
	const statusOf = new Map<string, string>();
	for (const { atMs, object, to } of pushes) if (atMs < instantMs) statusOf.set(object, to);
	return [...statusOf.values()].includes('paused');
}
