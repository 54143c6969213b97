import { sum } from 'simple-statistics';

import { METHOD } from './method';

/** How far a campaign was explored. */
export interface Explored {
	/** Its largest day so far, minor units. */
	readonly largest: number;
	/** For how many days it spent less than half of that. */
	readonly restDays: number;
}

/** A split that may need exploration floors. Amounts in minor units. */
export interface ExplorationInput {
	readonly amount: number;
	/** (campaigns) */
	readonly lows: readonly number[];
	readonly highs: readonly number[];
	/** (campaigns) the most that each may get on a later day. */
	readonly lifetimeCaps: readonly number[];
	readonly explored: readonly Explored[];
}

/** A campaign is given up with less than this part of its even share, and was tried with this part of it. */
const GIVEN_UP = 0.2;
const TRIED = 0.8;

/** A campaign rests before it is tried again: one that cannot spend what it gets would be tried every day. */
const REST_DAYS = 6;

/**
 * Floors by which no campaign is given up before it had an even share of the amount on one day: three tenths, or the most that it may get, where that is less.
 *
 * What a campaign brings for very little tells next to nothing of what it brings for more: one that needs a certain spend before anything comes back looks like one that brings
 * nothing, and would never be tried again. It is tried after six days of rest, the least tried campaigns first; those that find no room wait for another day.
 *
 * A campaign that never spent is left to its prior.
 *
 * @param amounts (campaigns) what each would get without floors
 * @returns (campaigns) minor units, at least the lows; those themselves where there is nothing to explore
 */
export function explorationFloors(
	{ amount, lows, highs, lifetimeCaps, explored }: ExplorationInput,
	amounts: readonly number[],
): readonly number[] {
	const even = Math.min(1 / lows.length, METHOD.explorationShare) * amount;
	const parts = lifetimeCaps.map((cap) => Math.min(even, cap));
	const untried = lows.flatMap((low, campaign) => {
		const isGivenUp = amounts[campaign]! <= Math.max(low, GIVEN_UP * parts[campaign]!);
		const { largest, restDays } = explored[campaign]!;
		const isUntried = largest > 0 && largest < TRIED * parts[campaign]!;
		return isGivenUp && isUntried && restDays >= REST_DAYS ? [campaign] : [];
	});
	const floors = [...lows];
	let left = Math.min(METHOD.explorationShare * amount, amount - sum([...lows]));
	for (const campaign of untried.sort((one, other) => explored[one]!.largest - explored[other]!.largest)) {
		const more = Math.min(parts[campaign]!, highs[campaign]!) - lows[campaign]!;
		if (more <= 0 || more > left) continue;
		floors[campaign] = lows[campaign]! + more;
		left -= more;
	}
	return floors;
}
