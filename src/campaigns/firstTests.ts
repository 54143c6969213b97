import { METHOD } from './method';

/** What first tests depend on. Amounts in minor units. */
export interface FirstTestsInput {
	readonly money: number;
	/** (campaigns) */
	readonly lows: readonly number[];
	readonly highs: readonly number[];
	/** (campaigns) the most that each may get on a later day. */
	readonly evers: readonly number[];
	/** (campaigns) the largest day so far, and for how many days it spent less than half of that. */
	readonly seen: readonly { readonly largest: number; readonly restDays: number }[];
	/** (campaigns) what each would get without first tests. */
	readonly amounts: readonly number[];
}

/** A campaign is given up with less than so much of its part, and was tried with so much of it. */
const GIVEN_UP = 0.2;
const TRIED = 0.8;

/** A campaign rests before it is tried again: one that cannot spend what it gets would be tried every day. */
const REST_DAYS = 6;

/**
 * Minima by which no campaign is given up before it had an even part of the money on one day: three tenths, or the most that it may get, where that is less.
 *
 * What a campaign brings for very little tells next to nothing of what it brings for more: one that needs a certain spend before anything comes back looks like one that brings
 * nothing, and would never be tried again. It is tried after six days of rest, the least tried campaigns first; those that find no money wait for another day.
 *
 * A campaign that never spent is left to what is believed of it.
 *
 * @returns (campaigns) minor units, at least the lows; those themselves where there is nothing to test
 */
export function lowsOfFirstTests({ money, lows, highs, evers, seen, amounts }: FirstTestsInput): readonly number[] {
	const even = Math.min(1 / lows.length, METHOD.firstTestShare) * money;
	const parts = evers.map((ever) => Math.min(even, ever));
	const untried = lows.flatMap((low, campaign) => {
		const isGivenUp = amounts[campaign]! <= Math.max(low, GIVEN_UP * parts[campaign]!);
		const { largest, restDays } = seen[campaign]!;
		const isUntried = largest > 0 && largest < TRIED * parts[campaign]!;
		return isGivenUp && isUntried && restDays >= REST_DAYS ? [campaign] : [];
	});
	const raised = [...lows];
	let left = Math.min(METHOD.firstTestShare * money, money - lows.reduce((sum, low) => sum + low, 0));
	for (const campaign of untried.sort((one, other) => seen[one]!.largest - seen[other]!.largest)) {
		const more = Math.min(parts[campaign]!, highs[campaign]!) - lows[campaign]!;
		if (more <= 0 || more > left) continue;
		raised[campaign] = lows[campaign]! + more;
		left -= more;
	}
	return raised;
}
