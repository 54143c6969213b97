import { formatMoney } from '../format/formatMoney';
import { formatPercent } from '../format/formatNumber';
import type { ExhaustionForecast } from '../pacing/exhaustionForecast';
import { bar, level, picture, whisker } from './picture';

/** Spend so far and projection of week, month and flight, as shares of the target. Empty without such a target. */
export function horizonsPicture(horizons: ExhaustionForecast['horizons'], currency: string): string {
	const targets = Object.entries(horizons).map(([name, horizon]) => ({
		name,
		...horizon,
		spentShare: horizon.utilization,
		projectedShare: {
			mean: horizon.projected.mean / Number(horizon.target),
			low: horizon.projected.low / Number(horizon.target),
			high: horizon.projected.high / Number(horizon.target),
		},
	}));
	if (targets.length === 0) return '';
	const money = (amount: number | string) => formatMoney(amount, currency);
	return picture({
		title: 'Longer targets: spent so far and projected',
		description: 'For each target, the share spent and the projection to its end with an 80% interval.',
		labels: targets.map(({ name }) => name),
		labelEvery: 1,
		max: Math.max(1, ...targets.map(({ projectedShare, spentShare }) => Math.max(projectedShare.high, spentShare))),
		format: formatPercent,
		legend: [
			{ name: 'spent', style: 'delivered' },
			{ name: 'projected, 80% interval', style: 'whisker' },
			{ name: 'target', style: 'limit' },
		],
		body: (x, y) =>
			level(x(0), x(targets.length), y(1)) +
			targets
				.map(({ spentShare, projectedShare: { mean, low, high } }, position) => {
					const width = Math.min(90, (x(1) - x(0)) * 0.3);
					const centre = x(position + 0.5);
					return (
						bar(centre - width, y(spentShare), width, y(0), 'delivered') +
						whisker(centre + width / 2, y(mean), y(low), y(high))
					);
				})
				.join(''),
		table: {
			heads: [
				'Target',
				'Amount',
				'Spent',
				'Time over',
				'Pace',
				'Needed a day',
				'Projected',
				'Low',
				'High',
				'Probability of running out early',
			],
			rows: targets.map(({ name, target, spent, elapsed, pace, neededPerDay, projected, probability }) => [
				name,
				money(target),
				money(spent),
				formatPercent(elapsed),
				pace === null ? 'not known' : pace.toFixed(2),
				money(neededPerDay),
				money(projected.mean),
				money(projected.low),
				money(projected.high),
				formatPercent(probability),
			]),
		},
	});
}
