import type { AlertMessage } from './alertMessage';
import { type Comparison, comparisonOf } from './rankingCurrency';

/**
 * Messages by what is at stake, most first. Amounts of different currencies are compared where there are exchange rates for all of them;
 * without, one currency comes after the other.
 *
 * Of what is compared, revenue decides where it is known; then conversions; then what was never reported. Equals go by name.
 */
export const rankByValue = (
	messages: readonly AlertMessage[],
	{ currency, worthOf }: Comparison = comparisonOf(messages, undefined),
): AlertMessage[] => {
	const revenueOf = (message: AlertMessage) => atStake(message.valueAtRisk.revenue, worthOf(message.currency));
	return [...messages].sort(
		(one, other) =>
			(currency === null ? compareText(one.currency, other.currency) : 0) ||
			revenueOf(other) - revenueOf(one) ||
			atStake(other.valueAtRisk.conversions) - atStake(one.valueAtRisk.conversions) ||
			compareText(one.name, other.name) ||
			compareText(one.budgetId, other.budgetId),
	);
};

/** What was never reported ranks below what is known to be nothing. */
const atStake = (value: number | string | null, worth = 1): number => (value === null ? -1 : Number(value) * worth);

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
