import { type BudgetDefinition, formatMoney, formatTime, type Reallocation } from '../../src/index';
import { PLAN_PARTS, planItem } from '../shared/planItem';
import { rounded } from '../shared/rounded';

/** Parts of a reallocation that are in its item only if they are chosen. */
export const REALLOCATION_PARTS = [...PLAN_PARTS, 'evidence', 'from'] as const;
type ReallocationPart = (typeof REALLOCATION_PARTS)[number];

/** A reallocation as fields of an item, results first: amounts as numbers, and the moves ready to print. */
export function reallocationItem(
	{ from, to, moves, evidence, ...rest }: Reallocation,
	{ budgetId, currency, timeZone }: BudgetDefinition,
	include: readonly ReallocationPart[],
) {
	const planParts = PLAN_PARTS.filter((part) => include.includes(part));
	const shown = moves.map(({ hourIndex, campaignId, amount }) =>
		[formatTime(to.hours[hourIndex]!.startMs, timeZone), campaignId, formatMoney(amount, currency)]
			.filter((part) => part !== undefined)
			.join(' '),
	);
	return {
		budgetId,
		...rest,
		display: { moves: shown },
		moves: moves.map(({ amount, ...move }) => ({ ...move, amount: Number(amount) })),
		to: planItem(to, planParts),
		...(include.includes('from') && { from: from === null ? null : planItem(from, planParts) }),
		...(include.includes('evidence') && { evidence: rounded(evidence) }),
	};
}
