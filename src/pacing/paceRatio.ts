/** Of the day's amount: below it, plan and delivery are both too small to compare. */
const FLOOR_FRACTION = 0.01;

/**
 * How fast budget is used against plan: 1 is on plan, 2 twice as fast, 0 not delivering.
 *
 * paceRatio = spent / max(planned, 0.01 * budget)
 *
 * The floor keeps the first minutes of a day, when the plan is nearly 0, from turning a few cents into an alarm.
 *
 * @param spent   so far, major units, >= 0
 * @param planned what the plan expected by now, major units, >= 0
 * @param budget  the whole amount, major units; without any, spending anything at all is infinitely fast
 */
export function paceRatio(spent: number, planned: number, budget: number): number {
	const floored = Math.max(planned, FLOOR_FRACTION * budget);
	if (floored > 0) return spent / floored;
	return spent > 0 ? Infinity : 1;
}
