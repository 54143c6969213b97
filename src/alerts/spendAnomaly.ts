import { sum } from 'simple-statistics';

import { eventsOn } from '../budget/calendarEvent';
import { openShare } from '../budget/openTime';
import { cellOf, freedomOf, leverEffect, type SpendModel, usualIn } from '../demand/spendModel';
import type { SpendHour } from '../demand/spendSeries';
import type { DayContext } from '../forecast/dayContext';
import { declaredRaise } from '../forecast/declaredRaise';
import { datesWithSpend, modelBefore } from '../forecast/modelBefore';
import { studentQuantile } from '../statistics/beta';
import { HOUR_MS } from '../time/durations';

/** Days with spend before today from which it is known what is usual. */
const LEAST_DAYS = 14;

/** Complete hours of today that are looked at beside all of them. */
const LAST_HOURS = 3;

/** Probability of so much spend by chance. */
const CHANCE = 0.002;

/** Part of a usual day by which a stretch must exceed its own usual spend to matter. */
const MATERIAL = 0.1;

/** Spend over its usual amount from which a closer look is worth its time. */
const WORTH_A_LOOK = 1.3;

/** Reported hours of today beside what is usual for them; major units. */
export interface Stretch {
	readonly fromMs: number;
	readonly untilMs: number;
	readonly spent: number;
	/** At the bids, daily budgets and amounts in force then, learned from the days before. */
	readonly usual: number;
	/** Whether chance hardly explains it, and it is part enough of a day to matter. */
	readonly isRare: boolean;
}

/** All of today's complete hours that are open, and the last of them. */
export interface TodaysSpend {
	readonly wholeDay: Stretch;
	readonly lastHours: Stretch;
	/** What a whole day like it usually spends, major units. */
	readonly usualDay: number;
}

/**
 * What today's complete hours spent beside what is usual, by the spend model of the days before.
 *
 * Spend of a stretch is a negative binomial count of clicks: its mean has the variances of the day, of the drift and the noise averaged over its hours, and of
 * what was learned. They are known from few days, so that quantiles are Student's.
 *
 * @returns null in the first two weeks, on a day of an event, before the first complete hour that is open, and where hours are not measured
 */
export function todaysSpend({ learning, planning, date }: DayContext): TodaysSpend | null {
	const { series, spendModel, definition } = learning;
	const isOpen = ({ startMs }: SpendHour) => openShare(definition, { startMs, endMs: startMs + HOUR_MS }) > 0;
	const hours = series.filter((hour) => hour.date === date && hour.hours >= 1 && isOpen(hour));
	if (spendModel === null || hours.length === 0 || hours.some(({ divided }) => divided)) return null;
	if (eventsOn(definition.events, date).length > 0) return null;
	const isSeen = [hours, hours.slice(-LAST_HOURS)].some(
		(some) => spentIn(some) > WORTH_A_LOOK * sum(some.map((hour) => usualOf(spendModel, hour))),
	);
	const earlier = series.filter((hour) => hour.date < date);
	if (datesWithSpend(earlier).size < LEAST_DAYS) return null;
	const before = isSeen ? modelBefore(earlier, learning) : spendModel;
	if (before === null) return null;
	const raise = declaredRaise(before, planning);
	const model = raise === 1 ? before : { ...before, spend: before.spend.map((spend) => raise * spend) };
	const { weekday } = hours[0]!;
	const usualDay = sum(model.spend.slice(24 * weekday, 24 * (weekday + 1)));
	const [wholeDay, lastHours] = [hours, hours.slice(-LAST_HOURS)].map((some) => stretchOf(some, usualDay, model));
	return { wholeDay: wholeDay!, lastHours: lastHours!, usualDay };
}

const spentIn = (hours: readonly SpendHour[]): number => sum(hours.map(({ spend }) => spend));

/** What an hour usually spends, as far as it is reported by now. */
const usualOf = (model: SpendModel, hour: SpendHour): number =>
	usualIn(model, hour) * hour.reported * Math.exp(leverEffect(model, hour));

function stretchOf(hours: readonly SpendHour[], usualDay: number, model: SpendModel): Stretch {
	const usuals = hours.map((hour) => usualOf(model, hour));
	const [first, last] = [hours[0]!, hours.at(-1)!];
	const spent = spentIn(hours);
	const usual = sum(usuals);
	return {
		fromMs: first.startMs,
		untilMs: last.startMs + last.hours * HOUR_MS,
		spent,
		usual,
		isRare:
			usual > 0 &&
			spent - usual > MATERIAL * usualDay &&
			deviationsAbove({ spent, usual }, meanVariance(hours, usuals, model), model) >
				studentQuantile(freedomOf(model), 1 - CHANCE),
	};
}

/**
 * How many standard deviations spend is above its usual amount: the root of the deviance of a negative binomial count.
 *
 * deviance / 2 = x ln(x / mean) - (x + shape) ln((x + shape) / (mean + shape)), x = spent / unit
 *
 * @param variance relative variance of the mean: 1 / shape
 */
function deviationsAbove(
	{ spent, usual }: Pick<Stretch, 'spent' | 'usual'>,
	variance: number,
	{ unit }: SpendModel,
): number {
	const [count, mean, shape] = [spent / unit, usual / unit, 1 / variance];
	if (count <= mean) return 0;
	return Math.sqrt(
		2 * (count * Math.log(count / mean) - (count + shape) * Math.log1p((count - mean) / (mean + shape))),
	);
}

/** Relative variance of the mean of a stretch's spend. */
function meanVariance(hours: readonly SpendHour[], usuals: readonly number[], model: SpendModel): number {
	const usual = sum(usuals);
	const weights = usuals.map((each) => each / usual);
	const { dayVariance, levelVariance, weekdayVariance, driftVariance, driftCorrelation } = model;
	let drift = 0;
	let noise = 0;
	weights.forEach((weight, one) => {
		noise += weight ** 2 * (model.noiseVariance + model.hourVariance[cellOf(hours[one]!)]!);
		weights.forEach((other, two) => {
			drift += weight * other * driftCorrelation ** Math.abs(one - two);
		});
	});
	return Math.expm1(dayVariance + levelVariance + weekdayVariance[hours[0]!.weekday]! + driftVariance * drift + noise);
}
