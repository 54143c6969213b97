import { cellOf, leverEffect, type SpendModel } from './spendModel';
import { METHOD } from './method';
import type { SpendHour } from './spendSeries';

/** The posterior of today's day effect and drift, both log factors: their means, variances and covariance. */
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

/** An hour moves the state by at most e to this power, or by this many standard deviations if they are more. */
const LARGEST_SURPRISE = 1.5;
const SURPRISE_DEVIATIONS = 3;

/** Hours with less than this share reported are skipped. */
const MIN_REPORTED = 0.02;

/**
 * Variance of spend / reported while spend is only partly reported: the reported share lies between 0 and 1 with the mean F, so its
 * variance is at most F (1 - F), and relative to its squared mean (1 - F) / F.
 */
const lateVariance = (reported: number): number => (1 - reported) / reported;

/** The state before the first hour of a day. What is not known of its weekday and of the level is not known of the day. */
function stateAtMidnight(
	{ dayVariance, weekdayVariance, levelVariance, driftVariance }: SpendModel,
	weekday: number,
): DayState {
	const variance = dayVariance + weekdayVariance[weekday]! + levelVariance;
	return { day: -variance / 2, drift: -driftVariance / 2, dayVariance: variance, driftVariance, covariance: 0 };
}

/**
 * Tracks the day effect and the drift through today's hours: a Kalman filter with two states, in which every hour moves the state to the mode of
 * its posterior under the variance of counts.
 *
 * @param today   (hours) of one local day in order of time; the current hour has the noise of its shorter length; an hour whose spend is not
 *   fully reported is compared as it is if above its prediction, otherwise by the total it usually grows to; an hour in which nothing is expected
 *   says nothing
 * @param weekday of the day, Monday 0
 * @see M. West, P. J. Harrison, H. S. Migon, Journal of the American Statistical Association 80, 1985; jumps: M. West and J. Harrison, Bayesian
 *   Forecasting and Dynamic Models, 2nd edition, 1997, chapter 11
 */
export function trackDay(model: SpendModel, today: readonly SpendHour[], weekday: number): DayState {
	return today
		.filter(
			(hour) =>
				hour.hours >= METHOD.leastCoveredHours &&
				!hour.divided &&
				hour.reported >= MIN_REPORTED &&
				model.spend[cellOf(hour)]! > 0,
		)
		.reduce((state, hour) => nextHour(model, learnHour(model, state, hour)), stateAtMidnight(model, weekday));
}

function learnHour(model: SpendModel, state: DayState, hour: SpendHour): DayState {
	const { hours, spend, bidKnown, capped, reported } = hour;
	const cell = cellOf(hour);
	const mean = model.spend[cell]! * hours * Math.exp(leverEffect(model, hour) + state.day + state.drift);
	const soFar = spend / mean;
	const isLate = soFar < 1 && reported < 1;
	const ratio = isLate ? Math.min(1, soFar / reported) : soFar;
	if (capped && ratio <= 1) return state;
	const noise = model.noiseVariance / hours + model.hourVariance[cell]! + (isLate ? lateVariance(reported) : 0);
	const counts = model.unit / mean;
	const jumped = bidKnown ? state : withJump(state, ratio, counts + noise);
	const { dayVariance, driftVariance, covariance } = jumped;
	const variance = dayVariance + driftVariance + 2 * covariance;
	const moved = posteriorMode(withinReach(ratio, variance + counts + noise), counts, noise, variance);
	const total = variance + counts * Math.exp(-moved) + noise;
	const dayPart = dayVariance + covariance;
	const driftPart = driftVariance + covariance;
	return {
		day: state.day + (moved * dayPart) / variance,
		drift: state.drift + (moved * driftPart) / variance,
		dayVariance: dayVariance - dayPart ** 2 / total,
		driftVariance: driftVariance - driftPart ** 2 / total,
		covariance: covariance - (dayPart * driftPart) / total,
	};
}

/**
 * The state with a day effect that may have jumped, as far as an hour moves the state: more says nothing about the size of the jump, and where counts
 * outweigh it, it would stay. The residual is a deviance: on a log scale an hour without spend would be infinite.
 */
function withJump(state: DayState, ratio: number, chance: number): DayState {
	const squaredResidual = 4 * (Math.sqrt(ratio) - 1) ** 2;
	const expected = state.dayVariance + state.driftVariance + 2 * state.covariance + chance;
	if (squaredResidual <= JUMP ** 2 * expected) return state;
	const jump = Math.min(squaredResidual - expected, LARGEST_SURPRISE ** 2);
	return { ...state, dayVariance: state.dayVariance + jump };
}

function withinReach(ratio: number, variance: number): number {
	const far = SURPRISE_DEVIATIONS * Math.sqrt(variance);
	const lowest = 1 - Math.max(1 - Math.exp(-LARGEST_SURPRISE), far);
	return Math.max(lowest, Math.min(ratio, 1 + Math.max(Math.exp(LARGEST_SURPRISE) - 1, far)));
}

/** Newton steps to the mode. */
const STEPS = 4;

/** Lower bound of a term of the slope, which keeps a step finite where nothing was spent. */
const MIN_SLOPE = 0.3;

/**
 * The change of the log state with the highest posterior density: the d with
 *
 * d / variance = k(d) * (ratio * exp(-d) - 1), k(d) = 1 / (counts * exp(-d) + noise)
 */
function posteriorMode(ratio: number, counts: number, noise: number, variance: number): number {
	let d = (variance * (ratio - 1)) / (counts + noise + variance * Math.max(ratio, 1));
	for (let step = 0; step < STEPS; step++) {
		const shrink = Math.exp(-d);
		const k = 1 / (counts * shrink + noise);
		const slope = 1 / variance + k * Math.max(ratio * shrink, MIN_SLOPE);
		const change = (d / variance - k * (ratio * shrink - 1)) / slope;
		d -= Math.max(-1, Math.min(1, change));
	}
	return Math.max(-LARGEST_SURPRISE, Math.min(LARGEST_SURPRISE, d));
}

/** The state an hour later: the drift returns towards its mean. */
function nextHour({ driftVariance: usual, driftCorrelation: rho }: SpendModel, state: DayState): DayState {
	return {
		...state,
		drift: -usual / 2 + rho * (state.drift + usual / 2),
		driftVariance: rho ** 2 * state.driftVariance + (1 - rho ** 2) * usual,
		covariance: rho * state.covariance,
	};
}
