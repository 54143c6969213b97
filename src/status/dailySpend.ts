import { amountsOn } from '../budget/amountsFrom';
import { openDates } from '../budget/openTime';
import type { DayContext } from '../forecast/dayContext';
import { knownSpend } from '../forecast/knownSpend';
import { isRestDay } from '../forecast/restDay';
import { fromMinorUnits } from '../money/minorUnits';
import { addDays } from '../time/localClock';
import { datesOf } from '../time/period';

/** Days of the chart. */
const DAYS = 28;

/** Spend of the last 28 full days against an even day of the budget. Major units. */
export interface DailySpend {
	readonly days: readonly { readonly date: string; /** null if it is not known. */ readonly spend: number | null }[];
	/** What a day may spend if longer amounts are spread evenly: the tightest of them; null on a closed day and outside a flight. */
	readonly evenDay: number | null;
}

/** The days before today, and an even day of the budget. */
export function dailySpend(context: DayContext): DailySpend {
	const { learning, date, target } = context;
	const { currency } = learning.definition;
	const { dailyAmount } = amountsOn(learning.definition, date);
	const spendOn = knownSpend(context);
	const candidates = [
		...(dailyAmount === undefined ? [] : [Number(dailyAmount)]),
		...target.periods.map(
			(one) => Number(fromMinorUnits(one.target, currency)) / openDates(learning.definition, one.period).length,
		),
	];
	return {
		days: datesOf({ start: addDays(date, -DAYS), end: addDays(date, -1) }).map((one) => ({
			date: one,
			spend: spendOn(one),
		})),
		evenDay: candidates.length === 0 || isRestDay(context) ? null : Math.min(...candidates),
	};
}
