import {
	formatInstant,
	formatMoney,
	formatPercent,
	horizonWords,
	type PacingState,
	type PacingStatus,
} from '../../src/index';
import { horizonItems } from '../shared/horizonItems';

/** A budget's definition as fields of an item. */
export const definitionItem = ({ definition }: PacingState) => ({ ...definition });

/** A budget's status as fields of an item: amounts as numbers, the most important ready to print. */
export function statusItem(status: PacingStatus) {
	const { currency, timeZone, day, horizons, performance, dataUntilMs } = status;
	const judged = { currency, status: status.status, isReported: dataUntilMs !== null };
	const numbers = ({ spend, revenue, ...ratios }: PacingStatus['performance']['today']) => ({
		spend: Number(spend),
		revenue: revenue === null ? null : Number(revenue),
		...ratios,
	});
	return {
		...status,
		day: { ...day, amount: Number(day.amount), spent: Number(day.spent), remaining: Number(day.remaining) },
		horizons: horizonItems(horizons),
		performance: {
			today: numbers(performance.today),
			last7Days: numbers(performance.last7Days),
			last28Days: numbers(performance.last28Days),
		},
		display: {
			spent: `${formatMoney(day.spent, currency)} of ${formatMoney(day.amount, currency)}`,
			utilization: day.utilization === null ? 'no amount today' : formatPercent(day.utilization),
			projected: `${formatMoney(day.projected.low, currency)} to ${formatMoney(day.projected.high, currency)}`,
			horizons: Object.fromEntries(
				Object.entries(horizons).map(([horizon, forecast]) => [horizon, horizonWords(horizon, forecast, judged)]),
			),
			dataUntil: dataUntilMs === null ? 'no data yet' : formatInstant(dataUntilMs, timeZone),
		},
	};
}
