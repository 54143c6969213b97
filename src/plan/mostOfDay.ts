import { amountsOn } from '../budget/amountsFrom';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { toMinorUnits } from '../money/minorUnits';
import { targetAmount } from './periodTargets';

/** The most that a local date may spend whatever longer amounts allow it: its daily amount and the maximum per day. Minor units; Infinity without either. */
export function mostOfDay(definition: BudgetDefinition, date: string): number {
	const { limits, currency } = definition;
	const { dailyAmount } = amountsOn(definition, date);
	return Math.min(
		dailyAmount === undefined ? Infinity : targetAmount(dailyAmount, definition),
		limits.maxDailyAmount === undefined ? Infinity : toMinorUnits(limits.maxDailyAmount, currency, 'down'),
	);
}
