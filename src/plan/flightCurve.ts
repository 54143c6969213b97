import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import type { Flight, FlightPacing, Milestone } from '../budget/flight';
import { addDays, daysBetween } from '../time/localClock';

interface PacedFlight {
	readonly definition: BudgetDefinition;
	readonly strategy: Strategy;
}

/**
 * Change of a day's weight from the start to the end of a flight, in even days: a straight line from 1.5 to 0.5 of one, or the reverse. The strategy Front Loading
 * weighs the hours of a day by the same line.
 */
const SLOPE = { 'front-loaded': -1, 'back-loaded': 1 } as const;

/** How a budget's flight is paced: as its owner says, or else as the strategy does. */
export function flightPacing({ definition, strategy }: PacedFlight): FlightPacing | 'milestones' {
	const { pacing, milestones } = definition.flight ?? {};
	if (milestones !== undefined) return 'milestones';
	return pacing ?? (strategy === 'front_loading' ? 'front-loaded' : 'even');
}

/**
 * The weight of a local date by the pacing of its flight, at the middle of the day, in even days; 1 outside the flight. The weights of a flight add up to its days:
 *
 * w_d = 1 + slope * (p_d - 1/2), p_d the share of the flight elapsed at the middle of day d
 *
 * With milestones, days between two of them weigh alike: the part of the amount over the part of the days.
 */
export function flightWeight(paced: PacedFlight): (date: string) => number {
	const { flight } = paced.definition;
	const pacing = flightPacing(paced);
	if (flight === undefined || pacing === 'even') return () => 1;
	const days = daysBetween(flight.start, flight.end) + 1;
	const weightOf =
		pacing === 'milestones'
			? milestoneWeight(flight, flight.milestones!, days)
			: (date: string) => 1 + SLOPE[pacing] * ((daysBetween(flight.start, date) + 0.5) / days - 0.5);
	return (date) => (date < flight.start || date > flight.end ? 1 : weightOf(date));
}

function milestoneWeight({ start, end }: Flight, milestones: readonly Milestone[], days: number) {
	let [before, spentBefore] = [addDays(start, -1), 0];
	const stretches = [...milestones, { by: end, spent: 1 }].map(({ by, spent }) => {
		const weight = ((spent - spentBefore) * days) / daysBetween(before, by);
		[before, spentBefore] = [by, spent];
		return { by, weight };
	});
	return (date: string): number => stretches.find(({ by }) => date <= by)!.weight;
}
