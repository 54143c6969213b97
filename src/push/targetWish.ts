import type { BudgetUse, PeriodProjection } from '../forecast/biddingFacts';
import { formatMoney } from '../format/formatMoney';
import type { Note } from '../notes/note';
import { targetNotes } from '../notes/targetNotes';
import type { SpendPlan } from '../plan/spendPlan';

/** Days until a changed target shows in spend. Chosen by this package: platforms publish no figure. */
export const SETTLE_DAYS = 3;

/** Spend over daily budgets above which budgets do not hold it: a platform may overspend a week by a few percent and makes up for it. */
const OVERSPENT_SHARE = 1.1;

/** Whether a bidding target is to be changed: a looser one can be spent on more results, a tighter one on fewer. */
export type TargetWish =
	| { readonly action: 'hold'; readonly reason: Note }
	| {
			readonly action: 'loosen' | 'tighten';
			/** By what part of it, > 0: the part by which the spend of the days left is to change. Infinite where nothing is spent. */
			readonly fraction: number;
			/** Why, as the beginning of a sentence. */
			readonly why: string;
	  };

/**
 * Whether the period's amount needs another bidding target: if its projection ends clearly short while campaigns leave their daily budgets unspent, or
 * clearly over while they spend more than their budgets. Where a daily budget can do it, the target stays as it is.
 *
 * fraction = |amount left / expected spend of the days left - 1|: spend is assumed to follow the target one to one; the bound of a week limits what a wrong
 * assumption can do.
 *
 * @param use      of the campaign that the target steers
 * @param limitOfAll what limits all campaigns together
 * @param currency of the projection
 */
export function targetWish(
	projection: PeriodProjection | null,
	use: BudgetUse | null,
	limitOfAll: SpendPlan['limitedBy'],
	currency: string,
): TargetWish {
	if (projection === null) return hold(targetNotes.noProjection());
	const { horizon, target, spent, projected, daysAhead } = projection;
	const money = (amount: number) => formatMoney(amount, currency);
	const words = targetNotes.projected(horizon, money(projected.low), money(projected.high), money(target));
	const isShort = projected.high < target;
	const isOver = projected.low > target;
	if (!isShort && !isOver) return hold(targetNotes.onTarget(words));
	if (daysAhead < SETTLE_DAYS) return hold(targetNotes.periodEnding(words, SETTLE_DAYS));
	const fraction = Math.abs((target - spent) / Math.max(0, projected.mean - spent) - 1);
	if (isShort) {
		if (use === null || use.limitedBy === null) return hold(targetNotes.limitUnknown(words));
		if (use.limitedBy === 'budget') return hold(targetNotes.limitedByBudget(words));
		if (limitOfAll === 'budget') return hold(targetNotes.othersFirst(words));
		return { action: 'loosen', fraction, why: targetNotes.short(words) };
	}
	if (use === null || use.spentShare === null) return hold(targetNotes.limitUnknown(words));
	if (use.spentShare <= OVERSPENT_SHARE) return hold(targetNotes.budgetsControl(words));
	return { action: 'tighten', fraction, why: targetNotes.over(words, use.spentShare) };
}

const hold = (reason: Note): TargetWish => ({ action: 'hold', reason });
