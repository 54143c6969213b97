import { mean } from 'simple-statistics';

import { formatMoney, formatShortMoney } from '../format/formatMoney';
import { formatPercent } from '../format/formatNumber';
import { dayAxis, type PeriodFacts } from './periodFacts';
import { band, chart, level, line } from './picture';

/** Cumulative spend of the period against its amount, the pace that is meant, what is needed, and the interval at its end. */
export function burnUpChart({ period, currency }: Pick<PeriodFacts, 'period' | 'currency'>): string {
	const { days, today, target, elapsed, horizon, pacing, assumed } = period;
	const money = (amount: number) => formatMoney(amount, currency);
	const first = days.findIndex(({ total }) => total !== null);
	const now = elapsed * days.length;
	const known = days.flatMap(({ date, total }, day) =>
		total === null ? [] : [{ at: date === today ? now : day + 1, total }],
	);
	const spent = first === -1 ? [] : [{ at: first, total: assumed }, ...known];
	const last = spent.at(-1);
	const ahead = days.flatMap(({ forecast }, day) => (forecast === null ? [] : [{ at: day + 1, ...forecast.total }]));
	const from =
		ahead.length === 0 || last === undefined
			? []
			: [{ at: last.at, mean: last.total, low: last.total, high: last.total }];
	const fan = [...from, ...ahead];
	const left = days.flatMap(({ date, needed }) => (date < today || needed === null ? [] : [needed]));
	const needed = left.length === 0 ? 0 : mean(left);
	const due =
		pacing === 'even'
			? [{ at: days.length, total: target }]
			: days.map((day, position) => ({ at: position + 1, total: day.due }));
	const end = ahead.at(-1);
	const projected =
		end === undefined ? '' : ` It is projected at ${money(end.mean)} (${money(end.low)} to ${money(end.high)}).`;
	return chart({
		title: `The ${horizon} in total`,
		description: `Spend so far against ${money(target)}, with ${formatPercent(elapsed)} of the time over.${projected}`,
		...dayAxis(days),
		max: Math.max(target, last?.total ?? 0, ...fan.map(({ high }) => high)),
		format: (amount) => formatShortMoney(amount, currency),
		legend: [
			{ name: 'spent', style: 'line' },
			...(fan.length === 0 ? [] : [{ name: 'projected, 80% interval', style: 'band' as const }]),
			...(last === undefined ? [] : [{ name: `needed: ${money(needed)} a day`, style: 'needed' as const }]),
			{ name: pacing === 'milestones' ? 'pace by its milestones' : `${pacing} pace`, style: 'plan' },
			{ name: `amount of the ${horizon}`, style: 'limit' },
			{ name: `now: ${formatPercent(elapsed)} of the time is over`, style: 'now' },
		],
		body: (x, y) => {
			const path = (points: readonly { readonly at: number; readonly total: number }[]) =>
				points.map(({ at, total }) => [x(at), y(total)] as const);
			return (
				band(
					fan.map(({ at, high }) => [x(at), y(high)]),
					fan.map(({ at, low }) => [x(at), y(low)]),
				) +
				line(
					fan.map(({ at, mean }) => [x(at), y(mean)]),
					'middle',
				) +
				level(x(0), x(days.length), y(target)) +
				line(path([{ at: 0, total: 0 }, ...due]), 'plan') +
				(last === undefined || last.total >= target
					? ''
					: line(path([last, { at: days.length, total: target }]), 'needed')) +
				line(
					[
						[x(now), y(0)],
						[x(now), y(Infinity)],
					],
					'now',
				) +
				line(path(spent), 'line')
			);
		},
	});
}
