import { PlatformAmount, smallestStep } from '../levers/platformAmount';
import { currencyDigits } from '../money/currency';
import { Decimal } from '../money/decimal';
import type { BiddingTargets, ReadTarget, TargetInForce } from './biddingTarget';
import type { PushJob } from './pushJob';

/** A number above 0, as a platform's API returns it. */
const Positive = PlatformAmount.refine((value) => Number(value) > 0);

/** Decimals of a ratio that are compared: platforms store it as a floating-point number. */
const RATIO_DECIMALS = 6;

/** Ratios are changed in whole percentages of spend, as people set them. */
const RATIO_STEP = new Decimal('0.01');

/** A bidding target in force, its value exact: major units of the account's currency, or a ratio. */
export interface TargetValue extends TargetInForce {
	readonly current: Decimal;
}

/** One object of a target, with its bidding target as just read. */
export interface TargetPart {
	readonly id: string;
	readonly target: TargetValue | { readonly kind: Exclude<ReadTarget['kind'], 'target'> };
}

/** The objects of a target and what was read of them; an object that is listed twice counts once. */
export function targetParts({
	target,
	platform,
	account,
}: Pick<PushJob, 'target' | 'platform' | 'account'>): TargetPart[] {
	const { biddingTargets } = platform;
	if (biddingTargets === undefined || target.lever !== 'biddingTarget') return [];
	return [...new Map(target.objects.map((object) => [object.id, object])).values()].map(({ id, current }) => {
		const read = typeof current === 'object' ? biddingTargets.read(current, id) : UNKNOWN;
		if (read.kind !== 'target') return { id, target: { kind: read.kind } };
		const { data, success } = Positive.safeParse(read.value);
		if (!success) return { id, target: UNKNOWN };
		const value = new Decimal(data).div(10 ** digitsOf(read.lever, platform.profile, biddingTargets, account.currency));
		return {
			id,
			target: { ...read, current: read.lever === 'target-roas' ? value.toDecimalPlaces(RATIO_DECIMALS) : value },
		};
	});
}

const UNKNOWN = { kind: 'unknown' } as const;

type Profile = PushJob['platform']['profile'];

const digitsOf = (
	lever: TargetInForce['lever'],
	{ amountUnit }: Profile,
	{ ratioDigits }: BiddingTargets,
	currency: string,
): number => (lever === 'target-roas' ? ratioDigits : amountUnit.digits(currency));

/** A value in the unit of the platform's API, in digits. */
export const toPlatformTarget = (
	value: Decimal,
	lever: TargetInForce['lever'],
	{ platform: { profile, biddingTargets }, account: { currency } }: PushJob,
): string => value.times(10 ** digitsOf(lever, profile, biddingTargets!, currency)).toFixed();

/** The step of values of a lever. */
export function targetIncrement(lever: TargetInForce['lever'], { platform, account: { currency } }: PushJob): Decimal {
	if (lever === 'target-roas') return RATIO_STEP;
	return new Decimal(smallestStep(platform.profile.amountUnit, currency)).div(10 ** currencyDigits(currency));
}

/** A value in the words of records: an amount with all digits of its currency, or a ratio without trailing zeros. */
export const targetText = (value: Decimal, lever: TargetInForce['lever'], currency: string): string =>
	lever === 'target-roas' ? value.toFixed() : value.toFixed(Math.max(currencyDigits(currency), value.decimalPlaces()));
