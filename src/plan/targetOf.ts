import { UserError } from '../errors';
import { withUnreported } from '../learning/unreported';
import { rememberLast } from '../rememberLast';
import { localClock } from '../time/localClock';
import { dayOffer } from './dayOffer';
import { dayRule } from './dayRule';
import type { DaySpread } from './daySpread';
import { type DayTarget, dayTarget } from './dayTarget';
import { flightWeight } from './flightCurve';
import type { PlanContext } from './planContext';
import type { TargetContext } from './targetContext';
import { withinBalance } from './withinBalance';

/**
 * The day target, given what was learned.
 *
 * @throws UserError if the date is over or does not exist
 */
export const targetOf = rememberLast((context: PlanContext): DayTarget => targetBy(context, dayRule(context)));

/** What the date was to spend when it began: where amounts are spread again every hour, a day that spends nothing soon has nothing to miss. */
export const morningTarget = rememberLast(
	(context: PlanContext): DayTarget => targetBy(context, dayRule(context, true)),
);

function targetBy(context: PlanContext, rule: DaySpread): DayTarget {
	const targets = targetsOf(context);
	const amountOn = (date: string) => dayTarget({ ...targets, date }, rule).amount;
	return withinBalance(targets, dayOffer(context, dayTarget(targets, rule)), amountOn);
}

/** @throws UserError if the date is over or does not exist */
function targetsOf(context: PlanContext): TargetContext {
	const { learning, strategy, nowMs, date, day, unreported } = context;
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
	return {
		definition,
		days: withUnreported(days, unreported, today),
		date,
		today,
		reportedUntil,
		flightWeight: flightWeight({ definition, strategy }),
	};
}
