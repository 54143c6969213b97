import { sum } from 'simple-statistics';

import { isLeftAlone } from '../guards/lastPushGuards';
import { effectOnPeriod } from '../guards/moneyLeft';
import { toMinorUnits } from '../money/minorUnits';
import { guardNotes } from '../notes/guardNotes';
import { statusNotes } from '../notes/statusNotes';
import type { DayPart } from './dayParts';
import type { PushJob } from './pushJob';
import type { StatusWish } from './pushStatus';
import { pausables } from './statusRead';

/**
 * Which objects of a target are to be paused, and which to deliver.
 *
 * Paused is what a prepaid balance, the week, month, quarter, year or flight has no money for, what gets no share of the day, and what could not be lowered in time. What is
 * paused resumes with the money of the next day or period. A budget that somebody has changed, and that is still respected, is not paused.
 *
 * @param notLowered IDs whose cut the platform's quota did not allow, although money is in danger
 */
export function statusWishes(job: PushJob, parts: readonly DayPart[], notLowered: ReadonlySet<string>): StatusWish[] {
	const { level, money } = job;
	const noMoney = reasonWithoutMoney(job);
	return pausables(job).flatMap((pausable): StatusWish[] => {
		const own = level === 'budget' ? parts : parts.filter(({ id }) => id === pausable.id);
		const why =
			noMoney !== null
				? noMoney
				: own.every(({ amount }) => amount === 0)
					? statusNotes.noShare()
					: own.every(({ id }) => notLowered.has(id))
						? statusNotes.notLowered()
						: null;
		if (why !== null && own.some((part) => isEdited(job, part))) return [];
		const effect = effectOfPause(job, own);
		if (why !== null) return [{ ...pausable, wanted: 'paused', why, effect }];
		return money.dayNearlySpent ? [] : [{ ...pausable, wanted: 'enabled', why: '', effect }];
	});
}

/** What has no money left for any object; null if there is some. */
function reasonWithoutMoney({ money, period }: PushJob): string | null {
	if (money.periodLeft !== 0) return null;
	if (money.isBalance) return statusNotes.balanceSpent();
	return period === null ? null : statusNotes.periodSpent(period.horizon);
}

/**
 * What it does to the period if a paused object spends nothing, in words; empty where several campaigns share a budget, which the others may
 * spend.
 */
function effectOfPause({ level, target, plan, period, account }: PushJob, own: readonly DayPart[]): string {
	if (level === 'budget' && target.campaignIds.length > 1) return '';
	const { budgetCurrency } = account;
	const minor = (amount: string) => toMinorUnits(amount, budgetCurrency, 'nearest');
	const others = minor(plan.dayAmount) - sum(own.map(({ planned }) => minor(planned)));
	return effectOnPeriod(period, Math.max(0, others), budgetCurrency, guardNotes.withoutObject);
}

/** Whether somebody has changed the budget of an object, and it is left alone. */
const isEdited = (job: PushJob, { id }: DayPart): boolean =>
	(['day-total', 'hours'] as const).some((lever) =>
		isLeftAlone({ platform: job.target.platform, object: `${job.level}/${id}`, lever }, job),
	);

/** Whether an object gets nothing today and can be paused instead of lowered. */
export const isPausedInstead = (job: PushJob, part: DayPart, parts: readonly DayPart[]): boolean =>
	part.amount === 0 &&
	!isEdited(job, part) &&
	pausables(job).length > 0 &&
	(job.level !== 'budget' || parts.every(({ amount }) => amount === 0));
