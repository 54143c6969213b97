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
	/** Whether it used its budget, so that it could have spent at least that much. */
	readonly isAtLeast: boolean;
}

/** Deviation of weekdays around the mean of all. */
const WEEKDAY_DEVIATION = 0.15;

/** Prior of the deviation between days, and its weight in days. */
const PRIOR_DEVIATION = 0.2;
const PRIOR_DAYS = 8;

const MIN_DEVIATION = 0.1;
const MAX_DEVIATION = 0.5;

/** Alternations between the expected ceilings of days and the estimates given them. */
const ROUNDS = 12;

/**
 * The ceiling of a campaign by weekday, from days that spent less than they were offered, whose spend is the ceiling, and from days that used
 * their budget, which says "at least": a censored log-normal model, fitted by expectation maximisation, weekdays shrunk to their mean.
 *
 * @param prior log major units, counted as one day
 * @returns (weekdays)
 * @see A. P. Dempster, N. M. Laird and D. B. Rubin, J. R. Statist. Soc. B 39, 1977, 4.1 (censored data)
 */
export function ceilings(days: readonly CeilingDay[], prior: number): Ceiling[] {
	const weekdays = zeros(7);
	const total = days.reduce((sum, { weight }) => sum + weight, 0);
	let mean = prior;
	let deviation = PRIOR_DEVIATION;
	for (let round = 0; round < ROUNDS; round++) {
		const expected = days.map((day) => expectedCeiling(day, mean + weekdays[day.weekday]!, deviation));
		let sum = prior;
		days.forEach(({ weekday, weight }, day) => (sum += weight * (expected[day]!.value - weekdays[weekday]!)));
		mean = sum / (1 + total);
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

/** Log ceiling of a day given the estimates: its spend, or the mean of what lies above it. */
function expectedCeiling(
	{ logSpend, isAtLeast }: CeilingDay,
	mean: number,
	deviation: number,
): { value: number; variance: number } {
	if (!isAtLeast) return { value: logSpend, variance: 0 };
	const z = (logSpend - mean) / deviation;
	const hazard = normalHazard(z);
	return {
		value: mean + deviation * hazard,
		variance: Math.max(0, deviation ** 2 * (1 + z * hazard - hazard * hazard)),
	};
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
