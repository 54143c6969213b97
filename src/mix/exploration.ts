import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import type { Exploration } from './channelMixReport';

export interface ExplorationInput {
	/** Mean spend per period at present, major units. */
	readonly spend: number;
	/** Results that one more unit of money is expected to bring. */
	readonly marginalReturn: number;
	/** Standard deviation of the noise of a period's result. */
	readonly noise: number;
	readonly retention: number;
	readonly periodDays: number;
	readonly currency: string;
}

/** Spend is varied by as little as tells enough in half a year. */
const CHANGES = [0.2, 0.3, 0.5] as const;
const LONGEST_DAYS = 182;

/** Half the width of an 80% interval, in standard deviations. */
const HALF_WIDTH = 1.2816;

/** The interval may be as wide as the return itself: half of it on either side. */
const PRECISION = 0.5;

/** A turn lasts until less than this of the turn before is left. */
const LEFT_OVER = 0.1;

/** Turns of each kind below which a coincidence can look like an effect. */
const FEWEST_TURNS = 4;

/**
 * A bounded experiment that tells a channel's marginal return: spend goes up and down in turn, so its mean stays.
 *
 * Over n periods with spend x (1 +- change) the return m is told with a standard deviation of noise / (x change sqrt(n)); so
 * n = (1.28 noise / (m / 2 x change))^2 makes an 80% interval no wider than m.
 *
 * @returns null where half a year of +-50% would not tell
 */
export function exploration(input: ExplorationInput): Exploration | null {
	const { spend, marginalReturn, noise, retention, periodDays, currency } = input;
	if (!(spend > 0 && marginalReturn > 0)) return null;
	const periodsEach = retention > 0 ? Math.max(1, Math.ceil(Math.log(LEFT_OVER) / Math.log(retention))) : 1;
	for (const change of CHANGES) {
		const needed = ((HALF_WIDTH * noise) / (PRECISION * marginalReturn * spend * change)) ** 2;
		const turns = Math.max(FEWEST_TURNS, 2 * Math.ceil(needed / periodsEach / 2));
		const periods = turns * periodsEach;
		if (periods * periodDays > LONGEST_DAYS) continue;
		const amount = (factor: number) => fromMinorUnits(toMinorUnits(spend * factor, currency, 'nearest'), currency);
		return { change, periodsEach, periods, low: amount(1 - change), high: amount(1 + change) };
	}
	return null;
}
