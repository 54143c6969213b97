import { UserError } from '../errors';
import { withUnreported } from '../learning/unreported';
import { localClock } from '../time/localClock';
import { dayOffer } from './dayOffer';
import { dayRule } from './dayRule';
import { type DayTarget, dayTarget } from './dayTarget';
import type { PlanContext } from './planContext';

/**
 * The day target, given what was learned.
 *
 * @throws UserError if the date is over or does not exist
 */
export function targetOf(context: PlanContext): DayTarget {
	const { learning, nowMs, date, day, unreported } = context;
	const { definition, days, dataUntilMs } = learning;
	const { timeZone } = definition;
	const today = localClock(nowMs, timeZone).date;
	if (day.length === 0 || date < today) {
		throw new UserError(
			`${date} cannot be planned: in ${timeZone} it is ${today} already`,
			"Leave 'Date' empty for today, or choose a later day.",
		);
	}
	const reportedUntil = localClock(dataUntilMs ?? 0, timeZone).date;
	const targets = { definition, days: withUnreported(days, unreported, today), date, today, reportedUntil };
	return dayOffer(context, dayTarget(targets, dayRule(context)));
}
