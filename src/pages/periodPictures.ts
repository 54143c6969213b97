import { formatMoney, formatShortInterval } from '../format/formatMoney';
import { formatWeekday } from '../format/formatTime';
import type { PeriodDay, PeriodDays } from '../status/periodDays';
import { burnUpChart } from './burnUpChart';
import { htmlTable } from './html';
import { periodDaysChart } from './periodDaysChart';
import { editsInWords, type PeriodFacts } from './periodFacts';
import { panel } from './picture';

/** Days that are shown of a long flight, around today: as many as print has room for. */
const SHOWN_DAYS = 31;

/** A week, month, quarter, year or flight by day and in total, the table of both, and the edits of its budgets. */
export function periodPictures(facts: PeriodFacts): string {
	const { period, currency, planned } = facts;
	const days = shownDays(period);
	const amount = (date: string) => moneyOr(planned.get(date), '-', currency);
	const charts = [periodDaysChart(facts, days), burnUpChart(facts)];
	return panel(
		charts,
		{
			heads: ['Day', 'Needed', 'Planned', 'Spent or expected', 'Total'],
			rows: days.map((day) => [
				formatWeekday(day.date),
				moneyOr(day.needed, 'not known', currency),
				amount(day.date),
				spentOrExpected(day, period.today, currency),
				day.forecast === null
					? moneyOr(day.total, day.date > period.today ? '-' : 'not known', currency)
					: formatShortInterval(day.forecast.total, currency),
			]),
		},
		editsTable(facts, days),
	);
}

const moneyOr = (amount: number | null | undefined, otherwise: string, currency: string): string =>
	amount === null || amount === undefined ? otherwise : formatMoney(amount, currency);

function spentOrExpected({ date, spent, forecast }: PeriodDay, today: string, currency: string): string {
	const expected = forecast === null ? '' : formatShortInterval(forecast.spend, currency);
	if (spent === null) return expected === '' && date > today ? '-' : expected || 'not known';
	const known = formatMoney(spent, currency);
	return date === today ? `${known} so far` : known;
}

/** Days on which budgets were edited: by whom and why; empty without any. */
function editsTable({ period: { today }, currency, planned, edits }: PeriodFacts, days: readonly PeriodDay[]): string {
	const edited = days.filter(({ date }) => edits.has(date));
	if (edited.length === 0) return '';
	const rows = edited.map((day) => [
		formatWeekday(day.date),
		moneyOr(planned.get(day.date), '-', currency),
		spentOrExpected(day, today, currency),
		editsInWords(edits.get(day.date)!),
	]);
	const table = htmlTable(['Day', 'Planned', 'Spent', 'Edits of budgets'], rows);
	return `<details class="edits"><summary>The edits</summary>${table}</details>`;
}

function shownDays({ days, today }: PeriodDays): readonly PeriodDay[] {
	const position = days.findIndex(({ date }) => date === today);
	const first = Math.max(0, Math.min(position - Math.floor(SHOWN_DAYS / 2), days.length - SHOWN_DAYS));
	return days.slice(first, first + SHOWN_DAYS);
}
