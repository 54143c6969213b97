import { quantileSorted } from 'simple-statistics';

import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { LEVEL } from '../statistics/interval';
import { addDays } from '../time/localClock';
import { datesOf } from '../time/period';
import type { DayContext } from './dayContext';
import { laterDays } from './laterDays';

/** Days that are looked ahead: as many as the longest flight. */
const DAYS_AHEAD = 365;

/** How long a prepaid balance lasts if days continue as before and nothing but the payments that are entered is added. */
export interface BalanceForecast {
	/** What was paid so far, less reported spend; decimal string, negative if more was spent. */
	readonly left: string;
	/** The local dates on which it will be gone, by the quantiles of the interval; null where that is more than a year away. null without spend history. */
	readonly runsOut: {
		readonly median: string | null;
		readonly low: string | null;
		readonly high: string | null;
		readonly level: number;
	} | null;
	/** Days from today until the median; null where it is not known or more than a year away. */
	readonly daysLeft: number | null;
}

/** The forecast of a prepaid balance; undefined without one. */
export function balanceForecast(context: DayContext): BalanceForecast | undefined {
	const { target, learning, spent, date, ahead } = context;
	const { balance } = target;
	if (balance === undefined) return undefined;
	const { currency } = learning.definition;
	const left = balance.atStart - toMinorUnits(spent, currency, 'nearest');
	const shown = fromMinorUnits(left, currency);
	if (left <= 0) {
		return { left: shown, runsOut: { median: date, low: date, high: date, level: LEVEL }, daysLeft: 0 };
	}
	const model = learning.spendModel;
	if (model === null || ahead === null) return { left: shown, runsOut: null, daysLeft: null };
	const rest = ahead.map((amount) => Number(shown) - amount);
	const lasting = rest.map((amount) => (amount <= 0 ? 0 : Infinity));
	const later = datesOf({ start: addDays(date, 1), end: addDays(date, DAYS_AHEAD) });
	const paidOn = new Map<string, number>();
	for (const { date: day, amount } of balance.topUps) {
		paidOn.set(day, (paidOn.get(day) ?? 0) + Number(fromMinorUnits(amount, currency)));
	}
	let position = 0;
	for (const day of laterDays(model, context, later, rest.length)) {
		const paid = paidOn.get(later[position++]!) ?? 0;
		rest.forEach((_, path) => {
			rest[path]! += paid - day[path]!;
			if (rest[path]! <= 0 && lasting[path] === Infinity) lasting[path] = position;
		});
		if (lasting.every(Number.isFinite)) break;
	}
	const sorted = Array.from(lasting.sort());
	const tail = (1 - LEVEL) / 2;
	const dayAt = (share: number): number => Math.ceil(quantileSorted(sorted, share));
	const dateAt = (days: number) => (Number.isFinite(days) ? addDays(date, days) : null);
	const daysLeft = dayAt(0.5);
	return {
		left: shown,
		runsOut: { median: dateAt(daysLeft), low: dateAt(dayAt(tail)), high: dateAt(dayAt(1 - tail)), level: LEVEL },
		daysLeft: Number.isFinite(daysLeft) ? daysLeft : null,
	};
}
