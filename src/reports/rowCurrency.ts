import type { BudgetDefinition } from '../budget/budgetDefinition';
import { rateOf } from '../budget/exchangeRates';
import { isCurrency } from '../money/currency';
import { mismatch } from './collect';
import { isMissing } from './readNumber';
import type { Rejection } from './rejection';

/** The currency of a row and, if it is not the budget's, its exchange rate. */
interface RowCurrency {
	readonly currency: string;
	readonly exchangeRate?: number;
}

/** The currency of a row, by default the budget's; or a rejection if it cannot be converted to the budget's. */
export function rowCurrency(
	ofRow: unknown,
	{ currency, exchangeRates }: Pick<BudgetDefinition, 'currency' | 'exchangeRates'>,
): RowCurrency | Rejection {
	if (isMissing(ofRow) || ofRow === currency) return { currency };
	const refused = mismatch('currency', ofRow, currency);
	if (typeof ofRow !== 'string' || !isCurrency(ofRow)) return refused;
	const exchangeRate = rateOf(exchangeRates, ofRow);
	if (exchangeRate !== undefined) return { currency: ofRow, exchangeRate };
	return { reason: `${refused.reason}: add ${ofRow} to 'Exchange Rates' in Pacing Budget to convert such rows` };
}
