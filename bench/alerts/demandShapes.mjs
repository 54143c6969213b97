import { sum } from 'simple-statistics';

/** Demand of the hours of a day in arbitrary units, from the simulation in which alert rules were first compared. */
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

/** Shapes of a day's demand: `share` (24) adds up to 1, `expected` (24) is its cumulative sum. */
export const DEMAND_SHAPES = Object.fromEntries(
	Object.entries(RELATIVE_DEMAND).map(([name, demand]) => {
		const share = demand.map((hour) => hour / sum(demand));
		return [name, { share, expected: runningTotals(share) }];
	}),
);

/** (hours) cumulative sums. */
export function runningTotals(hours) {
	let total = 0;
	return hours.map((amount) => (total += amount));
}
