import type { AlertMessage } from './alertMessage';

/**
 * Messages by what is at stake, most first, one currency after the other: amounts of different currencies are never compared.
 *
 * Within a currency, revenue decides where it is known; then conversions; then what was never reported. Equals go by name.
 */
export const rankByValue = (messages: readonly AlertMessage[]): AlertMessage[] =>
	[...messages].sort(
		(one, other) =>
			compareText(one.currency, other.currency) ||
			atStake(other.valueAtRisk.revenue) - atStake(one.valueAtRisk.revenue) ||
			atStake(other.valueAtRisk.conversions) - atStake(one.valueAtRisk.conversions) ||
			compareText(one.name, other.name) ||
			compareText(one.budgetId, other.budgetId),
	);

/** What was never reported ranks below what is known to be nothing. */
const atStake = (value: number | string | null): number => (value === null ? -1 : Number(value));

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
