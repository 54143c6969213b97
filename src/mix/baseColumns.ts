import { daysBetween } from '../time/localClock';
import type { MixTable } from './mixTable';

/** A column of the regression that is not advertising. */
export interface BaseColumn {
	/** (periods) */
	readonly values: readonly number[];
	/** Standard deviation that its coefficient is believed to have, in those of the noise; Infinity where nothing is believed. */
	readonly belief: number;
}

const YEAR_DAYS = 365.25;

/** Waves of a year: the third has a period of four months. More would follow single weeks, which advertising may have made. */
const WAVES = 3;

/** The trend may bend so often. */
const BEND_DAYS = YEAR_DAYS / 2;

/** A season that was seen less than this often cannot be told from a trend. */
const FEWEST_YEARS = 1;

/**
 * What the result would be without advertising, as columns: level, trend, season of the year, days of the week and context.
 *
 * The trend is linear with bends every half year, each believed to change the level by about the noise until the next; the season is a Fourier series of the year.
 *
 * @see S. J. Taylor and B. Letham, Forecasting at scale, The American Statistician 72, 2018: piecewise trend and Fourier season
 */
export function baseColumns({ dates, stepDays, context }: MixTable, lastKnown = dates.length): BaseColumn[] {
	const days = dates.map((date) => daysBetween(dates[0]!, date));
	const span = days[lastKnown - 1]! + stepDays;
	const flat = (values: readonly number[]): BaseColumn => ({ values, belief: Infinity });
	const bends = Array.from(
		{ length: Math.max(0, Math.round(span / BEND_DAYS) - 1) },
		(_, bend) => (bend + 1) * BEND_DAYS,
	);
	const waves = span >= FEWEST_YEARS * YEAR_DAYS - stepDays ? WAVES : 0;
	const angle = (day: number, wave: number) => (2 * Math.PI * wave * day) / YEAR_DAYS;
	const weekdays = stepDays % 7 === 0 ? 0 : 6;
	return [
		flat(days.map(() => 1)),
		flat(days.map((day) => day / span - 0.5)),
		...bends.map((bend) => ({ values: days.map((day) => Math.max(0, day - bend) / BEND_DAYS), belief: 1 })),
		...Array.from({ length: waves }, (_, wave) => [
			flat(days.map((day) => Math.sin(angle(day, wave + 1)))),
			flat(days.map((day) => Math.cos(angle(day, wave + 1)))),
		]).flat(),
		...Array.from({ length: weekdays }, (_, weekday) => flat(days.map((day) => (day % 7 === weekday ? 1 : 0)))),
		...context
			.filter((values) => values.some((value) => value !== values[0]))
			.map((values) => flat(standardised(values))),
	];
}

/** Around a mean of 0 with a largest deviation of 1. */
function standardised(values: readonly number[]): number[] {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const most = Math.max(...values.map((value) => Math.abs(value - mean)));
	return values.map((value) => (value - mean) / most);
}
