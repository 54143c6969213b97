import { silentSinceMs } from '../learning/usedUp';
import { fromMicros } from '../money/micros';
import { fromMinorUnits } from '../money/minorUnits';
import { addDays, localClock } from '../time/localClock';
import { datesOf } from '../time/period';
import type { DayContext } from './dayContext';

/** Days of the chart. */
const DAYS = 28;

/** Spend of the last 28 full days against an even day of the budget. Major units. */
export interface DailySpend {
	readonly days: readonly { readonly date: string; /** null if it is not known. */ readonly spend: number | null }[];
	/** What a day may spend if longer amounts are spread evenly: the tightest of them; null outside a flight. */
	readonly evenDay: number | null;
}

/** The days before today. Days before the first report and after the last are unknown; one without delivery in between spent nothing. */
export function dailySpend({ learning, date, target, nowMs }: DayContext): DailySpend {
	const { days, definition } = learning;
	const { currency, dailyAmount, timeZone } = definition;
	const first = [...days.keys()].reduce((earliest, one) => (one < earliest ? one : earliest), date);
	const unknownFrom = localClock(silentSinceMs(learning, nowMs) ?? nowMs, timeZone).date;
	const candidates = [
		...(dailyAmount === undefined ? [] : [Number(dailyAmount)]),
		...target.periods.map((one) => Number(fromMinorUnits(one.target, currency)) / datesOf(one.period).length),
	];
	return {
		days: datesOf({ start: addDays(date, -DAYS), end: addDays(date, -1) }).map((one) => {
			const isKnown = one >= first && one < unknownFrom;
			return { date: one, spend: isKnown ? fromMicros(days.get(one)?.spend ?? 0).toNumber() : null };
		}),
		evenDay: candidates.length === 0 || target.from === 'outside-flight' ? null : Math.min(...candidates),
	};
}
