import { unchangingStretches } from '../budget/amountsFrom';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { WEEKDAYS } from '../budget/openHours';
import { openDates, openHoursOfWeekday } from '../budget/openTime';
import { UserError } from '../errors';
import { formatExactPercent } from '../format/formatNumber';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
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
			({ target, period }) => target / openDates(definition, period).length,
		),
	];
	const average = Math.floor(Math.min(...averages));
	if (!Number.isFinite(average)) return;
	const hours = Math.max(...WEEKDAYS.map((_, weekday) => openHoursOfWeekday(definition, weekday)));
	const minDayAmount = Math.ceil(hours * toMinorUnits(limits.minHourlyAmount ?? 0, currency, 'up'));
	const format = (units: number) => `${fromMinorUnits(units, currency)} ${currency}`;
	if (minDayAmount > average) {
		throw new UserError(
			`The limits cannot be kept: ${hours} hours with a 'Minimum per Hour' of ${limits.minHourlyAmount} need ${format(minDayAmount)}, but a day${since} has ${format(average)}`,
			"Lower 'Minimum per Hour' or raise the budget.",
		);
	}
	if (hours * (limits.minHourlyShare ?? 0) > 1) {
		throw new UserError(
			`The limits cannot be kept: ${hours} hours with a 'Minimum Share per Hour' of ${formatExactPercent(limits.minHourlyShare!)} are more than the whole day`,
			`Lower 'Minimum Share per Hour' to at most ${Math.floor(10_000 / hours) / 100}%.`,
		);
	}
	const maxAmount = Math.min(
		limits.maxHourlyAmount === undefined ? Infinity : toMinorUnits(limits.maxHourlyAmount, currency, 'down'),
		(limits.maxHourlyShare ?? 1) * average,
	);
	const minAmount = Math.max(minDayAmount / hours, (limits.minHourlyShare ?? 0) * average);
	if (minAmount > maxAmount) {
		throw new UserError(
			`The limits cannot be kept: an hour${since} may have at least ${format(Math.ceil(minAmount))} by its minimum and at most ${format(Math.floor(maxAmount))} by its maximum`,
			'Lower the minimum or raise the maximum; one of each pair is an amount, the other a share of the day.',
		);
	}
}
