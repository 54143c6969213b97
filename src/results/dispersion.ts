import type { Cell } from '../statistics/shrinkage';
import type { History } from './history';
import { eventsOf, isDelayed, type Measure } from './measure';
import { METHOD } from './method';

/** Lower bound: fractional attribution can make counts vary less than Poisson counts, but hardly below this. */
const MIN_DISPERSION = 0.25;

/**
 * Variance of a window's results over their mean, from the Pearson statistic about the raw rate of each hour of the day:
 *
 * dispersion = sum((events - mean)^2 / mean) / (windows - 24)
 *
 * With fewer than `dispersionWindows` windows it is 1, as for Poisson counts, or for revenue that of Poisson purchases of the observed sizes,
 * sum(events^2) / sum(events).
 *
 * @see P. McCullagh and J. Nelder, Generalized Linear Models, 1989, 9.2 (quasi-likelihood)
 */
export function dispersionOf(history: History, hours: readonly Cell[], measure: Measure): number {
	const rates = hours.map(({ events, exposure }) => (exposure > 0 ? events / exposure : 0));
	let chiSquare = 0;
	let windows = 0;
	let sum = 0;
	let squares = 0;
	for (const { delivery, localHour, reported } of history.recent) {
		const evidence = eventsOf(delivery, measure);
		if (evidence === null) continue;
		sum += evidence.events;
		squares += evidence.events ** 2;
		const mean = evidence.exposure * (isDelayed(measure) ? reported : 1) * rates[localHour]!;
		if (mean <= 0) continue;
		chiSquare += (evidence.events - mean) ** 2 / mean;
		windows++;
	}
	const independent = measure.startsWith('revenue') && sum > 0 ? squares / sum : 1;
	return windows < METHOD.dispersionWindows
		? independent
		: Math.max(MIN_DISPERSION * independent, chiSquare / (windows - 24));
}
