import type { DayContext } from './dayContext';
import type { PathOutcome } from './exhaustionPaths';
import { dueAmount } from './morningAmount';
import { isRestDay } from './restDay';

/** What becomes of the day's budget if nobody intervenes. */
export type ExhaustionStatus = 'exhausted' | 'at-risk' | 'underspending' | 'on-pace' | 'stale-data';

/** More likely than not. */
const AT_RISK_PROBABILITY = 0.5;

/** Below this share of its amount, a day is underspent. */
export const UNDERSPEND_SHARE = 0.9;

/** Required probability of ending below `UNDERSPEND_SHARE`. */
const UNDERSPEND_PROBABILITY = 0.8;

/**
 * The status of the day's budget.
 *
 * @param outcome what becomes of the rest of the day's amount; null without spend history
 * @param hasSpentPeriod whether nothing is left of a week, month, quarter, year or flight: today has no budget then, whatever it has spent
 */
export function exhaustionStatus(
	context: DayContext,
	outcome: PathOutcome | null,
	{ isStale, hasSpentPeriod }: { readonly isStale: boolean; readonly hasSpentPeriod: boolean },
): ExhaustionStatus {
	const { spent, dayAmount, ahead } = context;
	if (isRestDay(context) && spent === 0) return isStale ? 'stale-data' : 'on-pace';
	if (hasSpentPeriod || spent >= dayAmount) return 'exhausted';
	if (isStale) return 'stale-data';
	if (outcome === null || ahead === null) return 'underspending';
	if (outcome.materialProbability >= AT_RISK_PROBABILITY) return 'at-risk';
	const least = UNDERSPEND_SHARE * dueAmount(context);
	const short = ahead.filter((amount) => spent + amount < least).length;
	return short >= UNDERSPEND_PROBABILITY * ahead.length ? 'underspending' : 'on-pace';
}
