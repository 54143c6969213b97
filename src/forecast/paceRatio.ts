/** Share of the day's amount below which plan and delivery are too small to compare. */
const FLOOR_FRACTION = 0.01;

/**
 * How fast budget is used against plan: 1 is on plan, 2 twice as fast, 0 not delivering.
 *
 * paceRatio = spent / max(planned, 0.01 * budget)
 *
 * The floor keeps a few cents in the first minutes of a day, when the plan is close to 0, from raising an alarm.
 *
 * @param spent   spend so far, major units, >= 0
 * @param planned planned spend by now, major units, >= 0
 * @param budget  amount of the day, major units; if it is 0, any spend is infinitely fast
 */
export function paceRatio(spent: number, planned: number, budget: number): number {
	const floored = Math.max(planned, FLOOR_FRACTION * budget);
	if (floored > 0) return spent / floored;
	return spent > 0 ? Infinity : 1;
}
