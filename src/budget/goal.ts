import * as z from 'zod/v4';

import { Amount } from '../money/amount';
import { Decimal } from '../money/decimal';
import type { PeriodAmounts } from './amountsFrom';
import { CALENDAR_PERIODS, HORIZONS } from './horizon';

export const GOAL_MEASURES = ['conversions', 'revenue'] as const;

/** Results that a longer period is meant to bring beside its amount, such as 40,000 conversions in a month. It is reported; amounts are spent without regard to it. */
export const Goal = z.strictObject({
	of: z.enum(GOAL_MEASURES).default('conversions'),
	amount: Amount.refine((amount) => new Decimal(amount).gt(0), 'must be above 0'),
	/** The period that it is for, which needs an amount of its own. */
	period: z.enum(HORIZONS).default('month'),
	/** Results of the period before its first report, if reports begin later; without it they are unknown. */
	reachedBeforeFirstReport: Amount.optional(),
});
export type Goal = Readonly<z.output<typeof Goal>>;

interface WithGoal extends PeriodAmounts {
	readonly goal?: Goal | undefined;
	readonly flight?: object | undefined;
	readonly amountsFrom?: readonly PeriodAmounts[] | undefined;
}

/** What is wrong with the goal of a budget, in words: its period has an amount, from the beginning or from a date on. */
export function goalIssues({ goal, flight, amountsFrom = [], ...amounts }: WithGoal): string[] {
	if (goal === undefined) return [];
	const { period } = goal;
	const field = CALENDAR_PERIODS.find(({ horizon }) => horizon === period)?.field;
	const hasAmount =
		field === undefined ? flight !== undefined : [amounts, ...amountsFrom].some((entry) => entry[field] !== undefined);
	return hasAmount ? [] : [`needs an amount for the ${period}`];
}
