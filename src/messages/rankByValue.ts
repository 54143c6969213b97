import type { AlertMessage } from './alertMessage';
import { compareText, rankOf } from './ranking';
import { type Comparison, comparisonOf } from './rankingCurrency';

/**
 * Messages ranked by value at risk, highest first. Different currencies are compared if there are exchange rates for all of them;
 * otherwise messages are grouped by currency.
 *
 * Messages are ordered by revenue if it is known, then by conversions; unreported values come last. Ties are ordered by name.
 */
export const rankByValue = (
	messages: readonly AlertMessage[],
	{ currency, valueOf }: Comparison = comparisonOf(messages, undefined),
): AlertMessage[] => {
	const revenueOf = (message: AlertMessage) => rankOf(message.valueAtRisk.revenue, valueOf(message.currency));
	return [...messages].sort(
		(one, other) =>
			(currency === null ? compareText(one.currency, other.currency) : 0) ||
			revenueOf(other) - revenueOf(one) ||
			rankOf(other.valueAtRisk.conversions) - rankOf(one.valueAtRisk.conversions) ||
			compareText(one.name, other.name) ||
			compareText(one.budgetId, other.budgetId),
	);
};
