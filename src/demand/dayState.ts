import type { SpendModel } from './spendModel';
import { hourNoise } from './hourNoise';
import { METHOD } from './method';
import type { SpendHour } from './spendSeries';

/** The posterior of today's day effect and drift: their means, variances and covariance. */
export interface DayState {
	readonly day: number;
	readonly drift: number;
	readonly dayVariance: number;
	readonly driftVariance: number;
	readonly covariance: number;
}

/**
 * Residuals above this many standard deviations are jumps, caused by a changed bid or budget, and persist: the variance of the day effect grows
 * by the excess, so that the effect follows at once. Where multipliers are reported, a changed bid leaves no residual, so a large residual is
 * temporary demand.
 */
const JUMP = 3;

/** Hours with less than this share reported are skipped. */
const MIN_REPORTED = 0.02;

/**
 * Variance of log spend / reported while spend is only partly reported: the reported share lies between 0 and 1 with the mean F, so its
 * variance is at most F (1 - F), and relative to its squared mean (1 - F) / F.
 */
const lateVariance = (reported: number): number => (1 - reported) / reported;

/**
 * Tracks the day effect and the drift through today's hours: a Kalman filter with two states.
 *
 * @param today (hours) of one local day in order of time; the current hour has the noise of its shorter length; an hour whose spend is not
 *   fully reported is compared as it is if above its prediction, otherwise by the total it usually grows to
 * @see R. E. Kalman, J. Basic Engineering 82, 1960; jumps: M. West and J. Harrison, Bayesian Forecasting and Dynamic Models, 2nd edition, 1997, chapter 11
 */
export function trackDay(model: SpendModel, today: readonly SpendHour[]): DayState {
	let day = 0;
	let drift = 0;
	let dayVariance = model.dayVariance;
	let driftVariance = model.driftVariance;
	let covariance = 0;
	const persistence = model.driftCorrelation;
	for (const {
		weekday,
		localHour,
		hours,
		spend,
		logMultiplier,
		bidKnown,
		capped,
		reported,
		divided,
		clicks,
	} of today) {
		if (hours < METHOD.leastCoveredHours || divided || reported < MIN_REPORTED) continue;
		const cell = weekday * 24 + localHour;
		const bid = model.elasticity * (logMultiplier - model.logMultiplier);
		const predicted = model.logSpend[cell]! + bid + day + drift;
		const atLeast = Math.log(spend / hours + model.floor) - predicted;
		const grown = Math.log(spend / (hours * reported) + model.floor) - predicted;
		const residual = atLeast > 0 ? atLeast : Math.min(0, grown);
		const noise =
			hourNoise(model, localHour, clicks) / hours +
			model.logSpendVariance[cell]! +
			(atLeast > 0 ? 0 : lateVariance(reported));
		const isInformative = !capped || residual > 0;
		const expected = dayVariance + driftVariance + 2 * covariance + noise;
		if (isInformative && !bidKnown && residual ** 2 > JUMP ** 2 * expected) dayVariance += residual ** 2 - expected;
		const total = dayVariance + driftVariance + 2 * covariance + noise;
		const dayGain = isInformative ? (dayVariance + covariance) / total : 0;
		const driftGain = isInformative ? (driftVariance + covariance) / total : 0;
		day += dayGain * residual;
		drift = persistence * (drift + driftGain * residual);
		const newDay = dayVariance - dayGain * (dayVariance + covariance);
		const newDrift = driftVariance - driftGain * (driftVariance + covariance);
		const newCovariance = covariance - dayGain * (covariance + driftVariance);
		dayVariance = newDay;
		driftVariance = persistence ** 2 * newDrift + (1 - persistence ** 2) * model.driftVariance;
		covariance = persistence * newCovariance;
	}
	return { day, drift, dayVariance, driftVariance, covariance };
}
