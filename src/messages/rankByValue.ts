import type { AlertMessage } from './alertMessage';
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
	const revenueOf = (message: AlertMessage) => valueAtRisk(message.valueAtRisk.revenue, valueOf(message.currency));
	return [...messages].sort(
		(one, other) =>
			(currency === null ? compareText(one.currency, other.currency) : 0) ||
			revenueOf(other) - revenueOf(one) ||
			valueAtRisk(other.valueAtRisk.conversions) - valueAtRisk(one.valueAtRisk.conversions) ||
			compareText(one.name, other.name) ||
			compareText(one.budgetId, other.budgetId),
	);
};

/** A value that was never reported ranks below a known value of 0. */
const valueAtRisk = (value: number | string | null, unitValue = 1): number =>
	value === null ? -1 : Number(value) * unitValue;

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
