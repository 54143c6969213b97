import type { BudgetDefinition } from '../budget/budgetDefinition';
import { UserError } from '../errors';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { datesOf } from '../time/period';
import { meantToSpend, periodTargets } from './periodTargets';

/**
 * What an average day of the definition may spend, in minor units: what its hourly minima must fit into.
 *
 * @throws UserError if they do not, naming them
 */
export function assertMinimaFit(definition: BudgetDefinition, date: string): void {
	const { limits, currency } = definition;
	const averages = [
		definition.dailyAmount === undefined ? Infinity : meantToSpend(definition.dailyAmount, definition),
		...periodTargets({ definition, days: new Map(), date, today: date }).map(
			({ target, period }) => target / datesOf(period).length,
		),
	];
	const average = Math.floor(Math.min(...averages));
	if (!Number.isFinite(average)) return;
	const byAmount = 24 * toMinorUnits(limits.minHourlyAmount ?? 0, currency, 'up');
	const shown = (units: number) => `${fromMinorUnits(units, currency)} ${currency}`;
	if (byAmount > average) {
		throw new UserError(
			`The limits cannot be kept: 24 hours with a 'Minimum per Hour' of ${limits.minHourlyAmount} need ${shown(byAmount)}, but a day has ${shown(average)}`,
			"Lower 'Minimum per Hour' or raise the budget.",
		);
	}
	if (24 * (limits.minHourlyShare ?? 0) > 1) {
		throw new UserError(
			`The limits cannot be kept: 24 hours with a 'Minimum Share per Hour' of ${limits.minHourlyShare} are more than the whole day`,
			"Lower 'Minimum Share per Hour' to at most 0.0416.",
		);
	}
	const maxAmount = Math.min(
		limits.maxHourlyAmount === undefined ? Infinity : toMinorUnits(limits.maxHourlyAmount, currency, 'down'),
		(limits.maxHourlyShare ?? 1) * average,
	);
	const minAmount = Math.max(byAmount / 24, (limits.minHourlyShare ?? 0) * average);
	if (minAmount > maxAmount) {
		throw new UserError(
			`The limits cannot be kept: an hour may have at least ${shown(Math.ceil(minAmount))} by its minimum and at most ${shown(Math.floor(maxAmount))} by its maximum`,
			'Lower the minimum or raise the maximum; one of each pair is an amount, the other a share of the day.',
		);
	}
}
