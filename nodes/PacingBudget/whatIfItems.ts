import type { IDataObject } from 'n8n-workflow';

import { type PacingState, PacingBudgetSettings, type WhatIf, whatIf, worthwhileAmount } from '../../src/index';
import { formatMoney } from '../shared/display';

export const WhatIfSettings = PacingBudgetSettings.pick({ whatIfAmounts: true, leastReturn: true });

interface Answers {
	readonly answers: readonly WhatIf[];
	/** For the amount beyond which the next money brings too little; null where that was not asked. */
	readonly worthwhile: WhatIf | null;
}

/** What a user asked of other amounts. */
export const answersTo = (
	{ whatIfAmounts, leastReturn }: Pick<PacingBudgetSettings, 'whatIfAmounts' | 'leastReturn'>,
	state: PacingState,
	nowMs: number,
): Answers => ({
	answers: whatIf(state, { nowMs, amounts: whatIfAmounts.length === 0 ? undefined : whatIfAmounts }),
	worthwhile: leastReturn === 0 ? null : worthwhileAmount(state, { leastReturn }),
});

/** Answers as items, one for each amount: money as numbers, and the amount ready to print. */
export const whatIfItems = (
	{ answers, worthwhile }: Answers,
	{ budgetId, currency, objective }: PacingState['definition'],
): IDataObject[] =>
	[...answers, ...(worthwhile === null ? [] : [worthwhile])].map(
		(answer) =>
			({
				budgetId,
				currency,
				objective,
				isWorthwhileLimit: answer === worthwhile,
				...answer,
				dayAmount: Number(answer.dayAmount),
				unspendable: Number(answer.unspendable),
				campaigns: answer.campaigns.map(({ campaignId, amount }) => ({ campaignId, amount: Number(amount) })),
				display: { dayAmount: formatMoney(answer.dayAmount, currency) },
			}) as unknown as IDataObject,
	);
