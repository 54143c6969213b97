import * as z from 'zod/v4';

import { formatExactPercent } from '../format/formatNumber';
import type { Amount } from '../money/amount';
import { Decimal } from '../money/decimal';
import { fromMinorUnits, type Rounding, toMinorUnits } from '../money/minorUnits';

export const FEE_BASES = ['gross', 'media'] as const;

/** What an agency takes of its client's money. Both ways of stating it are in use: a commission is a share of the gross amount, a markup one of media spend. */
export const AgencyFee = z.strictObject({
	share: z.number().gt(0, 'must be above 0').lt(1, 'must be below 1'),
	/** What it is a share of. */
	of: z.enum(FEE_BASES).default('gross'),
	/** What the amounts of the budget are: gross amounts include the fee, amounts of media do not. */
	amounts: z.enum(FEE_BASES).default('gross'),
});
export type AgencyFee = Readonly<z.output<typeof AgencyFee>>;

/** An amount that includes a fee: amount = media + fee, to the minor unit. Decimal strings in major units. */
export interface AmountWithFee {
	readonly amount: string;
	readonly fee: string;
	readonly media: string;
}

interface Fees {
	readonly agencyFee?: AgencyFee | undefined;
	readonly currency: string;
}

/**
 * What may be spent on media of an amount of the budget as its owner gives it, rounded down to the minor unit. Without a fee, and of an amount of media, that is the amount:
 *
 * media = gross * (1 - share) for a share of gross, gross / (1 + share) for one of media
 */
export function mediaAmount(amount: Amount, { agencyFee, currency }: Fees): Amount {
	if (agencyFee === undefined || agencyFee.amounts === 'media') return amount;
	const { share, of } = agencyFee;
	const rest = new Decimal(1).minus(share);
	const media = of === 'gross' ? new Decimal(amount).times(rest) : new Decimal(amount).div(withMarkup(share));
	return rounded(media, currency, 'down');
}

/** What a spend on media is with the fee, to the nearest minor unit. */
export function withFee(media: number | string, { share, of }: AgencyFee, currency: string): string {
	const spend = new Decimal(media);
	const gross = of === 'gross' ? spend.div(new Decimal(1).minus(share)) : spend.times(withMarkup(share));
	return rounded(gross, currency, 'nearest');
}

const withMarkup = (share: number): Decimal => new Decimal(1).plus(share);

/** An amount of the budget as its owner gives it, with its fee; undefined without one. */
export function amountWithFee(given: Amount, { agencyFee, currency }: Fees): AmountWithFee | undefined {
	if (agencyFee === undefined) return undefined;
	const media = mediaAmount(given, { agencyFee, currency });
	const amount = agencyFee.amounts === 'gross' ? given : withFee(media, agencyFee, currency);
	const shown = (value: Amount | Decimal) => rounded(value, currency, 'nearest');
	return { amount: shown(amount), fee: shown(new Decimal(amount).minus(media)), media: shown(media) };
}

/** The fee in words: 15% fee, 12.5% fee on media. */
export const feeInWords = ({ share, of }: AgencyFee): string =>
	`${formatExactPercent(share)} fee${of === 'media' ? ' on media' : ''}`;

const rounded = (amount: Amount | Decimal, currency: string, rounding: Rounding): string =>
	fromMinorUnits(toMinorUnits(amount, currency, rounding), currency);
