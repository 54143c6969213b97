import type { Amount } from '../money/amount';
import { isCurrency } from '../money/currency';
import { Decimal } from '../money/decimal';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';

/** What is wrong with an amount of a budget in a currency, in words; null if nothing is. */
export function amountIssue(amount: Amount, currency: string): string | null {
	if (new Decimal(amount).eq(0)) return 'must be above 0';
	return isWhole(amount, currency) ? null : `must be whole minor units of ${currency}, not ${amount}`;
}

function isWhole(amount: Amount, currency: string): boolean {
	if (!isCurrency(currency)) return true;
	return new Decimal(fromMinorUnits(toMinorUnits(amount, currency, 'down'), currency)).eq(amount);
}
