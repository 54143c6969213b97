import type { DayContext } from '../forecast/dayContext';
import { judgeDay } from '../forecast/dayJudgement';
import type { ExhaustionStatus } from '../forecast/exhaustionStatus';
import { pace } from '../forecast/pacingMultiplier';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';

/** What becomes of today's budget if nobody intervenes, in short. */
export interface DayOutlook {
	readonly status: ExhaustionStatus;
	/** Spend so far over planned spend; 1 is on plan. */
	readonly paceRatio: number;
	/** Expected spend of the whole day, major units; what was spent where no more can be expected. */
	readonly projected: string;
}

export function dayOutlook(context: DayContext): DayOutlook {
	const { status, spendByDayEnd } = judgeDay(context);
	const { currency } = context.learning.definition;
	return {
		status,
		paceRatio: pace(context, 1).paceRatio,
		projected: fromMinorUnits(toMinorUnits(spendByDayEnd.mean, currency, 'nearest'), currency),
	};
}
