import { formatMoney } from '../format/formatMoney';
import { guardAmount } from '../guards/amountGuards';
import { effectOnPeriod } from '../guards/moneyLeft';
import { exchangeOf, inAccount, inBudget } from '../levers/accountCurrency';
import { formatUnits } from '../format/formatUnits';
import { atBaseUrl } from '../levers/pushRequest';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { pushNotes } from '../notes/pushNotes';
import { PROTECTING } from '../records/pushRecord';
import { budgetRequest } from './budgetRequest';
import type { DayPart } from './dayParts';
import { planDetails } from './planDetails';
import type { PushJob } from './pushJob';
import { allHeldBack, heldBack, pushed, type PushOutcome } from './pushOutcome';

/** On the last days of a period little or nothing makes up for what a day misses. */
const CLOSING_DAYS = 3;

/** Sets the daily budget of one object to its part of the day's amount. */
export function pushBudget(job: PushJob, part: DayPart, lever: 'day-total' | 'hours'): PushOutcome {
	const { target, level, money, account } = job;
	const { id, amount, current } = part;
	const { currency } = account;
	const object = `${level}/${id}`;
	const edited = { platform: target.platform, object, lever };
	const { allowed, from, dayCeiling, held, urgent } = guardAmount(
		{
			...edited,
			wanted: amount,
			current,
			dayAmount: amount,
			wholeDay: inAccount(toMinorUnits(job.plan.dayAmount, account.budgetCurrency, 'nearest'), account),
			money,
			isOpening: job.period !== null && job.period.spent === job.period.spentToday,
			isClosing: job.period !== null && job.period.daysAhead < CLOSING_DAYS,
			effect: effectOf(part, job),
			amountOnly: lever === 'day-total',
		},
		job,
	);
	const major = (units: number | null) => (units === null ? null : fromMinorUnits(units, currency));
	const edit = { object, lever, from: major(from) };
	const wantedEdit = { ...edit, wanted: fromMinorUnits(amount, currency) };
	const requestOf = (units: number) =>
		budgetRequest(job, id, units, { nextDay: false, details: planDetails(job, lever, units) });
	if (allowed === null || from === null) {
		const notLowered = urgent && held.some(({ code }) => code === 'edits-per-hour');
		const isShown = job.dryRun && from === null && amount > 0;
		const shown = isShown ? atBaseUrl(requestOf(amount), target) : null;
		return { ...allHeldBack(held, wantedEdit, shown), notLowered };
	}
	return pushed(
		{
			...edit,
			to: fromMinorUnits(allowed, currency),
			reason: pushNotes.dailyBudget({
				...changeOf(from, allowed, urgent, currency),
				...allocationOf(part, job),
				planId: job.plan.planId,
				object,
			}),
			dayCeiling: major(dayCeiling),
			...exchangeOf(allowed, account),
			request: requestOf(allowed),
			rollback: requestOf(from),
			held: heldBack(held, wantedEdit, fromMinorUnits(allowed, currency)),
		},
		job,
	);
}

/** A change of a daily budget in minor units, formatted. */
const changeOf = (from: number, to: number, urgent: boolean, currency: string) => ({
	code: to === from ? ('hours' as const) : to > from ? ('raise' as const) : urgent ? PROTECTING : ('lower' as const),
	from: formatUnits(from, currency),
	to: formatUnits(to, currency),
});

/** What a budget of this object instead of its part of the day's amount does to the period, in words. */
const effectOf =
	({ planned }: DayPart, { plan, period, account }: PushJob) =>
	(units: number): string => {
		const { budgetCurrency } = account;
		const minor = (amount: string) => toMinorUnits(amount, budgetCurrency, 'nearest');
		const dayTotal = minor(plan.dayAmount) - minor(planned) + inBudget(units, account);
		return effectOnPeriod(period, dayTotal, budgetCurrency);
	};

/** The amount that a plan allocates to an object, formatted in the budget's currency and, if different, in the account's. */
const allocationOf = ({ planned, amount }: DayPart, { account: { currency, budgetCurrency, rate } }: PushJob) => ({
	planned: formatMoney(planned, budgetCurrency),
	converted: rate === null ? null : { amount: formatUnits(amount, currency), rate },
});
