import { formatShortMoney } from '../format/formatMoney';
import { formatDate } from '../format/formatTime';
import type { BudgetEdit } from '../messages/budgetEdits';
import type { PeriodDay } from '../status/periodDays';
import { dayAxis, editsInWords, type PeriodFacts } from './periodFacts';
import { band, bar, chart, line, mark } from './picture';

/** Width of a bar, as a fraction of a day. */
const BAR_WIDTH = 0.36;

/** Marks stand above the highest value. */
const ROOM_FOR_MARKS = 1.2;

/** Spent and planned by day, the interval of the days ahead, what each day had to spend, and where budgets were edited. */
export function periodDaysChart({ period, currency, planned, edits }: PeriodFacts, days: readonly PeriodDay[]): string {
	const amounts = days.flatMap(({ date, spent, needed, forecast }) => [
		spent ?? 0,
		needed ?? 0,
		planned.get(date) ?? 0,
		forecast?.spend.high ?? 0,
	]);
	const highest = Math.max(...amounts);
	const has = (by: BudgetEdit['by']) => days.some(({ date }) => edits.get(date)?.some((edit) => edit.by === by));
	const hasForecast = days.some(({ forecast }) => forecast !== null);
	return chart({
		title: `The ${period.horizon} by day`,
		description: `Spend of each day beside what it had to spend, the plan and the 80% interval of the days ahead if nothing is changed, and marks where budgets were edited.`,
		...dayAxis(days),
		max: highest * ROOM_FOR_MARKS,
		format: (amount) => formatShortMoney(amount, currency),
		legend: [
			{ name: 'spent', style: 'delivered' },
			...(planned.size === 0 ? [] : [{ name: 'planned', style: 'planned' as const }]),
			...(hasForecast ? [{ name: 'expected, 80% interval', style: 'band' as const }] : []),
			{ name: 'needed a day', style: 'needed' },
			...(has('us') ? [{ name: 'edited by us', style: 'ours' as const }] : []),
			...(has('somebody') ? [{ name: 'edited by somebody', style: 'somebody' as const }] : []),
		],
		body: (x, y) => {
			const width = (x(1) - x(0)) * BAR_WIDTH;
			const marks = { us: y(highest * 1.06), somebody: y(highest * 1.15) };
			const fan = days.flatMap(({ forecast }, day) => (forecast === null ? [] : [{ day, ...forecast.spend }]));
			const bars = days.map(({ date, spent }, day) => {
				const centre = x(day + 0.5);
				return (
					bar(centre - width, y(spent ?? 0), width, y(0), 'delivered') +
					bar(centre, y(planned.get(date) ?? 0), width, y(0), 'planned')
				);
			});
			return (
				band(
					fan.map(({ day, high }) => [x(day + 0.5), y(high)]),
					fan.map(({ day, low }) => [x(day + 0.5), y(low)]),
				) +
				bars.join('') +
				steps(days, x, y) +
				days.map(({ date }, day) => marksOf(date, edits.get(date) ?? [], x(day + 0.5), marks)).join('')
			);
		},
	});
}

/** What each day had to spend, as a line with a step at midnight. */
function steps(days: readonly PeriodDay[], x: (position: number) => number, y: (value: number) => number): string {
	const points = days.flatMap(({ needed }, day) =>
		needed === null ? [] : [[x(day), y(needed)] as const, [x(day + 1), y(needed)] as const],
	);
	return line(points, 'needed');
}

const marksOf = (
	date: string,
	edits: readonly BudgetEdit[],
	x: number,
	heights: Readonly<Record<BudgetEdit['by'], number>>,
): string =>
	(['us', 'somebody'] as const)
		.map((by) => ({ by, own: edits.filter((edit) => edit.by === by) }))
		.filter(({ own }) => own.length > 0)
		.map(({ by, own }) =>
			mark(x, heights[by], by === 'us' ? 'ours' : 'somebody', `${formatDate(date)}: ${editsInWords(own)}`),
		)
		.join('');
