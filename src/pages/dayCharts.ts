import { formatMoney, formatShortMoney } from '../format/formatMoney';
import { formatTime } from '../format/formatTime';
import type { SpendPlan } from '../plan/spendPlan';
import type { DayFacts, HourRow } from './dayFacts';
import { band, bar, chart, type Key, level, line, stretch } from './picture';

/** Width of a bar, as a fraction of an hour. */
const BAR_WIDTH = 0.4;

/** Hours between labels. */
const LABEL_EVERY = 3;

/** Planned and delivered spend by hour. */
export function hoursChart(facts: DayFacts, rows: readonly HourRow[]): string {
	const { currency } = facts.plan;
	return chart({
		title: 'Plan and delivery by hour',
		description:
			'Bars of what was planned and delivered in past hours, and of what is planned for the hours that are left.',
		labels: rows.map(({ label }) => label),
		labelEvery: LABEL_EVERY,
		max: Math.max(...rows.flatMap(({ planned, spent }) => [planned, spent ?? 0])),
		format: (amount) => formatShortMoney(amount, currency),
		legend: [{ name: 'delivered', style: 'delivered' }, { name: 'planned', style: 'planned' }, ...outKey(facts)],
		body: (x, y) => {
			const width = (x(1) - x(0)) * BAR_WIDTH;
			const bars = rows.map(({ planned, spent }, hour) => {
				const centre = x(hour + 0.5);
				return (
					bar(centre - width, y(spent ?? 0), width, y(0), 'delivered') + bar(centre, y(planned), width, y(0), 'planned')
				);
			});
			return outOfBudget(facts, x, y) + bars.join('');
		},
	});
}

/** Spend of the day so far beside its plan, and the forecast. */
export function totalsChart(facts: DayFacts, rows: readonly HourRow[]): string {
	const { plan, fan } = facts;
	const { hours, currency, timeZone, dayAmount } = plan;
	const position = positionOf(plan);
	const startMs = hours[0]!.startMs;
	const delivered = [
		{ endMs: startMs, spend: 0 },
		...rows.flatMap(({ total }, hour) => (total === null ? [] : [{ endMs: hours[hour]!.endMs, spend: total }])),
		{ endMs: fan.fromMs, spend: fan.spent },
	];
	const ahead = fan.hours.length === 0 ? [] : [{ endMs: fan.fromMs, spend: sure(fan.spent) }, ...fan.hours];
	const forecast = ahead.length === 0 ? '' : ' and its forecast with an 80% interval if nothing is changed';
	return chart({
		title: ahead.length === 0 ? "Today's spend" : "Today's spend and forecast",
		description: `Spend up to ${formatTime(fan.fromMs, timeZone)} beside the plan${forecast}, against a budget of ${formatMoney(dayAmount, currency)}.`,
		labels: rows.map(({ label }) => label),
		labelEvery: LABEL_EVERY,
		max: Math.max(Number(dayAmount), fan.spent, ...ahead.map(({ spend }) => spend.high)),
		format: (amount) => formatShortMoney(amount, currency),
		legend: [
			{ name: 'delivered', style: 'line' },
			{ name: 'planned', style: 'plan' },
			...(ahead.length === 0 ? [] : [{ name: 'forecast, 80% interval', style: 'band' as const }]),
			{ name: "today's budget", style: 'limit' },
			...outKey(facts),
		],
		body: (x, y) => {
			const at = (ms: number, value: number) => [x(position(ms)), y(value)] as const;
			const planned = [at(startMs, 0), ...rows.map(({ totalPlanned }, hour) => at(hours[hour]!.endMs, totalPlanned))];
			return (
				outOfBudget(facts, x, y) +
				band(
					ahead.map(({ endMs, spend }) => at(endMs, spend.high)),
					ahead.map(({ endMs, spend }) => at(endMs, spend.low)),
				) +
				line(
					ahead.map(({ endMs, spend }) => at(endMs, spend.mean)),
					'middle',
				) +
				level(x(0), x(hours.length), y(Number(dayAmount))) +
				line(planned, 'plan') +
				line(
					delivered.map(({ endMs, spend }) => at(endMs, spend)),
					'line',
				)
			);
		},
	});
}

const sure = (value: number) => ({ mean: value, low: value, high: value });

/** Where an instant of the day stands among its hours. */
function positionOf({ hours }: SpendPlan): (ms: number) => number {
	const startMs = hours[0]!.startMs;
	const lengthMs = hours.at(-1)!.endMs - startMs;
	return (ms) => Math.min(1, Math.max(0, (ms - startMs) / lengthMs)) * hours.length;
}

const outKey = ({ out, plan: { timeZone } }: DayFacts): Key[] =>
	out === null
		? []
		: [
				{
					name: `out of budget ${out.isExpected ? 'from about' : 'since'} ${formatTime(out.fromMs, timeZone)}`,
					style: 'out',
				},
			];

const outOfBudget = ({ out, plan }: DayFacts, x: (position: number) => number, y: (value: number) => number): string =>
	out === null ? '' : stretch(x(positionOf(plan)(out.fromMs)), x(plan.hours.length), y(Infinity), y(0));
