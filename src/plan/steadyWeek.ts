/**
 * Values of weekdays at which the amounts of neighbouring days differ by a step at most, Sunday to Monday included.
 *
 * The logs that satisfy this form a lattice, so there are greatest ones below the given ones and least ones above. The result is halfway between.
 *
 * @param values     (weekdays) above 0
 * @param step       of an amount, as a fraction of the one of the day before; below 1
 * @param elasticity of results to spend, e: the best amount of a day ~ value ^ (1 / (1 - e))
 */
export function steadyWeek(values: readonly number[], step: number, elasticity: number): number[] {
	const rise = (1 - elasticity) * Math.log1p(step);
	const fall = -(1 - elasticity) * Math.log1p(-step);
	const logs = values.map(Math.log);
	return logs.map((_, day) => {
		const below = logs.map((log, other) => log + Math.min(rise * daysTo(day, other), fall * daysTo(other, day)));
		const above = logs.map((log, other) => log - Math.min(fall * daysTo(day, other), rise * daysTo(other, day)));
		return Math.exp((Math.min(...below) + Math.max(...above)) / 2);
	});
}

/** Days until a weekday, counted from another one before it. */
const daysTo = (weekday: number, from: number): number => (weekday - from + 7) % 7;
