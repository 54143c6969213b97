import * as z from 'zod/v4';

import { exchangeRateIssues, ExchangeRates, rateOf } from '../budget/exchangeRates';
import { isCurrency } from '../money/currency';
import type { AlertMessage } from './alertMessage';

/** A currency to compare amounts of several currencies in, and what one unit of each of these is worth in it. */
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
	/** The currency they are compared in; null where each is compared with its own kind only. */
	readonly currency: string | null;
	/** What one unit of a currency counts. */
	readonly worthOf: (currency: string) => number;
	/** Currencies that would need a rate. */
	readonly without: readonly string[];
}

/** Compares all messages in one currency if there is a rate for each of theirs, else currency by currency. */
export function comparisonOf(messages: readonly AlertMessage[], ranking: RankingCurrency | undefined): Comparison {
	const worth = (currency: string) => (currency === ranking?.currency ? 1 : rateOf(ranking?.exchangeRates, currency));
	const currencies = [...new Set(messages.map(({ currency }) => currency))];
	const without = ranking === undefined ? [] : currencies.filter((currency) => worth(currency) === undefined).sort();
	const isComplete = ranking !== undefined && without.length === 0;
	return {
		currency: isComplete ? ranking.currency : null,
		worthOf: (currency) => (isComplete ? worth(currency)! : 1),
		without,
	};
}
