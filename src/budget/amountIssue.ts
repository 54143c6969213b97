import type { Amount } from '../money/amount';
import { isCurrency } from '../money/currency';
import { Decimal } from '../money/decimal';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { type AgencyFee, mediaAmount } from './agencyFee';

interface Context {
	readonly currency: string;
	readonly agencyFee?: AgencyFee | undefined;
}

/** What is wrong with an amount of a budget, in words; null if nothing is. */
export function amountIssue(amount: Amount, context: Context): string | null {
	const { currency } = context;
	if (new Decimal(amount).eq(0)) return 'must be above 0';
	if (!isCurrency(currency)) return null;
	if (!isWhole(amount, currency)) return `must be whole minor units of ${currency}, not ${amount}`;
	return new Decimal(mediaAmount(amount, context)).eq(0) ? `of ${amount} leaves nothing for media after the fee` : null;
}

const isWhole = (amount: Amount, currency: string): boolean =>
	new Decimal(fromMinorUnits(toMinorUnits(amount, currency, 'down'), currency)).eq(amount);
