import { isHorizon } from '../budget/horizon';
import { openHoursBetween } from '../budget/openTime';
import { fromMinorUnits } from '../money/minorUnits';
import { isSteeredByDay } from '../plan/dayDemand';
import type { DayContext } from './dayContext';
import { EXCESS_OF_DAILY_BUDGETS, EXCESS_OF_HOURS, exhaustionPaths, type PathOutcome } from './exhaustionPaths';
import type { ExhaustionStatus } from './exhaustionStatus';
import { isClosed } from './restDay';

/** How likely it is that demand finds no budget: a share of the day's that matters, and one that calls for a person. */
export interface AlertEvidence {
	readonly material: number;
	readonly severe: number;
}

export const NO_EVIDENCE: AlertEvidence = { material: 0, severe: 0 };
const CERTAIN: AlertEvidence = { material: 1, severe: 1 };

/** What becomes of the rest of the day's amount if nobody intervenes; null without spend history. */
export function dayOutcome({ learning, paths, dayAmount, spent, nowMs }: DayContext): PathOutcome | null {
	if (paths === null) return null;
	const excess = isSteeredByDay(learning) ? EXCESS_OF_DAILY_BUDGETS : EXCESS_OF_HOURS;
	const openHours = (fromMs: number, toMs: number) => openHoursBetween(learning.definition, fromMs, toMs);
	return exhaustionPaths(paths, Math.max(0, dayAmount - spent), spent, nowMs, excess, openHours);
}

/**
 * How likely it is that the day's budget runs out too early.
 *
 * @param ofDay what becomes of the rest of the day's amount; null without spend history
 */
export function dayEvidence(context: DayContext, ofDay: PathOutcome | null, status: ExhaustionStatus): AlertEvidence {
	if (isClosed(context)) return isSpending(context) ? CERTAIN : NO_EVIDENCE;
	if (isSteeredByDay(context.learning) && !isUnderWay(context)) return NO_EVIDENCE;
	const outcome = isDayOfPeriod(context) ? outcomeOfPeriod(context) : ofDay;
	if (outcome !== null) return { material: outcome.materialProbability, severe: outcome.severeProbability };
	return status === 'exhausted' ? CERTAIN : NO_EVIDENCE;
}

/** Whether nothing but a longer period says what the day may spend, and no daily budget holds it to that. */
const isDayOfPeriod = ({ learning, target: { from } }: DayContext): boolean =>
	isHorizon(from) && !isSteeredByDay(learning);

/**
 * What becomes of all that is left of the periods if nobody intervenes. A day that only they bound has no budget of its own that could run out: its amount
 * follows its spend, and other days make up for it. What is unusual of it, and what the period makes of such days, have alerts of their own.
 */
function outcomeOfPeriod({ learning, paths, target: { periods }, spent, nowMs }: DayContext): PathOutcome | null {
	if (paths === null) return null;
	const left = Math.min(...periods.map(({ target, spentBefore }) => target - spentBefore));
	const amount = Number(fromMinorUnits(left, learning.definition.currency));
	return exhaustionPaths(paths, Math.max(0, amount - spent), spent, nowMs, EXCESS_OF_HOURS);
}

/** Whether a closed day has spend after its first hour, in which it may not have been paused yet. */
const isSpending = ({ learning, date, day }: DayContext): boolean =>
	learning.series.some((hour) => hour.date === date && hour.startMs >= day[0]!.endMs && hour.spend > 0);

/** Whether the day's first hour is over. Until then the daily budget may be yesterday's, which the day's plan is about to change. */
const isUnderWay = ({ nowMs, day }: DayContext): boolean => nowMs >= day[0]!.endMs;
