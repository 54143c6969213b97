import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { dayPosition, type PacingSlice } from './dayPosition';

/** What today may spend and has spent. Money in major units. */
export interface DayStanding {
	readonly date: string;
	readonly amount: string;
	/** Which amount of the budget sets the day's: its own, or that of a longer target. */
	readonly amountFrom: string;
	readonly spent: string;
	readonly remaining: string;
	readonly plannedByNow: number;
}

/** Reads from a budget's state where its day stands, without a forecast. */
export function dayStanding(state: PacingSlice, { nowMs }: { nowMs: number }): DayStanding {
	const { currency } = state.definition;
	const { date, dayAmount, target, spent, remaining, plannedByNow } = dayPosition(state, nowMs);
	const money = (amount: number) => fromMinorUnits(toMinorUnits(amount, currency, 'nearest'), currency);
	return {
		date,
		amount: money(dayAmount),
		amountFrom: target.from,
		spent: money(spent),
		remaining: money(remaining),
		plannedByNow,
	};
}
