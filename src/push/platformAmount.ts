import * as z from 'zod/v4';

import { UserError } from '../errors';
import { currencyDigits } from '../money/currency';
import { Decimal } from '../money/decimal';
import { fromMinorUnits } from '../money/minorUnits';
import type { PlatformProfile } from './profiles';

/** An amount as a platform's API gives it: a number, or digits such as "1100000000". */
export const PlatformAmount = z.union([
	z.number().min(0, 'must not be negative').max(Number.MAX_SAFE_INTEGER),
	z.string().regex(/^\d{1,15}(\.\d{1,12})?$/, "must be an amount as the platform's API gives it, such as 1100000000"),
]);
export type PlatformAmount = z.output<typeof PlatformAmount>;

/**
 * Currencies in which Meta counts whole units. Not those of ISO 4217: the forint and the Taiwan dollar have cents there.
 *
 * @see https://developers.facebook.com/documentation/ads-commerce/marketing-api/currencies (read 2026-11)
 */
const WHOLE_ON_META = new Set('CLP COP CRC HUF IDR ISK JPY KRW PYG TWD VND'.split(' '));

type AmountUnit = Pick<PlatformProfile, 'amountUnit'>;

/** How many of the platform's units make one major unit, as a power of ten. */
function unitDigits({ amountUnit }: AmountUnit, currency: string): number {
	switch (amountUnit) {
		case 'micros':
			return 6;
		case 'offset':
			return WHOLE_ON_META.has(currency) ? 0 : 2;
		case 'major':
			return 0;
	}
}

/** The smallest step of an amount on a platform, in minor units of the currency: 1, and more where the platform counts coarser. */
export const smallestStep = (profile: AmountUnit, currency: string): number =>
	profile.amountUnit === 'offset' ? 10 ** Math.max(0, currencyDigits(currency) - unitDigits(profile, currency)) : 1;

/**
 * An amount as a platform's API writes it, in digits without trailing zeros: 1100.00 USD is "1100000000" in micros, "110000" in
 * Meta's units, and "1100" in major units.
 *
 * @param units whole minor units, a multiple of `smallestStep`
 */
export const toPlatformAmount = (units: number, profile: AmountUnit, currency: string): string =>
	new Decimal(fromMinorUnits(units, currency)).times(10 ** unitDigits(profile, currency)).toFixed();

/**
 * Reads an amount as a platform's API gives it, in minor units of the currency.
 *
 * @throws UserError if it is not a whole number of minor units: it is then in another unit
 */
export function fromPlatformAmount(amount: PlatformAmount, profile: AmountUnit, currency: string): number {
	const units = new Decimal(amount).times(10 ** currencyDigits(currency)).div(10 ** unitDigits(profile, currency));
	if (units.isInteger()) return units.toNumber();
	throw new UserError(
		`The current value ${amount} is not whole minor units of ${currency} on the platform`,
		`Map 'Current Values' to what the platform's API gives: ${WORDS[profile.amountUnit]}.`,
	);
}

const WORDS = {
	major: 'major units such as 1100.00',
	micros: 'micros such as 1100000000 for 1100.00',
	offset: "Meta's smallest units such as 110000 for 1100.00",
} as const;
