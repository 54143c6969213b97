import { sum } from 'simple-statistics';

/** What the hours of a day want to spend, in any unit; figures of the simulation in which alert rules were compared first. */
const RELATIVE_DEMAND = {
	evening: [
		0.6, 0.4, 0.3, 0.25, 0.25, 0.4, 0.8, 1.3, 1.6, 1.7, 1.6, 1.5, 1.6, 1.5, 1.4, 1.4, 1.5, 1.7, 1.9, 2.0, 1.9, 1.6, 1.2,
		0.8,
	],
	'office hours': [
		0.1, 0.1, 0.1, 0.1, 0.1, 0.3, 1.2, 2.6, 3.4, 3.6, 3.5, 3.2, 2.6, 2.4, 2.2, 1.9, 1.4, 0.9, 0.6, 0.4, 0.3, 0.2, 0.15,
		0.1,
	],
	flat: new Array(24).fill(1),
};

/** Days by the hours they want to spend in: `share` (24) adds up to 1, `expected` (24) is what of it is gone after each hour. */
export const DEMAND_SHAPES = Object.fromEntries(
	Object.entries(RELATIVE_DEMAND).map(([name, demand]) => {
		const share = demand.map((hour) => hour / sum(demand));
		return [name, { share, expected: runningTotals(share) }];
	}),
);

/** (hours) the sum of everything up to and including each hour. */
export function runningTotals(hours) {
	let total = 0;
	return hours.map((amount) => (total += amount));
}
