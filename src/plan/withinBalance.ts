import { minorUnitsOfMicros } from '../money/minorUnits';
import { addDays } from '../time/localClock';
import { balanceOf } from './balance';
import type { DayAhead, DayTarget } from './dayTarget';
import type { TargetContext } from './targetContext';

/**
 * A day's target and those of the days after it, within what is left of a prepaid balance: the days get their amounts until it is gone, and what is paid on a
 * later day counts from that day on.
 *
 * @param amountOn what the amounts of the budget give a day, minor units; the days before the one in question get theirs first
 */
export function withinBalance(
	context: TargetContext,
	target: DayTarget,
	amountOn: (date: string) => number,
): DayTarget {
	const balance = balanceOf(context);
	if (balance === undefined) return target;
	const { date, today, days, definition } = context;
	const paidBetween = (after: string, until: string) =>
		balance.topUps.reduce((paid, topUp) => (topUp.date > after && topUp.date <= until ? paid + topUp.amount : paid), 0);
	const spentToday = minorUnitsOfMicros(days.get(today)?.spend ?? 0, definition.currency);
	let left = balance.atStart;
	for (let day = today; day < date; day = addDays(day, 1)) {
		const spent = day === today ? spentToday : 0;
		left = Math.max(0, left - Math.max(spent, Math.min(amountOn(day), left))) + paidBetween(day, addDays(day, 1));
	}
	left = Math.max(0, left);
	const isTighter = left < target.amount;
	const amount = isTighter ? left : target.amount;
	left -= amount;
	let before = date;
	const ahead = target.ahead.map((day): DayAhead => {
		left += paidBetween(before, day.date);
		before = day.date;
		const own = Math.min(day.amount, left);
		left -= own;
		return own < day.amount ? { ...day, amount: own, reason: 'balance' } : day;
	});
	return { ...target, amount, ahead, balance, ...(isTighter && { from: 'balance' }) };
}
