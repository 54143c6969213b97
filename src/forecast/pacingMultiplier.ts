import { sum } from 'simple-statistics';

import { meansOfPaths } from '../demand/spendPaths';
import { UserError } from '../errors';
import { hoursBetween } from '../time/localClock';
import type { DayContext } from './dayContext';
import { paceRatio } from './paceRatio';
import { staleness } from './staleness';

/** Maximum change of a multiplier per hour, as a fraction: platforms and their bidding need time to adjust. */
const MAX_STEP = 0.25;

/** A needed multiplier within this distance of 1 is on pace. */
const TOLERANCE = 0.05;

export type PaceReason = 'on-pace' | 'ahead-of-plan' | 'behind-plan' | 'exhausted' | 'no-history' | 'stale-data';

export interface Pace {
	/** Factor on the planned spend of an hour. */
	readonly multiplier: number;
	/** See `paceRatio`. */
	readonly paceRatio: number;
	readonly reason: PaceReason;
}

/**
 * The factor on spend that makes the budget last exactly to the end of the day, approached gradually.
 *
 * needed = remaining / expected spend of the rest of the day, where what is expected but not reported does not remain; the multiplier is `needed` limited to at most 1.25^k and at least 0.75^k
 * for the k-th hour from now. It is 0 only when the budget is used up, and never above 1 on stale data.
 *
 * @param hourStartMs an hour of today that has not ended; the running hour by default
 * @throws UserError for an hour of another day, or one that is over
 */
export function pacingMultiplier(context: DayContext, hourStartMs = context.nowMs): Pace {
	const { day, date, nowMs } = context;
	const hour = day.find(({ startMs, endMs }) => startMs <= hourStartMs && hourStartMs < endMs);
	if (hour === undefined || hour.endMs <= nowMs) {
		throw new UserError(
			`${new Date(hourStartMs).toISOString()} is not in a remaining hour of today`,
			`Choose an hour between now and the end of ${date}.`,
		);
	}
	return pace(context, 1 + Math.max(0, Math.ceil(hoursBetween(nowMs, hour.startMs))));
}

/** The pacing multiplier of the k-th hour from now. */
export function pace(context: DayContext, steps: number): Pace {
	const { spent, unreported, plannedByNow, dayAmount, remaining, paths } = context;
	const ratio = paceRatio(spent + unreported.today.mean, plannedByNow, dayAmount);
	if (spent >= dayAmount) return { multiplier: 0, paceRatio: ratio, reason: 'exhausted' };
	if (paths === null) return { multiplier: 1, paceRatio: ratio, reason: 'no-history' };
	const ahead = sum([...meansOfPaths(paths)]) - unreported.today.mean;
	const needed = ahead > 0 ? remaining / ahead : Infinity;
	const gradual = Math.min((1 + MAX_STEP) ** steps, Math.max((1 - MAX_STEP) ** steps, needed));
	if (staleness(context) !== null) {
		return { multiplier: Math.min(1, gradual), paceRatio: ratio, reason: 'stale-data' };
	}
	const reason = Math.abs(needed - 1) <= TOLERANCE ? 'on-pace' : needed < 1 ? 'ahead-of-plan' : 'behind-plan';
	return { multiplier: gradual, paceRatio: ratio, reason };
}
