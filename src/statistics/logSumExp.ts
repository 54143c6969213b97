import { sum } from 'simple-statistics';

/**
 * ln(e^x_1 + ... + e^x_n) without overflow or underflow: exp(x_i - logSumExp(x)) are probabilities that add up to 1.
 *
 * @returns -Infinity for an empty sum
 */
export function logSumExp(logs: readonly number[]): number {
	const largest = Math.max(...logs);
	if (!Number.isFinite(largest)) return largest;
	return largest + Math.log(sum(logs.map((log) => Math.exp(log - largest))));
}
