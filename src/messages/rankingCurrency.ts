import * as z from 'zod/v4';

import { exchangeRateIssues, ExchangeRates, rateOf } from '../budget/exchangeRates';
import { isCurrency } from '../money/currency';
import type { AlertMessage } from './alertMessage';

/** A common currency for ranking, and the value of one unit of each other currency in it. */
export const RankingCurrency = z
	.object({
		currency: z.string().refine(isCurrency, 'must be three capital letters of ISO 4217, such as EUR'),
		exchangeRates: ExchangeRates,
	})
	.superRefine(({ currency, exchangeRates }, context) => {
		for (const fault of exchangeRateIssues(exchangeRates, currency)) {
			context.addIssue({ code: 'custom', path: ['exchangeRates'], message: fault });
		}
	});
export type RankingCurrency = Readonly<z.output<typeof RankingCurrency>>;

/** How amounts of several currencies are compared. */
export interface Comparison {
	/** The common currency; null if amounts are compared only within their own currency. */
	readonly currency: string | null;
	/** Value of one unit of a currency in the common currency. */
	readonly valueOf: (currency: string) => number;
	/** Currencies without a rate. */
	readonly without: readonly string[];
}

/** Comparison of all messages in one currency if there is a rate for each of their currencies, otherwise within each currency. */
export function comparisonOf(messages: readonly AlertMessage[], ranking: RankingCurrency | undefined): Comparison {
	const unitValue = (currency: string) =>
		currency === ranking?.currency ? 1 : rateOf(ranking?.exchangeRates, currency);
	const currencies = [...new Set(messages.map(({ currency }) => currency))];
	const without =
		ranking === undefined ? [] : currencies.filter((currency) => unitValue(currency) === undefined).sort();
	const isComplete = ranking !== undefined && without.length === 0;
	return {
		currency: isComplete ? ranking.currency : null,
		valueOf: (currency) => (isComplete ? unitValue(currency)! : 1),
		without,
	};
}
