import { DAY_ELASTICITY } from '../campaigns/learnDayValues';

/** The best amount of a day ~ value ^ (1 / (1 - e)), so the log of a value moves by this much of the log of its amount. */
const VALUE_OF_AMOUNT = 1 - DAY_ELASTICITY;

/**
 * Values of weekdays at which the amounts of neighbouring days differ by a step at most, from Saturday to Sunday too.
 *
 * The logs that satisfy this form a lattice, so there are greatest ones below the given ones and least ones above. The result is halfway between.
 *
 * @param values (weekdays) above 0
 * @param step   of an amount, as a fraction of the one of the day before; below 1
 */
export function steadyWeek(values: readonly number[], step: number): number[] {
	const rise = VALUE_OF_AMOUNT * Math.log1p(step);
	const fall = -VALUE_OF_AMOUNT * Math.log1p(-step);
	const logs = values.map(Math.log);
	return logs.map((_, day) => {
		const below = logs.map((log, other) => log + Math.min(rise * daysTo(day, other), fall * daysTo(other, day)));
		const above = logs.map((log, other) => log - Math.min(fall * daysTo(day, other), rise * daysTo(other, day)));
		return Math.exp((Math.min(...below) + Math.max(...above)) / 2);
	});
}

/** Days until a weekday, counted from another one before it. */
const daysTo = (weekday: number, from: number): number => (weekday - from + 7) % 7;
