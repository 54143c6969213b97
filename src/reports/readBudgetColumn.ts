import { isMissing, readMicros } from './readNumber';
import type { ReportedBudget } from './reportFormat';

/**
 * The daily budget that a row names beside its metrics, if it is readable: delivery counts without it.
 *
 * @param value whole units
 * @param microsPerUnit 1 for a budget in micros
 */
export function readBudgetColumn(owner: unknown, value: unknown, microsPerUnit = 1): ReportedBudget | undefined {
	if (isMissing(owner) || isMissing(value)) return undefined;
	const units = readMicros(value, 'budget');
	return typeof units === 'number' ? { owner: String(owner), micros: units * microsPerUnit } : undefined;
}
