import { formatMoney, type PacingState, whatIf, worthwhileAmount } from '../../src/index';
import type { ScenarioSettings } from './PacingBudget.settings';

/** Expected results of days with other amounts, as fields of an item each: amounts as numbers, and ready to print. */
export function scenarioItems(
	state: PacingState,
	{ scenarioAmounts, minimumMarginalReturn }: ScenarioSettings,
	nowMs: number,
) {
	const { budgetId, currency, objective } = state.definition;
	const amounts = scenarioAmounts.length === 0 ? undefined : scenarioAmounts;
	const worthwhile = minimumMarginalReturn === 0 ? [] : [worthwhileAmount(state, { minimumMarginalReturn })];
	return [...whatIf(state, { nowMs, amounts }), ...worthwhile].map((answer) => ({
		budgetId,
		currency,
		objective,
		isWorthwhileLimit: answer === worthwhile[0],
		...answer,
		dayAmount: Number(answer.dayAmount),
		unspendable: Number(answer.unspendable),
		campaigns: answer.campaigns.map(({ campaignId, amount }) => ({ campaignId, amount: Number(amount) })),
		display: { dayAmount: formatMoney(answer.dayAmount, currency) },
	}));
}
