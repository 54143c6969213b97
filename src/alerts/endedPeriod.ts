import type { BudgetDefinition } from '../budget/budgetDefinition';
import { calendarPeriod, type Horizon } from '../budget/horizon';
import type { DayContext } from '../forecast/dayContext';
import { formatMoney } from '../format/formatMoney';
import { formatDay } from '../format/formatTime';
import type { Learning } from '../learning/learning';
import { spendBetween } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { exhaustionNotes } from '../notes/exhaustionNotes';
import type { Note } from '../notes/note';
import { periodNotes } from '../notes/periodNotes';
import type { Period } from '../time/period';

/** What is said of a day whose alert fired until it was over. */
export const dayIsOver = (date: string, learning: Learning): Note =>
	exhaustionNotes.dayIsOver(formatDay(date), reportedSpend({ start: date, end: date }, learning));

/** What is said of a week, month, quarter, year or flight that an alert fired about and that is not of today: that it is over, or without an amount. */
export function periodIsGone(horizon: Horizon, start: string, { learning, date }: DayContext): string {
	const period = periodFrom(horizon, start, learning.definition);
	return period !== undefined && period.start === start && period.end < date
		? periodNotes.isOver(horizon, formatDay(start), reportedSpend(period, learning))
		: periodNotes.noAmount(horizon, formatDay(start));
}

/** The period of a date as the budget is defined now; undefined for a flight that was taken out. */
const periodFrom = (horizon: Horizon, date: string, definition: BudgetDefinition): Period | undefined =>
	horizon === 'flight' ? definition.flight : calendarPeriod(horizon, date, definition);

const reportedSpend = ({ start, end }: Period, { days, definition }: Learning): string =>
	formatMoney(fromMicros(spendBetween(days, start, end)).toNumber(), definition.currency);
