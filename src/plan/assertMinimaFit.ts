import { unchangingStretches } from '../budget/amountsFrom';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { UserError } from '../errors';
import { formatExactPercent } from '../format/formatNumber';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { datesOf } from '../time/period';
import { targetAmount, periodTargets } from './periodTargets';

/**
 * Checks that the hourly limits fit an average day of the definition and do not contradict each other.
 *
 * @throws UserError if they do not, naming the limits
 */
export function assertMinimaFit(changing: BudgetDefinition, date: string): void {
	for (const { from, definition } of unchangingStretches(changing)) assertFit(definition, date, from);
}

/** @param from the date from which the amounts of the definition hold; null for the first */
function assertFit(definition: BudgetDefinition, date: string, from: string | null): void {
	const since = from === null ? '' : ` from ${from} on`;
	const { limits, currency } = definition;
	const averages = [
		definition.dailyAmount === undefined ? Infinity : targetAmount(definition.dailyAmount, definition),
		...periodTargets({ definition, days: new Map(), date, today: date }).map(
			({ target, period }) => target / datesOf(period).length,
		),
	];
	const average = Math.floor(Math.min(...averages));
	if (!Number.isFinite(average)) return;
	const minDayAmount = 24 * toMinorUnits(limits.minHourlyAmount ?? 0, currency, 'up');
	const format = (units: number) => `${fromMinorUnits(units, currency)} ${currency}`;
	if (minDayAmount > average) {
		throw new UserError(
			`The limits cannot be kept: 24 hours with a 'Minimum per Hour' of ${limits.minHourlyAmount} need ${format(minDayAmount)}, but a day${since} has ${format(average)}`,
			"Lower 'Minimum per Hour' or raise the budget.",
		);
	}
	if (24 * (limits.minHourlyShare ?? 0) > 1) {
		throw new UserError(
			`The limits cannot be kept: 24 hours with a 'Minimum Share per Hour' of ${formatExactPercent(limits.minHourlyShare!)} are more than the whole day`,
			"Lower 'Minimum Share per Hour' to at most 4.16%.",
		);
	}
	const maxAmount = Math.min(
		limits.maxHourlyAmount === undefined ? Infinity : toMinorUnits(limits.maxHourlyAmount, currency, 'down'),
		(limits.maxHourlyShare ?? 1) * average,
	);
	const minAmount = Math.max(minDayAmount / 24, (limits.minHourlyShare ?? 0) * average);
	if (minAmount > maxAmount) {
		throw new UserError(
			`The limits cannot be kept: an hour${since} may have at least ${format(Math.ceil(minAmount))} by its minimum and at most ${format(Math.floor(maxAmount))} by its maximum`,
			'Lower the minimum or raise the maximum; one of each pair is an amount, the other a share of the day.',
		);
	}
}
