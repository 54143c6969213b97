import {
	balanceWords,
	formatInstant,
	formatMoney,
	formatPercent,
	goalWords,
	horizonWords,
	type PacingState,
	type PacingStatus,
} from '../../src/index';
import { balanceItem } from '../shared/balanceItem';
import { horizonItems } from '../shared/horizonItems';
import { isoInstants } from '../shared/isoInstants';
import { rounded } from '../shared/rounded';

/** A budget's definition as fields of an item. */
export const definitionItem = ({ definition }: PacingState) => ({ ...definition });

/** Parts of a status that are in its item only if they are chosen. */
export const STATUS_PARTS = ['pattern', 'plan', 'ratios', 'trends'] as const;
type StatusPart = (typeof STATUS_PARTS)[number];

/** A budget's status as fields of an item, results first: amounts as numbers, the most important ready to print. */
export function statusItem(
	{
		budgetId,
		name,
		status,
		day,
		horizons,
		balance,
		performance,
		pattern,
		plan,
		ratios,
		trends,
		...others
	}: PacingStatus,
	include: readonly StatusPart[],
) {
	const { currency, timeZone, agencyFee, dataUntilMs } = others;
	const { withFee } = day;
	const judged = { currency, agencyFee, status, isReported: dataUntilMs !== null };
	const numbers = ({ spend, revenue, ...ratios }: PacingStatus['performance']['today']) => ({
		spend: Number(spend),
		revenue: revenue === null ? null : Number(revenue),
		...ratios,
	});
	const fields = {
		budgetId,
		name,
		status,
		display: {
			spent: `${formatMoney(day.spent, currency)} of ${formatMoney(day.amount, currency)}`,
			...(withFee && {
				withFee: `${formatMoney(withFee.spent, currency)} of ${formatMoney(withFee.amount, currency)} incl. fee`,
			}),
			utilization: day.utilization === null ? 'no amount today' : formatPercent(day.utilization),
			projected: `${formatMoney(day.projected.low, currency)} to ${formatMoney(day.projected.high, currency)}`,
			horizons: Object.fromEntries(
				Object.entries(horizons).map(([horizon, forecast]) => [horizon, horizonWords(horizon, forecast, judged)]),
			),
			...(others.goal !== undefined && { goal: goalWords(others.goal, currency) }),
			...(balance !== undefined && { balance: balanceWords(balance, judged) }),
			dataUntil: dataUntilMs === null ? 'no data yet' : formatInstant(dataUntilMs, timeZone),
		},
		day: {
			...day,
			amount: Number(day.amount),
			spent: Number(day.spent),
			remaining: Number(day.remaining),
			...(withFee && { withFee: { amount: Number(withFee.amount), spent: Number(withFee.spent) } }),
		},
		horizons: horizonItems(horizons),
		...(balance !== undefined && { balance: balanceItem(balance) }),
		performance: {
			today: numbers(performance.today),
			last7Days: numbers(performance.last7Days),
			last28Days: numbers(performance.last28Days),
		},
		...others,
		...(include.includes('plan') && { plan }),
		...(include.includes('trends') && { trends }),
		...(include.includes('pattern') && { pattern }),
		...(include.includes('ratios') && { ratios }),
	};
	return isoInstants(rounded(fields), timeZone);
}
