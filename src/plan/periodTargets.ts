import { type AmountWithFee, amountWithFee, mediaAmount } from '../budget/agencyFee';
import { givenAmountsOn } from '../budget/amountsFrom';
import { CALENDAR_PERIODS, calendarPeriod, type Horizon } from '../budget/horizon';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { firstReportedDate, spendBetween } from '../ledger/dayTotals';
import type { Amount } from '../money/amount';
import { Decimal } from '../money/decimal';
import { fromMicros } from '../money/micros';
import { toMinorUnits } from '../money/minorUnits';
import { addDays } from '../time/localClock';
import type { Period } from '../time/period';
import { type Rollover, rolloverFrom } from './rollover';
import type { TargetContext } from './targetContext';
import { type UnknownStart, unknownStart } from './unknownStart';

/** A target over several days, and the spend before a given day. */
export interface PeriodTarget {
	readonly horizon: Horizon;
	readonly period: Period;
	/** Minor units: the amount times the utilization target, plus what is rolled over. */
	readonly target: number;
	/** The amount with the agency's fee that it holds; absent without one. */
	readonly withFee?: AmountWithFee;
	/** What the previous period adds to it; absent if the budget rolls nothing over, for a year, and for a flight, which has no predecessor. */
	readonly rollover?: Rollover;
	/** First day over which the rest is spread: today, or the first day of a future period. */
	readonly spreadFrom: string;
	/** Minor units spent in the period before that day, rounded up, with what is assumed of the time before the first report. */
	readonly spentBefore: number;
	/** The days of the period before the first report; absent if reports reach back to its start. */
	readonly unknownStart?: UnknownStart;
}

/** The targets of the calendar and of the flight whose period includes a date. */
export function periodTargets(context: TargetContext): readonly PeriodTarget[] {
	const { definition, days, date, today, flightWeight = () => 1 } = context;
	const { flight, currency } = definition;
	const firstReported = firstReportedDate(days, today);
	const own = givenAmountsOn(definition, date);
	const amounted = CALENDAR_PERIODS.filter(({ field }) => own[field] !== undefined).map(({ horizon }) => horizon);
	const calendar = amounted.at(-1);
	const longest = flight === undefined ? calendar : 'flight';
	const statedFrom = flight?.start ?? (calendar === undefined ? '' : calendarPeriod(calendar, date, definition).start);
	const targets: PeriodTarget[] = [];
	const targetOf = (given: Amount) => targetAmount(mediaAmount(given, definition), definition);
	const add = (horizon: Horizon, period: Period, given: Amount, rollover?: Rollover) => {
		const withFee = amountWithFee(given, definition);
		const spreadFrom = today > period.start ? today : period.start;
		const spent = fromMicros(spendBetween(days, period.start, addDays(spreadFrom, -1)));
		const target = targetOf(given) + (rollover?.added ?? 0);
		const stated = period.start >= statedFrom ? definition.spentBeforeFirstReport : undefined;
		const unknown = unknownStart(period, target, {
			firstReported,
			spreadFrom,
			definition,
			stated,
			isPart: horizon !== longest,
			flightWeight,
		});
		targets.push({
			horizon,
			period,
			target,
			...(withFee !== undefined && { withFee }),
			...(rollover !== undefined && { rollover }),
			spreadFrom,
			spentBefore: toMinorUnits(spent, currency, 'up') + (unknown?.assumed ?? 0),
			...(unknown !== undefined && { unknownStart: unknown }),
		});
	};
	for (const { horizon, field, rollsOver } of CALENDAR_PERIODS) {
		const amountOf = ({ start }: Period) => givenAmountsOn(definition, start)[field];
		const period = calendarPeriod(horizon, date, definition);
		const before = calendarPeriod(horizon, addDays(period.start, -1), definition);
		const [amount, earlier] = [amountOf(period), amountOf(before)];
		if (amount === undefined) continue;
		add(
			horizon,
			period,
			amount,
			rollsOver && earlier !== undefined ? rolloverFrom(before, targetOf(earlier), context) : undefined,
		);
	}
	if (flight !== undefined && date >= flight.start && date <= flight.end) {
		add('flight', { start: flight.start, end: flight.end }, flight.amount);
	}
	return targets;
}

/** Minor units of an amount of media times the utilization target, rounded down. */
export const targetAmount = (amount: Amount, { utilizationTarget, currency }: BudgetDefinition): number =>
	toMinorUnits(new Decimal(amount).times(utilizationTarget), currency, 'down');
