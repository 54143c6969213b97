import { type AmountWithFee, amountWithFee, mediaAmount } from '../budget/agencyFee';
import { givenAmountsOn } from '../budget/amountsFrom';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { spendBetween } from '../ledger/dayTotals';
import type { Amount } from '../money/amount';
import { Decimal } from '../money/decimal';
import { fromMicros } from '../money/micros';
import { toMinorUnits } from '../money/minorUnits';
import { addDays } from '../time/localClock';
import { monthOf, type Period, weekOf } from '../time/period';
import { type Rollover, rolloverFrom } from './rollover';
import type { TargetContext } from './targetContext';
import { type UnknownStart, unknownStart } from './unknownStart';

export type Horizon = 'week' | 'month' | 'flight';

/** A target over several days, and the spend before a given day. */
export interface PeriodTarget {
	readonly horizon: Horizon;
	readonly period: Period;
	/** Minor units: the amount times the utilization target, plus what is rolled over. */
	readonly target: number;
	/** The amount with the agency's fee that it holds; absent without one. */
	readonly withFee?: AmountWithFee;
	/** What the previous period adds to it; absent if the budget rolls nothing over, and for a flight, which has no predecessor. */
	readonly rollover?: Rollover;
	/** First day over which the rest is spread: today, or the first day of a future period. */
	readonly spreadFrom: string;
	/** Minor units spent in the period before that day, rounded up, with what is assumed of the time before the first report. */
	readonly spentBefore: number;
	/** The days of the period before the first report; absent if reports reach back to its start. */
	readonly unknownStart?: UnknownStart;
}

/** Weekly, monthly and flight targets whose period includes a date. */
export function periodTargets(context: TargetContext): readonly PeriodTarget[] {
	const { definition, days, date, today, flightWeight = () => 1 } = context;
	const { flight, currency } = definition;
	const firstReported = [...days.keys()].reduce((first, day) => (day < first ? day : first), today);
	const longest =
		flight !== undefined ? 'flight' : givenAmountsOn(definition, date).monthlyAmount !== undefined ? 'month' : 'week';
	const targets: PeriodTarget[] = [];
	const targetOf = (given: Amount) => targetAmount(mediaAmount(given, definition), definition);
	const add = (horizon: Horizon, period: Period, given: Amount, rollover?: Rollover) => {
		const own = targetOf(given);
		const withFee = amountWithFee(given, definition);
		const spreadFrom = today > period.start ? today : period.start;
		const spent = fromMicros(spendBetween(days, period.start, addDays(spreadFrom, -1)));
		const target = own + (rollover?.added ?? 0);
		const stated = horizon === longest ? definition.spentBeforeFirstReport : undefined;
		const unknown = unknownStart(period, target, { firstReported, spreadFrom, definition, stated, flightWeight });
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
	const addCalendar = (
		horizon: Horizon,
		field: 'weeklyAmount' | 'monthlyAmount',
		periodOf: (day: string) => Period,
	) => {
		const amountOf = ({ start }: Period) => givenAmountsOn(definition, start)[field];
		const period = periodOf(date);
		const before = periodOf(addDays(period.start, -1));
		const [amount, earlier] = [amountOf(period), amountOf(before)];
		if (amount === undefined) return;
		const rollover = earlier === undefined ? undefined : rolloverFrom(before, targetOf(earlier), context);
		add(horizon, period, amount, rollover);
	};
	addCalendar('week', 'weeklyAmount', (day) => weekOf(day, definition.weekStart));
	addCalendar('month', 'monthlyAmount', monthOf);
	if (flight !== undefined && date >= flight.start && date <= flight.end) {
		add('flight', { start: flight.start, end: flight.end }, flight.amount);
	}
	return targets;
}

/** Minor units of an amount of media times the utilization target, rounded down. */
export const targetAmount = (amount: Amount, { utilizationTarget, currency }: BudgetDefinition): number =>
	toMinorUnits(new Decimal(amount).times(utilizationTarget), currency, 'down');
