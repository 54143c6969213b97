import { formatMoney, formatShortMoney } from '../format/formatMoney';
import { formatTime } from '../format/formatTime';
import type { FanChart } from '../pacing/fanChart';
import type { SpendPlan } from '../plan/spendPlan';
import { bar, level, picture, through } from './picture';

/** Width of a bar, as a fraction of an hour. */
const BAR_WIDTH = 0.4;

/** Hours between labels. */
const LABEL_EVERY = 3;

/** Planned and delivered spend by hour. Past hours show only delivery, because their planned amount is their spend. */
export function hoursPicture({ hours, currency, timeZone }: SpendPlan): string {
	const money = (amount: number | string) => formatMoney(amount, currency);
	const clock = hours.map(({ startMs }) => formatTime(startMs, timeZone));
	const values = hours.map(({ amount, spent, state }) => ({
		planned: state === 'past' ? null : Number(amount),
		spent: spent === null ? null : Number(spent),
	}));
	return picture({
		title: 'Plan and delivery by hour',
		description: 'Bars of the spend of past hours and the planned amounts of the remaining hours.',
		labels: clock,
		labelEvery: LABEL_EVERY,
		max: Math.max(...values.flatMap(({ planned, spent }) => [planned ?? 0, spent ?? 0])),
		format: (amount) => formatShortMoney(amount, currency),
		legend: [
			{ name: 'delivered', style: 'delivered' },
			{ name: 'planned', style: 'planned' },
		],
		body: (x, y) => {
			const width = (x(1) - x(0)) * BAR_WIDTH;
			return values
				.map(({ planned, spent }, hour) => {
					const left = x(hour + 0.5);
					return (
						bar(left - width, y(spent ?? 0), width, y(0), 'delivered') +
						bar(left, y(planned ?? 0), width, y(0), 'planned')
					);
				})
				.join('');
		},
		table: {
			heads: ['Hour', 'Planned', 'Delivered', 'Cap'],
			rows: hours.map(({ amount, cap, spent, state }, hour) => [
				clock[hour]!,
				state === 'past' ? '-' : money(amount),
				spent === null ? 'not reported' : money(spent),
				state === 'past' ? '-' : money(cap),
			]),
		},
	});
}

/** Fan chart of today's spend: delivered so far, then the forecast with its 80% interval if nothing is changed. */
export function fanChart(
	{ hours, currency, timeZone, dayAmount }: SpendPlan,
	{ spent, fromMs, hours: ahead }: FanChart,
): string {
	const money = (amount: number | string) => formatMoney(amount, currency);
	const clock = (ms: number) => formatTime(ms, timeZone);
	const startMs = hours[0]!.startMs;
	const lengthMs = hours.at(-1)!.endMs - startMs;
	const position = (ms: number) => ((ms - startMs) / lengthMs) * hours.length;
	let total = 0;
	const delivered = [
		{ endMs: startMs, spend: 0 },
		...hours
			.filter(({ spent: own, endMs }) => own !== null && endMs <= fromMs)
			.map(({ endMs, spent: own }) => ({ endMs, spend: (total += Number(own)) })),
		{ endMs: fromMs, spend: spent },
	];
	const fan = [{ endMs: fromMs, spend: { mean: spent, low: spent, high: spent } }, ...ahead];
	return picture({
		title: "Today's spend and forecast",
		description: `Spend up to ${clock(fromMs)} and its forecast with an 80% interval if nothing is changed, against a budget of ${money(dayAmount)}.`,
		labels: hours.map((hour) => clock(hour.startMs)),
		labelEvery: LABEL_EVERY,
		max: Math.max(Number(dayAmount), ...fan.map(({ spend }) => spend.high)),
		format: (amount) => formatShortMoney(amount, currency),
		legend: [
			{ name: 'delivered', style: 'line' },
			{ name: 'forecast, 80% interval', style: 'band' },
			{ name: "today's budget", style: 'limit' },
		],
		body: (x, y) => {
			const at = (ms: number, value: number) => [x(position(ms)), y(value)] as const;
			const band = [
				...fan.map(({ endMs, spend }) => at(endMs, spend.high)),
				...fan.map(({ endMs, spend }) => at(endMs, spend.low)).reverse(),
			];
			const middle = fan.map(({ endMs, spend }) => at(endMs, spend.mean));
			const line = delivered.map(({ endMs, spend }) => at(endMs, spend));
			return (
				`<path class="band" d="${through(band)}Z"/><path class="middle" d="${through(middle)}"/>` +
				level(x(0), x(hours.length), y(Number(dayAmount))) +
				`<path class="line" d="${through(line)}"/>`
			);
		},
		table: {
			heads: ['Until', 'Expected spend', 'Low', 'High'],
			rows: fan.map(({ endMs, spend }) => [clock(endMs), money(spend.mean), money(spend.low), money(spend.high)]),
		},
	});
}
