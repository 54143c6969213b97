import { rememberLast } from '../rememberLast';
import { type Interval, LEVEL } from '../statistics/interval';
import { sampleInterval } from '../statistics/quantiles';
import type { DayContext } from './dayContext';
import { dayOutcome } from './dayEvidence';
import type { PathOutcome } from './exhaustionPaths';
import { type ExhaustionStatus, exhaustionStatus } from './exhaustionStatus';
import { isSpent, type PeriodStanding, periodStandings } from './periodStanding';
import { isRestDay } from './restDay';
import { staleness } from './staleness';

/** What becomes of a budget's day if nobody intervenes, whatever was told of it. */
export interface DayJudgement {
	readonly status: ExhaustionStatus;
	/** What becomes of the rest of the day's amount; null without spend history, and on a day of rest without spend. */
	readonly outcome: PathOutcome | null;
	/** Spend of the whole day, major units; what is spent where no more can be expected. */
	readonly spendByDayEnd: Interval;
	/** Whether it is a day of rest, and nothing was spent. */
	readonly isPaused: boolean;
	/** Why the day cannot be judged; null if it can. */
	readonly stale: ReturnType<typeof staleness>;
	readonly standings: readonly PeriodStanding[];
	/** A longer period of which nothing is left. */
	readonly spentPeriod: PeriodStanding | undefined;
}

export const judgeDay = rememberLast((context: DayContext): DayJudgement => {
	const isPaused = isRestDay(context) && context.spent === 0;
	const outcome = isPaused ? null : dayOutcome(context);
	const { spent, ahead } = context;
	const spendByDayEnd =
		isPaused || ahead === null
			? { mean: spent, low: spent, high: spent, level: LEVEL }
			: sampleInterval(ahead.map((amount) => spent + amount));
	const stale = staleness(context);
	const standings = periodStandings(context);
	const spentPeriod = standings.find(isSpent);
	const facts = { isStale: stale !== null, hasSpentPeriod: spentPeriod !== undefined };
	return {
		status: exhaustionStatus(context, outcome, facts),
		outcome,
		spendByDayEnd,
		isPaused,
		stale,
		standings,
		spentPeriod,
	};
});
