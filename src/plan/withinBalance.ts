import { minorUnitsOfMicros } from '../money/minorUnits';
import { balanceOf } from './balance';
import type { DayAhead, DayTarget } from './dayTarget';
import type { TargetContext } from './targetContext';

/**
 * A day's target and those of the days after it, within what is left of a prepaid balance: the days get their amounts until it is gone, and what is paid on a
 * later day counts from that day on.
 */
export function withinBalance(context: TargetContext, target: DayTarget): DayTarget {
	const balance = balanceOf(context);
	if (balance === undefined) return target;
	const { date, today, days, definition } = context;
	const paidBetween = (after: string, until: string) =>
		balance.topUps.reduce((paid, topUp) => (topUp.date > after && topUp.date <= until ? paid + topUp.amount : paid), 0);
	const spentToday = date > today ? minorUnitsOfMicros(days.get(today)?.spend ?? 0, definition.currency) : 0;
	let left = Math.max(0, balance.atStart - spentToday + paidBetween(today, date));
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
