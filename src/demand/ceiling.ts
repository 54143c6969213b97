import { normalCdf } from '../statistics/normalCdf';
import { normalHazard } from '../statistics/normalHazard';
import { zeros } from '../statistics/zeros';

/** What a campaign can spend on a weekday: log-normal, of log major units. */
export interface Ceiling {
	readonly mean: number;
	readonly deviation: number;
}

/** One day of a campaign as evidence of its ceiling. */
export interface CeilingDay {
	/** Log of its spend, major units. */
	readonly logSpend: number;
	/** Monday 0. */
	readonly weekday: number;
	readonly weight: number;
	/** Log of what the platform usually makes of its budget where demand is no limit, major units. */
	readonly logUsual: number;
}

/** Deviation of weekdays around the mean of all. */
const WEEKDAY_DEVIATION = 0.15;

/** Prior of the deviation between days, and its weight in days. */
const PRIOR_DEVIATION = 0.2;
const PRIOR_DAYS = 8;

const MIN_DEVIATION = 0.1;
const MAX_DEVIATION = 0.5;

/** Weight of the prior of the mean, in days: it decides only where no day shows the ceiling. */
const PRIOR_WEIGHT = 0.15;

/** Log above the mean spend at which the estimate of the mean starts, between ceilings that days show and the prior, so that it is soon at either. */
const START = 0.3;

/** Alternations between the expected ceilings of days and the estimates given them: so many at most, or until the mean moves by less. */
const MAX_ROUNDS = 30;
const TOLERANCE = 0.001;

/** Deviation of log spend over budget on days that no weekday explains. */
export const DELIVERY_DEVIATION = 0.09;

/**
 * The ceiling of a campaign by weekday. The spend of a day is the smaller of its ceiling and of what the platform makes of its budget, and nothing says which:
 * a mixture of seen and censored log-normal ceilings, fitted by expectation maximisation, weekdays shrunk to their mean.
 *
 * @param prior log major units
 * @returns (weekdays)
 * @see A. P. Dempster, N. M. Laird and D. B. Rubin, J. R. Statist. Soc. B 39, 1977, 4.1 (censored data) and 4.3 (mixtures)
 */
export function ceilings(days: readonly CeilingDay[], prior: number): Ceiling[] {
	const weekdays = zeros(7);
	const total = days.reduce((sum, { weight }) => sum + weight, 0);
	let mean = prior;
	if (total > 0) mean = START + days.reduce((sum, { weight, logSpend }) => sum + weight * logSpend, 0) / total;
	let deviation = PRIOR_DEVIATION;
	const deliveries = days.map(
		({ logSpend, logUsual }) => normalHazard((logSpend - logUsual) / DELIVERY_DEVIATION) / DELIVERY_DEVIATION,
	);
	for (let round = 0, change = Infinity; round < MAX_ROUNDS && change > TOLERANCE; round++) {
		const expected = days.map(({ logSpend, weekday }, day) =>
			expectedCeiling(logSpend, deliveries[day]!, mean + weekdays[weekday]!, deviation),
		);
		let sum = PRIOR_WEIGHT * prior;
		days.forEach(({ weekday, weight }, day) => (sum += weight * (expected[day]!.value - weekdays[weekday]!)));
		const before = mean;
		mean = sum / (PRIOR_WEIGHT + total);
		change = Math.abs(mean - before);
		const evidence = weekdays.map(() => ({ weight: (deviation / WEEKDAY_DEVIATION) ** 2, sum: 0 }));
		days.forEach(({ weekday, weight }, day) => {
			evidence[weekday]!.weight += weight;
			evidence[weekday]!.sum += weight * (expected[day]!.value - mean);
		});
		evidence.forEach((own, weekday) => (weekdays[weekday] = own.sum / own.weight));
		let squares = PRIOR_DAYS * PRIOR_DEVIATION ** 2;
		days.forEach(({ weekday, weight }, day) => {
			const { value, variance } = expected[day]!;
			squares += weight * ((value - mean - weekdays[weekday]!) ** 2 + variance);
		});
		deviation = Math.sqrt(squares / (PRIOR_DAYS + total));
	}
	const bounded = Math.min(MAX_DEVIATION, Math.max(MIN_DEVIATION, deviation));
	return weekdays.map((weekday) => ({ mean: mean + weekday, deviation: bounded }));
}

/**
 * Log ceiling of a day given the estimates: its spend with the probability that the ceiling was the smaller, else the mean of what lies above it.
 *
 * @param delivery hazard rate of what the platform makes of the budget, at the day's spend
 */
function expectedCeiling(
	logSpend: number,
	delivery: number,
	mean: number,
	deviation: number,
): { value: number; variance: number } {
	const z = (logSpend - mean) / deviation;
	const hazard = normalHazard(z);
	const above = mean + deviation * hazard;
	const own = hazard / deviation;
	const share = delivery > 0 ? own / (own + delivery) : 1;
	return {
		value: share * logSpend + (1 - share) * above,
		variance:
			(1 - share) *
			(Math.max(0, deviation ** 2 * (1 + z * hazard - hazard * hazard)) + share * (above - logSpend) ** 2),
	};
}

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
