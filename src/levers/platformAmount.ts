import * as z from 'zod/v4';

import { UserError } from '../errors';
import { currencyDigits } from '../money/currency';
import { Decimal } from '../money/decimal';
import { fromMinorUnits } from '../money/minorUnits';
import type { AmountUnit } from './amountUnit';

/** An amount as a platform's API returns it: a number, or digits such as "1100000000". */
export const PlatformAmount = z.union([
	z.number().min(0, 'must not be negative').max(Number.MAX_SAFE_INTEGER),
	z.string().regex(/^\d{1,15}(\.\d{1,12})?$/, "must be an amount as the platform's API returns it, such as 1100000000"),
]);
export type PlatformAmount = z.output<typeof PlatformAmount>;

/** The smallest increment of an amount on a platform, in minor units: 1, or more if the platform's amounts are coarser. */
export const smallestStep = ({ decimals }: AmountUnit, currency: string): number =>
	10 ** Math.max(0, currencyDigits(currency) - decimals(currency));

/**
 * An amount in the format of a platform's API, in digits without trailing zeros: 1100.00 USD is "1100000000" in micros, "110000" in
 * Meta's units, and "1100" in major units.
 *
 * @param units whole minor units, a multiple of `smallestStep`
 */
export const toPlatformAmount = (units: number, { digits }: AmountUnit, currency: string): string =>
	new Decimal(fromMinorUnits(units, currency)).times(10 ** digits(currency)).toFixed();

/**
 * An amount of a platform's API in minor units of the currency.
 *
 * @throws UserError if it is not a whole number of minor units, and hence in another unit
 */
export function fromPlatformAmount(amount: PlatformAmount, { digits, example }: AmountUnit, currency: string): number {
	const units = new Decimal(amount).times(10 ** currencyDigits(currency)).div(10 ** digits(currency));
	if (units.isInteger()) return units.toNumber();
	throw new UserError(
		`The current value ${amount} is not whole minor units of ${currency} on the platform`,
		`Map 'Current Values' to the amount that the platform's API returns: ${example}.`,
	);
}
