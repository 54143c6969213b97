import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import type { FlightPacing } from '../budget/flight';
import { daysBetween } from '../time/localClock';

interface PacedFlight {
	readonly definition: BudgetDefinition;
	readonly strategy: Strategy;
}

/**
 * Change of a day's weight from the start to the end of a flight, in even days: a straight line from 1.5 to 0.5 of one, or the reverse. The strategy Front Loading
 * weighs the hours of a day by the same line.
 */
const SLOPE: Readonly<Record<FlightPacing, number>> = { even: 0, 'front-loaded': -1, 'back-loaded': 1 };

/** How a budget's flight is paced: as its owner says, or else as the strategy does. */
export const flightPacing = ({ definition, strategy }: PacedFlight): FlightPacing =>
	definition.flight?.pacing ?? (strategy === 'front_loading' ? 'front-loaded' : 'even');

/**
 * The weight of a local date by the pacing of its flight, at the middle of the day, in even days; 1 outside the flight. The weights of a flight add up to its days:
 *
 * w_d = 1 + slope * (p_d - 1/2), p_d the share of the flight elapsed at the middle of day d
 */
export function flightWeight(paced: PacedFlight): (date: string) => number {
	const { flight } = paced.definition;
	const slope = SLOPE[flightPacing(paced)];
	if (flight === undefined || slope === 0) return () => 1;
	const days = daysBetween(flight.start, flight.end) + 1;
	return (date) =>
		date < flight.start || date > flight.end ? 1 : 1 + slope * ((daysBetween(flight.start, date) + 0.5) / days - 0.5);
}
