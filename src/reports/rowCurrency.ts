import type { BudgetDefinition } from '../budget/budgetDefinition';
import { rateOf } from '../budget/exchangeRates';
import { isCurrency } from '../money/currency';
import { contradiction } from './collect';
import { isMissing } from './readNumber';
import type { Rejection } from './rejection';

/** The currency of a row's money, and what one unit of it is worth in the budget's where it is another one. */
interface RowCurrency {
	readonly currency: string;
	readonly exchangeRate?: number;
}

/** The currency of a row, the budget's where the row does not say it; or why it cannot be counted in the budget's. */
export function rowCurrency(
	ofRow: unknown,
	{ currency, exchangeRates }: Pick<BudgetDefinition, 'currency' | 'exchangeRates'>,
): RowCurrency | Rejection {
	if (isMissing(ofRow) || ofRow === currency) return { currency };
	const refused = contradiction('currency', ofRow, currency);
	if (typeof ofRow !== 'string' || !isCurrency(ofRow)) return refused;
	const exchangeRate = rateOf(exchangeRates, ofRow);
	if (exchangeRate !== undefined) return { currency: ofRow, exchangeRate };
	return { reason: `${refused.reason}: add ${ofRow} to 'Exchange Rates' in Pacing Budget to convert such rows` };
}
