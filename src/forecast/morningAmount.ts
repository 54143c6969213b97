import { fromMinorUnits } from '../money/minorUnits';
import { morningTarget } from '../plan/targetOf';
import type { DayContext } from './dayContext';

/**
 * What the day was to spend when it began, major units. Where amounts are spread again every hour, the day's amount follows a slow day down, so that it would
 * look on pace.
 */
export const morningAmount = ({ planning, learning }: DayContext): number =>
	Number(fromMinorUnits(morningTarget(planning).amount, learning.definition.currency));

/** What the day must come near, so as not to be underspent, major units: its amount now, or that of its morning if it was more. */
export const dueAmount = (context: DayContext): number => Math.max(context.dayAmount, morningAmount(context));
