import { calendarPeriod, type Horizon } from '../budget/horizon';
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

/** What is said of a week, month, quarter, year or flight whose alert fired until it was over. */
export function periodIsOver(horizon: Horizon, start: string, learning: Learning): string {
	const { definition } = learning;
	const end = horizon === 'flight' ? definition.flight?.end : calendarPeriod(horizon, start, definition).end;
	const spent = end === undefined ? null : reportedSpend({ start, end }, learning);
	return periodNotes.isOver(horizon, formatDay(start), spent);
}

const reportedSpend = ({ start, end }: Period, { days, definition }: Learning): string =>
	formatMoney(fromMicros(spendBetween(days, start, end)).toNumber(), definition.currency);
