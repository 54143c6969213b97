import type { BudgetDefinition } from '../budget/budgetDefinition';
import { type DayTotal, spendBetween } from '../ledger/dayTotals';
import { UserError } from '../errors';
import type { Amount } from '../money/amount';
import { Decimal } from '../money/decimal';
import { fromMicros } from '../money/micros';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import { addDays } from '../time/localClock';
import { datesOf, monthOf, type Period, weekOf } from '../time/period';
import { type Rollover, rolloverFrom } from './rollover';

export type Horizon = 'week' | 'month' | 'flight';

/** A target over several days, and what was spent of it before a given day. */
export interface PeriodTarget {
	readonly horizon: Horizon;
	readonly period: Period;
	/** Minor units meant to be spent: the amount times the utilization target, and what is rolled over. */
	readonly target: number;
	/** What the period before adds to it; absent where the budget rolls nothing over, and for a flight, which has none before. */
	readonly rollover?: Rollover;
	/** The first day that the rest is spread over: today, or the first day of a period still to come. */
	readonly spreadFrom: string;
	/** Minor units spent in the period before that day; a part of one counts as one. */
	readonly spentBefore: number;
}

/** What a local day may spend, and which amount says so. */
export interface DayTarget {
	/** Minor units. */
	readonly amount: number;
	readonly from: 'day' | Horizon | 'outside-flight';
	readonly periods: readonly PeriodTarget[];
}

/** Relative weights of local dates when a longer target is spread over its days. */
export interface DayWeights {
	readonly of: (date: string) => number;
	/** Weight of what is left of today: then the target is spread anew every hour. Without it a day keeps what it began with. */
	readonly restOfToday?: number;
}

/**
 * What a day may spend: the least of what its amounts allow.
 *
 * A daily amount allows itself. A week, month or flight allows what it has left, spread over the days it has left in
 * proportion to their weights, so what earlier days did not spend is carried over, and what they overspent is saved. With a weight
 * for the rest of today, today may have what it spent and its part of what is left now. Each amount is first multiplied by the
 * utilization target; a week or month may take over
 * some of what the one before left unspent. A day outside the flight may spend nothing.
 *
 * @param days  spend by local date
 * @param date  the day in question, today or later
 * @param today the local date up to which spend is known
 * @param reportedUntil first local date that reports do not wholly cover
 */
export function dayTarget(
	definition: BudgetDefinition,
	days: ReadonlyMap<string, DayTotal>,
	date: string,
	today: string,
	weights: DayWeights,
	reportedUntil = today,
): DayTarget {
	const { currency, flight } = definition;
	const periods = periodTargets(definition, days, date, today, reportedUntil);
	if (flight !== undefined && (date < flight.start || date > flight.end)) {
		return { amount: 0, from: 'outside-flight', periods };
	}
	const candidates = periods.map((target): { amount: number; from: DayTarget['from'] } => ({
		amount: partOfPeriod(target, days, date, today, weights, currency),
		from: target.horizon,
	}));
	if (definition.dailyAmount !== undefined) {
		candidates.unshift({ amount: meantToSpend(definition.dailyAmount, definition), from: 'day' });
	}
	const least = candidates.reduce((best, candidate) => (candidate.amount < best.amount ? candidate : best));
	return { ...least, periods };
}

/** Days on which nothing was ever spent count alike if there are no others. */
const LEAST_WEIGHT = 1e-300;

/** What a date may have of a longer target, in minor units. */
function partOfPeriod(
	{ period, target, spreadFrom, spentBefore }: PeriodTarget,
	days: ReadonlyMap<string, DayTotal>,
	date: string,
	today: string,
	{ of, restOfToday }: DayWeights,
	currency: string,
): number {
	const dates = datesOf({ start: spreadFrom, end: period.end });
	const isAnew = spreadFrom === today && restOfToday !== undefined;
	const spentToday = isAnew ? toMinorUnits(fromMicros(spendBetween(days, today, today)), currency, 'nearest') : 0;
	const left = Math.max(0, target - spentBefore - spentToday);
	const weights = dates.map((other) => Math.max(LEAST_WEIGHT, isAnew && other === today ? restOfToday : of(other)));
	const part = splitMoney(fromMinorUnits(left, currency), weights, currency)[dates.indexOf(date)]!;
	return toMinorUnits(part, currency, 'nearest') + (date === today ? spentToday : 0);
}

/** The longer targets that hold a date. */
function periodTargets(
	definition: BudgetDefinition,
	days: ReadonlyMap<string, DayTotal>,
	date: string,
	today = date,
	reportedUntil = today,
): readonly PeriodTarget[] {
	const { weeklyAmount, monthlyAmount, flight, rollover: allowed } = definition;
	const targets: PeriodTarget[] = [];
	const add = (horizon: Horizon, period: Period, amount: Amount, before?: Period) => {
		const own = meantToSpend(amount, definition);
		const rollover =
			allowed === undefined || before === undefined
				? undefined
				: rolloverFrom(before, own, allowed.maxShare, definition, days, reportedUntil);
		const spreadFrom = today > period.start ? today : period.start;
		const spent = fromMicros(spendBetween(days, period.start, addDays(spreadFrom, -1)));
		targets.push({
			horizon,
			period,
			target: own + (rollover?.added ?? 0),
			...(rollover !== undefined && { rollover }),
			spreadFrom,
			spentBefore: toMinorUnits(spent, definition.currency, 'up'),
		});
	};
	const addCalendar = (horizon: Horizon, amount: Amount, periodOf: (day: string) => Period) => {
		const period = periodOf(date);
		add(horizon, period, amount, periodOf(addDays(period.start, -1)));
	};
	if (weeklyAmount !== undefined) addCalendar('week', weeklyAmount, (day) => weekOf(day, definition.weekStart));
	if (monthlyAmount !== undefined) addCalendar('month', monthlyAmount, monthOf);
	if (flight !== undefined && date >= flight.start && date <= flight.end) add('flight', flight, flight.amount);
	return targets;
}

/**
 * What an average day of the definition may spend, in minor units: what its hourly minima must fit into.
 *
 * @throws UserError if they do not, naming them
 */
export function assertMinimaFit(definition: BudgetDefinition, date: string): void {
	const { limits, currency } = definition;
	const averages = [
		definition.dailyAmount === undefined ? Infinity : meantToSpend(definition.dailyAmount, definition),
		...periodTargets(definition, new Map(), date).map(({ target, period }) => target / datesOf(period).length),
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

const meantToSpend = (amount: Amount, { utilizationTarget, currency }: BudgetDefinition): number =>
	toMinorUnits(new Decimal(amount).times(utilizationTarget), currency, 'down');
