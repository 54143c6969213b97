import { withFee } from '../budget/agencyFee';
import type { DayContext } from '../forecast/dayContext';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import type { Interval } from '../statistics/interval';

/** What today may spend and has spent. Amounts in major units. */
export interface DayStatus {
	readonly date: string;
	readonly amount: string;
	/** The amount of the budget that sets the day's: the daily one, or that of a longer target. */
	readonly amountFrom: string;
	/** As reported. */
	readonly spent: string;
	/** Expected but not reported, major units; it does not remain. */
	readonly unreported: Interval;
	readonly remaining: string;
	readonly plannedByNow: number;
	/** Amount and spend with the agency's fee; absent without one. */
	readonly withFee?: { readonly amount: string; readonly spent: string };
}

/** Status of a budget's day, without a forecast. */
export function dayStatus(context: DayContext): DayStatus {
	const { date, dayAmount, target, spent, unreported, remaining, plannedByNow, learning } = context;
	const { currency, agencyFee } = learning.definition;
	const money = (amount: number) => fromMinorUnits(toMinorUnits(amount, currency, 'nearest'), currency);
	return {
		date,
		amount: money(dayAmount),
		amountFrom: target.from,
		spent: money(spent),
		unreported: unreported.today,
		remaining: money(remaining),
		plannedByNow,
		...(agencyFee !== undefined && {
			withFee: { amount: withFee(dayAmount, agencyFee, currency), spent: withFee(spent, agencyFee, currency) },
		}),
	};
}
