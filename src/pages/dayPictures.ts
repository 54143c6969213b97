import { formatMoney, formatShortInterval } from '../format/formatMoney';
import { hoursChart, totalsChart } from './dayCharts';
import { type DayFacts, hourRows } from './dayFacts';
import { panel } from './picture';

/** Plan and delivery of today, hour by hour and in total, with the forecast and its 80% interval if nothing is changed. */
export function dayPictures(facts: DayFacts): string {
	const { plan, fan, out } = facts;
	const { currency } = plan;
	const rows = hourRows(facts);
	const money = (amount: number | string) => formatMoney(amount, currency);
	const forecasts = new Map(fan.hours.map(({ endMs, spend }) => [endMs, formatShortInterval(spend, currency)]));
	return panel([hoursChart(facts, rows), totalsChart(facts, rows)], {
		heads: [
			out === null ? 'Hour' : 'Hour (* out of budget)',
			'Planned',
			'Delivered',
			'Cap',
			'Planned in total',
			'Delivered or expected in total',
		],
		rows: rows.map(({ label, planned, spent, totalPlanned, total }, hour) => {
			const { state, cap, startMs, endMs } = plan.hours[hour]!;
			return [
				out !== null && startMs >= out.fromMs ? `${label} *` : label,
				money(planned),
				spent !== null ? money(spent) : state === 'planned' ? '-' : 'not reported',
				state === 'past' ? '-' : money(cap),
				money(totalPlanned),
				forecasts.get(endMs) ?? (total === null ? 'not known' : money(total)),
			];
		}),
	});
}
