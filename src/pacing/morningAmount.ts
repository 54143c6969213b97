import { fromMinorUnits } from '../money/minorUnits';
import { morningTarget } from '../plan/targetOf';
import type { DayContext } from './dayContext';

/**
 * What the day was to spend when it began, major units. Where amounts are spread again every hour, the day's amount follows a slow day down, so that it would
 * look on pace.
 */
export const morningAmount = ({ planning, learning }: DayContext): number =>
	Number(fromMinorUnits(morningTarget(planning).amount, learning.definition.currency));
