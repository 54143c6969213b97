import { type BudgetDefinition, formatMoney, formatTime, type Reallocation } from '../../src/index';
import { planItem } from '../shared/planItem';

/** A reallocation as fields of an item: amounts as numbers, and the moves ready to print. */
export function reallocationItem(
	{ from, to, moves, ...rest }: Reallocation,
	{ budgetId, currency, timeZone }: BudgetDefinition,
) {
	const shown = moves.map(({ hourIndex, campaignId, amount }) =>
		[formatTime(to.hours[hourIndex]!.startMs, timeZone), campaignId, formatMoney(amount, currency)]
			.filter((part) => part !== undefined)
			.join(' '),
	);
	return {
		budgetId,
		...rest,
		from: from === null ? null : planItem(from),
		to: planItem(to),
		moves: moves.map(({ amount, ...move }) => ({ ...move, amount: Number(amount) })),
		display: { moves: shown },
	};
}
