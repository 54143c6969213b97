import { sum } from 'simple-statistics';

import { METHOD } from './method';

/** How much of its response a campaign has explored. */
export interface Explored {
	/** Its largest day so far, minor units. */
	readonly largest: number;
	/** Days since it last spent at least half of that. */
	readonly restDays: number;
}

/** A split that may need exploration floors. Amounts in minor units. */
export interface ExplorationInput {
	readonly amount: number;
	/** (campaigns) */
	readonly lows: readonly number[];
	readonly highs: readonly number[];
	/** (campaigns) upper bounds that also hold on later days. */
	readonly lifetimeCaps: readonly number[];
	readonly explored: readonly Explored[];
}

/** Fractions of its even share: below the first a campaign counts as given up, from the second on as tried. */
const GIVEN_UP_FRACTION = 0.2;
const TRIED_FRACTION = 0.8;

/** Days between two trials of a campaign: one that cannot spend its amount would otherwise be tried every day. */
const REST_DAYS = 6;

/**
 * Exploration floors: no campaign is given up before it has had an even share of the amount on one day. The share is at most three tenths of the amount and at most
 * the campaign's own lifetime cap.
 *
 * Results at a very low spend say little about results at a higher one: a campaign with a minimum effective spend looks like one without results and would
 * never be tried again. It is tried after six days of rest, the least explored campaigns first; those that do not fit wait for another day.
 *
 * A campaign that never spent gets no floor; its prior decides.
 *
 * @param amounts (campaigns) amounts without floors
 * @returns (campaigns) minor units, at least the lows; equal to the lows if there is nothing to explore
 */
export function explorationFloors(
	{ amount, lows, highs, lifetimeCaps, explored }: ExplorationInput,
	amounts: readonly number[],
): readonly number[] {
	const even = Math.min(1 / lows.length, METHOD.explorationShare) * amount;
	const parts = lifetimeCaps.map((cap) => Math.min(even, cap));
	const untried = lows.flatMap((low, campaign) => {
		const isGivenUp = amounts[campaign]! <= Math.max(low, GIVEN_UP_FRACTION * parts[campaign]!);
		const { largest, restDays } = explored[campaign]!;
		const isUntried = largest > 0 && largest < TRIED_FRACTION * parts[campaign]!;
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
