import { normalCdf } from '../statistics/normalCdf';

/** What a campaign can spend on a weekday: log-normal, of log major units. */
export interface Ceiling {
	readonly mean: number;
	readonly deviation: number;
}

/** Deviation of log spend over budget on days that no weekday explains. */
export const DELIVERY_DEVIATION = 0.09;

/**
 * Expected spend of a day with a budget: the mean of the smaller of what the platform makes of the budget and of the ceiling, both log-normal.
 *
 * @param budget major units
 * @param rate   log of spend over budget where demand is no limit
 */
export function expectedSpendOf(budget: number, rate: number, { mean, deviation }: Ceiling): number {
	if (budget <= 0) return 0;
	const offered = Math.log(budget) + rate;
	const spread = Math.hypot(deviation, DELIVERY_DEVIATION);
	const [own, other] = [DELIVERY_DEVIATION ** 2, deviation ** 2];
	return (
		Math.exp(offered + own / 2) * normalCdf((mean - offered - own) / spread) +
		Math.exp(mean + other / 2) * normalCdf((offered - mean - other) / spread)
	);
}

/** Offers above the ceiling that show whether it rises. */
const ROOM = 1.25;

/**
 * The largest budget worth offering: the ceiling of a good day with room to grow, major units.
 *
 * @param isLast whether growth would be seen too late, so that room is only taken from others
 */
export const largestOffer = ({ mean, deviation }: Ceiling, rate: number, isLast = false): number =>
	isLast ? Math.exp(mean - Math.min(0, rate)) : ROOM * Math.exp(mean + deviation - Math.min(0, rate));
