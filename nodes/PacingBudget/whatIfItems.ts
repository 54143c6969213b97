import type { IDataObject } from 'n8n-workflow';

import type { PacingState, WhatIf } from '../../src/index';
import { displayMoney } from '../shared/display';

/** Answers as items, one for each amount: money as numbers, and the amount ready to print. */
export const whatIfItems = (
	answers: readonly WhatIf[],
	{ budgetId, currency, objective }: PacingState['definition'],
): IDataObject[] =>
	answers.map(
		(answer) =>
			({
				budgetId,
				currency,
				objective,
				...answer,
				dayAmount: Number(answer.dayAmount),
				unspendable: Number(answer.unspendable),
				campaigns: answer.campaigns.map(({ campaignId, amount }) => ({ campaignId, amount: Number(amount) })),
				display: { dayAmount: displayMoney(answer.dayAmount, currency) },
			}) as unknown as IDataObject,
	);
