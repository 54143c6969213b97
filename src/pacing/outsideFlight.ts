import { hoursBetween } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import type { DayContext } from './dayContext';

/** Whether nothing is to be spent today, because it is before or after the flight. */
export const isOutsideFlight = ({ target }: DayContext): boolean => target.from === 'outside-flight';

/** Hours since the flight began; Infinity without one. */
export function hoursOfFlight({ learning: { definition }, nowMs }: DayContext): number {
	const { flight, timeZone } = definition;
	return flight === undefined ? Infinity : hoursBetween(dayStartMs(flight.start, timeZone), nowMs);
}
