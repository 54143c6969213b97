import type { IDataObject } from 'n8n-workflow';

import { displayMoney, type PacingState, whatIf, worthwhileAmount } from '../../src/index';
import type { WhatIfSettings } from './PacingBudget.settings';

/** What other amounts would bring, as fields of an item each: amounts as numbers, and ready to print. */
export function whatIfItems(
	state: PacingState,
	{ whatIfAmounts, leastReturn }: WhatIfSettings,
	nowMs: number,
): IDataObject[] {
	const { budgetId, currency, objective } = state.definition;
	const amounts = whatIfAmounts.length === 0 ? undefined : whatIfAmounts;
	const worthwhile = leastReturn === 0 ? [] : [worthwhileAmount(state, { leastReturn })];
	return [...whatIf(state, { nowMs, amounts }), ...worthwhile].map(
		(answer) =>
			({
				budgetId,
				currency,
				objective,
				isWorthwhileLimit: answer === worthwhile[0],
				...answer,
				dayAmount: Number(answer.dayAmount),
				unspendable: Number(answer.unspendable),
				campaigns: answer.campaigns.map(({ campaignId, amount }) => ({ campaignId, amount: Number(amount) })),
				display: { dayAmount: displayMoney(answer.dayAmount, currency) },
			}) as unknown as IDataObject,
	);
}
